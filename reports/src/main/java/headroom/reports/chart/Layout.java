package headroom.reports.chart;

/**
 * The room a chart has, in CSS pixels.
 *
 * @param name distinguishes the layouts of one figure
 * @param width width of the whole image
 * @param plotHeight height of the plot itself
 * @param fontSize size of all its text
 * @param directLabels true when series are named at their ends, false when a key outside does it
 */
public record Layout(String name, int width, int plotHeight, float fontSize, boolean directLabels) {

  /** For windows with room beside the plot. */
  public static final Layout WIDE = new Layout("wide", 860, 280, 12, true);

  /** For a telephone held upright. */
  public static final Layout NARROW = new Layout("narrow", 330, 210, 11, false);

  /** The least room that every chart leaves to the right of its plot. */
  static final int LEAST_RIGHT = 22;

  int laneHeight() {
    return Math.round(fontSize * 2.4f);
  }

  /** About how many letters of usual width fit into a share of the image's width. */
  int letters(double share) {
    return (int) (share * width / (0.62 * fontSize));
  }

  int lineHeight() {
    return Math.round(fontSize * 1.4f);
  }
}
