package headroom.reports.figure;

import java.util.List;

/**
 * Series over calendar time, with events in lanes beneath; x is seconds since the span's start.
 *
 * @param caption the words around it
 * @param span the time it covers
 * @param scale the value axis
 * @param layers the series; stacked ones first, from the bottom up
 * @param levels lines to compare with
 * @param shades stretches of time to set apart
 * @param lanes events
 */
public record TimeFigure(
    Caption caption,
    TimeSpan span,
    Scale scale,
    List<Layer> layers,
    List<Level> levels,
    List<Lane.Span> shades,
    List<Lane> lanes)
    implements Figure {

  public TimeFigure {
    layers = List.copyOf(layers);
    levels = List.copyOf(levels);
    shades = List.copyOf(shades);
    lanes = List.copyOf(lanes);
  }

  @Override
  public List<Key> keys() {
    return layers.stream().map(Layer::key).toList();
  }
}
