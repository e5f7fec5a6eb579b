/** Simulated time, and what happens next: DSOL's simulator with an event queue of our own. */
package headroom.kernel;
