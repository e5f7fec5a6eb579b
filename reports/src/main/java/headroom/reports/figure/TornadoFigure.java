package headroom.reports.figure;

import java.util.List;

/**
 * Horizontal bars to both sides of a middle: how far each input moves a value when it is low and when
 * it is high.
 *
 * @param caption the words around it
 * @param label what the axis measures: differences from the middle
 * @param form what kind of figure these differences are
 * @param swings the inputs from the top down, the most important first
 */
public record TornadoFigure(Caption caption, String label, Form form, List<Swing> swings)
    implements Figure {

  public TornadoFigure {
    swings = List.copyOf(swings);
  }

  /**
   * One input.
   *
   * @param name the input
   * @param low what happens when it is low
   * @param high what happens when it is high
   * @param said how far the value goes between the two, as a person reads it
   */
  public record Swing(String name, End low, End high, String said) {}

  /**
   * One end of a swing.
   *
   * @param at what the input is there: "20ms"
   * @param value the difference from the middle
   * @param from lower end of its interval; NaN where there is none
   * @param to upper end of its interval; NaN where there is none
   */
  public record End(String at, double value, double from, double to) {}

  /** None: each bar carries its own name, and which end it is. */
  @Override
  public List<Key> keys() {
    return List.of();
  }
}
