package headroom.reports.figure;

/**
 * A labelled place on an axis.
 *
 * @param at where, in the axis' own coordinate
 * @param label what stands there; may be empty
 */
public record Tick(double at, String label) {}
