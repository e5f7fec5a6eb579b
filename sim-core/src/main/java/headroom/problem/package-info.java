/** What is wrong with an input, and what would work: the values every record reports about itself. */
package headroom.problem;
