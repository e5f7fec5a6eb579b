package headroom.reports.page;

/**
 * A fact that the intervals of the metrics support, in a sentence.
 *
 * @param text the sentence
 * @param target the id of the section that shows it
 */
public record Finding(String text, String target) {}
