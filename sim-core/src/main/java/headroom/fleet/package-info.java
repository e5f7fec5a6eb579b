/** The fleet: every part built from a scenario and wired. */
package headroom.fleet;
