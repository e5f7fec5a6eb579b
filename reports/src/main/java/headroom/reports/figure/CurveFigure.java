package headroom.reports.figure;

import java.util.List;

/**
 * Curves over an axis with ticks of its own, such as latency over the share of requests.
 *
 * @param caption the words around it
 * @param xLabel what the horizontal axis measures
 * @param xTicks where and how it is labelled; the first and the last bound it
 * @param scale the value axis
 * @param layers the curves
 * @param levels lines to compare with
 * @param bands how sure the curves are
 */
public record CurveFigure(
    Caption caption,
    String xLabel,
    List<Tick> xTicks,
    Scale scale,
    List<Layer> layers,
    List<Level> levels,
    List<Band> bands)
    implements Figure {

  public CurveFigure {
    xTicks = List.copyOf(xTicks);
    layers = List.copyOf(layers);
    levels = List.copyOf(levels);
    bands = List.copyOf(bands);
  }

  /** Curves alone. */
  public CurveFigure(
      Caption caption,
      String xLabel,
      List<Tick> xTicks,
      Scale scale,
      List<Layer> layers,
      List<Level> levels) {
    this(caption, xLabel, xTicks, scale, layers, levels, List.of());
  }

  @Override
  public List<Key> keys() {
    return layers.stream().map(Layer::key).toList();
  }
}
