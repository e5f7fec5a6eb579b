package headroom.reports.figure;

import java.util.List;

/**
 * Choices by two measures, each better when smaller, with those marked that no other one beats in
 * both.
 *
 * @param caption the words around it
 * @param x the measure across
 * @param y the measure up
 * @param choices the choices
 */
public record ScatterFigure(Caption caption, Scale x, Scale y, List<Choice> choices)
    implements Figure {

  /**
   * One choice.
   *
   * @param name its name
   * @param x its first measure
   * @param y its second
   * @param unbeaten whether it is on the front (Pareto's)
   */
  public record Choice(String name, double x, double y, boolean unbeaten) {}

  public ScatterFigure {
    choices = List.copyOf(choices);
  }

  @Override
  public List<Key> keys() {
    return List.of(
        new Key("beaten by none in both", Tone.FIRST, false),
        new Key("beaten in both by another", Tone.SIXTH, false));
  }
}
