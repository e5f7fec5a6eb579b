/** What was measured, as values: metrics, series, usage, sketches, the run, and the recorder port. */
package headroom.results;
