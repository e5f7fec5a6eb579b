package headroom.reports.chart;

import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose range and ticks are given; nothing about it depends on the data. */
final class TickedAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private final transient List<NumberTick> ticks;

  private TickedAxis(List<NumberTick> ticks, double from, double to, float fontSize) {
    this.ticks = ticks;
    setRange(from, to);
    setTickLabelFont(Fonts.plain(fontSize));
    setTickLabelPaint(Theme.color(Tone.FAINT));
    setAxisLineVisible(false);
    setTickMarksVisible(false);
  }

  /** A horizontal axis from a place to a place. */
  static TickedAxis across(List<Tick> ticks, double from, double to, float fontSize) {
    List<NumberTick> labels =
        ticks.stream().map(t -> label(t, beneath(t.at(), from, to))).toList();
    TickedAxis axis = new TickedAxis(labels, from, to, fontSize);
    axis.setTickLabelInsets(new RectangleInsets(5, 2, 2, 2));
    axis.setAxisLineVisible(true);
    axis.setAxisLinePaint(Theme.color(Tone.FAINT));
    axis.setAxisLineStroke(Theme.solid(1));
    return axis;
  }

  /** A vertical axis that ends at its first and its last tick. */
  static TickedAxis up(List<Tick> ticks, float fontSize) {
    double to = ticks.get(ticks.size() - 1).at();
    TickedAxis axis = new TickedAxis(
        ticks.stream().map(t -> label(t, TextAnchor.CENTER_RIGHT)).toList(),
        ticks.get(0).at(),
        to,
        fontSize);
    axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 6));
    return axis;
  }

  // The first label must not reach beyond the image's left edge.
  private static TextAnchor beneath(double at, double from, double to) {
    return (at - from) / (to - from) < 0.07 ? TextAnchor.TOP_LEFT : TextAnchor.TOP_CENTER;
  }

  private static NumberTick label(Tick tick, TextAnchor anchor) {
    return new NumberTick(tick.at(), tick.label(), anchor, TextAnchor.CENTER, 0);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return ticks;
  }
}
