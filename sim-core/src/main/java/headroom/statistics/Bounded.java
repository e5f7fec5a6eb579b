package headroom.statistics;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure
 * @param low lower limit; NaN where there is none
 * @param high upper limit; NaN where there is none
 */
public record Bounded(double value, double low, double high) {}
