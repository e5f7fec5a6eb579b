package headroom.reports.chart;

import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisLabelLocation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose range and ticks are given; nothing about it depends on the data. */
final class TickedAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;
  private static final double USUAL_PLOT = 0.85; // of an image's width

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
  static TickedAxis across(List<Tick> ticks, double from, double to, Layout layout) {
    List<NumberTick> labels = fitting(ticks, layout).stream()
        .map(t -> label(t, beneath(t, (t.at() - from) / (to - from), layout)))
        .toList();
    TickedAxis axis = new TickedAxis(labels, from, to, layout.fontSize());
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

  /** Says below its end what it measures; what is longer than the image is wide is cut. */
  void name(String label, Layout layout) {
    String cut = label;
    for (int letters = label.length(); letters > 1; letters--) {
      cut = Text.cut(label, letters);
      if (Fonts.width(cut, layout.fontSize()) <= USUAL_PLOT * layout.width()) {
        break;
      }
    }
    setLabel(cut);
    setLabelLocation(AxisLabelLocation.HIGH_END);
    setLabelFont(Fonts.plain(layout.fontSize()));
    setLabelPaint(Theme.color(Tone.FAINT));
    setLabelInsets(RectangleInsets.ZERO_INSETS);
  }

  // Neither the first nor the last label may reach beyond the image.
  private static TextAnchor beneath(Tick tick, double place, Layout layout) {
    if (place < 0.07) {
      return TextAnchor.TOP_LEFT;
    }
    boolean isCut = place > 0.97 && width(tick, layout) / 2 > Layout.LEAST_RIGHT;
    return isCut ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER;
  }

  /** Where labels would run into each other, only every second, fourth ... has one. */
  private static List<Tick> fitting(List<Tick> ticks, Layout layout) {
    double widest =
        ticks.stream().mapToDouble(tick -> width(tick, layout)).max().orElse(0);
    // A last label that is moved to the left comes nearer to the one before.
    double needed = widest / 2 > Layout.LEAST_RIGHT ? 1.5 * widest : widest;
    double between = layout.width() * USUAL_PLOT / Math.max(1, ticks.size() - 1);
    int each = 1;
    while (each * between < needed && each < ticks.size()) {
      each *= 2;
    }
    List<Tick> fitting = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i++) {
      fitting.add(i % each == 0 ? ticks.get(i) : new Tick(ticks.get(i).at(), ""));
    }
    return fitting;
  }

  private static double width(Tick tick, Layout layout) {
    return Fonts.width(tick.label(), layout.fontSize());
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
