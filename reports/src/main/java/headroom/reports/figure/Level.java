package headroom.reports.figure;

/**
 * A horizontal line to compare with, such as a target.
 *
 * @param name what it is
 * @param value where it lies
 */
public record Level(String name, double value) {}
