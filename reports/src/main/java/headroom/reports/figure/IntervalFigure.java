package headroom.reports.figure;

import java.util.List;

/**
 * Intervals beside a line to compare with: differences of pairs around zero, or what each input
 * does to an answer (a tornado).
 *
 * @param caption the words around it
 * @param scale the value axis
 * @param middle where the line to compare with stands, such as 0
 * @param limits what lies between them is shaded, the lower first; empty where nothing is
 * @param rows the intervals from the top down
 */
public record IntervalFigure(
    Caption caption, Scale scale, double middle, List<Double> limits, List<Row> rows)
    implements Figure {

  public IntervalFigure {
    limits = List.copyOf(limits);
    rows = List.copyOf(rows);
    if (!limits.isEmpty() && limits.size() != 2) {
      throw new IllegalArgumentException("limits are two, were " + limits.size());
    }
  }

  /** Intervals beside a line alone. */
  public IntervalFigure(Caption caption, Scale scale, double middle, List<Row> rows) {
    this(caption, scale, middle, List.of(), rows);
  }

  /**
   * One interval.
   *
   * @param name what it is about
   * @param tone its colour
   * @param low lower end
   * @param value the estimate in it; NaN where there is none
   * @param high upper end
   * @param said the same as a person reads it
   */
  public record Row(String name, Tone tone, double low, double value, double high, String said) {}

  /** None: each row carries its own name. */
  @Override
  public List<Key> keys() {
    return List.of();
  }
}
