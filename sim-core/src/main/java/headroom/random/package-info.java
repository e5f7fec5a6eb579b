/** Named, counter-based chance, and the distributions a scenario can ask for. */
package headroom.random;
