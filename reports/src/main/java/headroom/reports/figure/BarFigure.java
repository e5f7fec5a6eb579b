package headroom.reports.figure;

import java.util.List;

/**
 * Horizontal bars, each with its value in words and, where known, its interval.
 *
 * @param caption the words around it
 * @param scale the value axis
 * @param bars the bars from the top down
 */
public record BarFigure(Caption caption, Scale scale, List<Bar> bars) implements Figure {

  public BarFigure {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param name what it measures
   * @param tone its colour
   * @param value its length
   * @param low lower end of the interval; NaN where there is none
   * @param high upper end of the interval; NaN where there is none
   * @param said the value as a person reads it
   */
  public record Bar(String name, Tone tone, double value, double low, double high, String said) {}

  /** None: each bar carries its own name. */
  @Override
  public List<Key> keys() {
    return List.of();
  }
}
