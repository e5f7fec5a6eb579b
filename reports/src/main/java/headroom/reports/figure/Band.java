package headroom.reports.figure;

/**
 * Where a series lies for certain: what is between two curves of the same x.
 *
 * @param tone the colour of its series
 * @param low the lower curve
 * @param high the upper curve
 */
public record Band(Tone tone, Points low, Points high) {}
