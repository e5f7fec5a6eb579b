/** Scenarios and runs as bytes, and back: for a journal, and for other machines. */
package headroom.scenarios.wire;
