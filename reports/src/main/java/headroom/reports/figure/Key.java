package headroom.reports.figure;

/**
 * One entry of a figure's key.
 *
 * @param name what it stands for
 * @param tone its colour and dash
 * @param area true for a filled area, false for a line
 */
public record Key(String name, Tone tone, boolean area) {}
