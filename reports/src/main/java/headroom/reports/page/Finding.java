package headroom.reports.page;

/**
 * A fact that the intervals of the metrics support, in a sentence.
 *
 * @param text the sentence
 * @param target the id of the figure, table or section that shows it
 * @param isAside whether it describes rather than explains: told where there is room
 */
public record Finding(String text, String target, boolean isAside) {

  /** A finding that explains. */
  public Finding(String text, String target) {
    this(text, target, false);
  }

  /** The same, told where there is room. */
  public Finding aside() {
    return new Finding(text, target, true);
  }

  Finding leadingTo(String other) {
    return new Finding(text, other, isAside);
  }
}
