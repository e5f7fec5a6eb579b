package headroom.reports.chart;

import headroom.reports.figure.Band;
import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Key;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tick;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Draws series over an axis: the plot, its event lanes, and the names at the series' ends. */
final class PlotChart {

  private static final int AXIS_HEIGHT = 26;
  private static final int LABEL_HEIGHT = 24;

  private final Layout layout;
  private final Scale scale;
  private final List<Layer> layers;
  private final TickedAxis x;
  private final XYPlot main;

  private PlotChart(
      Layout layout,
      Scale scale,
      List<Layer> layers,
      List<Level> levels,
      List<Band> bands,
      TickedAxis x) {
    this.layout = layout;
    this.scale = scale;
    this.layers = Layers.piled(layers);
    this.x = x;
    this.main = Theme.plot(x, TickedAxis.up(yTicks(levels, bands), layout.fontSize()));
    Layers drawn = Layers.into(main, scale, layout.width());
    drawn.add(this.layers);
    drawn.levels(levels, this.layers, layout.fontSize());
    bands.forEach(drawn::band);
  }

  private List<Tick> yTicks(List<Level> levels, List<Band> bands) {
    double[] all = Stream.of(
            layers.stream().flatMapToDouble(layer -> layer.points().values()),
            levels.stream().mapToDouble(Level::value),
            bands.stream().flatMapToDouble(band -> band.high().values()))
        .flatMapToDouble(each -> each)
        .filter(v -> !scale.logarithmic() || v > 0)
        .toArray();
    double low = DoubleStream.of(all).min().orElse(1);
    double high = DoubleStream.of(all).max().orElse(1);
    return scale.ticks(low, high, layout.plotHeight() / 50);
  }

  static String draw(TimeFigure figure, Layout layout) {
    TimeSpan span = figure.span();
    List<Tick> ticks = CalendarTicks.of(span, layout.width() / 110, layout.directLabels());
    TickedAxis x = TickedAxis.across(ticks, span.from(), span.to(), layout);
    labelAxis(x, span.zone(), layout);
    PlotChart chart =
        new PlotChart(layout, figure.scale(), figure.layers(), figure.levels(), List.of(), x);
    Layers.into(chart.main, figure.scale(), layout.width()).shades(figure.shades());
    Optional<XYPlot> lanes = figure.lanes().isEmpty()
        ? Optional.empty()
        : Optional.of(LaneStrip.of(figure.lanes(), span, layout));
    return chart.draw(figure, lanes, figure.lanes().size());
  }

  static String draw(CurveFigure figure, Layout layout) {
    List<Tick> ticks = figure.xTicks();
    TickedAxis x =
        TickedAxis.across(ticks, ticks.get(0).at(), ticks.get(ticks.size() - 1).at(), layout);
    labelAxis(x, figure.xLabel(), layout);
    return new PlotChart(
            layout, figure.scale(), figure.layers(), figure.levels(), figure.bands(), x)
        .draw(figure, Optional.empty(), 0);
  }

  private static void labelAxis(TickedAxis x, String label, Layout layout) {
    x.name(label, layout);
  }

  private String draw(
      headroom.reports.figure.Figure figure, Optional<XYPlot> lanes, int laneCount) {
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(x);
    all.setGap(8);
    all.setInsets(RectangleInsets.ZERO_INSETS);
    all.setAxisOffset(RectangleInsets.ZERO_INSETS);
    all.setOutlineVisible(false);
    all.setBackgroundPaint(null);
    all.add(main, layout.plotHeight());
    int strip = laneCount * layout.laneHeight();
    lanes.ifPresent(events -> all.add(events, strip));
    int height = LABEL_HEIGHT + layout.plotHeight() + strip + AXIS_HEIGHT + layout.lineHeight();
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    Theme.chart(all, new RectangleInsets(LABEL_HEIGHT, 2, 2, right(figure.keys())))
        .draw(canvas.graphics(), canvas.bounds(), info);
    Rectangle2D area = info.getPlotInfo().getSubplotInfo(0).getDataArea();
    annotate(canvas.graphics(), area);
    canvas.plot(area);
    return canvas.finish();
  }

  private int right(List<Key> keys) {
    if (!layout.directLabels()) {
      return Layout.LEAST_RIGHT; // half of a label under the last tick
    }
    return Math.max(36, EndLabels.width(keys.stream().map(Key::name).toList(), layout));
  }

  private void annotate(Graphics2D g2, Rectangle2D area) {
    g2.setFont(Fonts.plain(layout.fontSize()));
    g2.setPaint(Theme.color(Tone.FAINT));
    g2.drawString(scale.label(), 2, layout.fontSize());
    if (layout.directLabels()) {
      EndLabels.draw(g2, labels(area), area, layout);
    }
  }

  private List<EndLabels.Label> labels(Rectangle2D area) {
    double[] below = {0};
    return layers.stream().map(layer -> label(layer, area, below)).toList();
  }

  // A band is named in the middle of its height at its end, a line where it ends.
  private EndLabels.Label label(Layer layer, Rectangle2D area, double[] below) {
    double last = layer.points().values().reduce(0, (before, value) -> value);
    double at = layer.stacked() ? (last + below[0]) / 2 : last;
    below[0] = layer.stacked() ? last : below[0];
    double place = scale.place(at);
    double y = main.getRangeAxis()
        .valueToJava2D(
            Double.isNaN(place) ? main.getRangeAxis().getLowerBound() : place,
            area,
            RectangleEdge.LEFT);
    return new EndLabels.Label(layer.name(), layer.tone(), layer.stacked(), y);
  }
}
