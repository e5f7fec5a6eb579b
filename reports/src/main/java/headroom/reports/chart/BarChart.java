package headroom.reports.chart;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.BarFigure.Bar;
import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws horizontal bars; each bears its name and value above it, so that no name is squeezed. */
final class BarChart {

  private static final double BOTTOM = 0.16;
  private static final double TOP = 0.5;

  private final BarFigure figure;
  private final Layout layout;
  private final XYPlot plot;

  private BarChart(BarFigure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    NumberAxis rows = new NumberAxis();
    rows.setRange(0, Math.max(1, figure.bars().size()));
    rows.setVisible(false);
    this.plot = Theme.plot(values(ticks(), 0, figure.scale().label(), layout), rows);
    plot.setRangeGridlinesVisible(false);
  }

  static String draw(BarFigure figure, Layout layout) {
    BarChart chart = new BarChart(figure, layout);
    int count = figure.bars().size();
    for (int i = 0; i < count; i++) {
      chart.add(figure.bars().get(i), i, count - 1 - i);
    }
    return chart.finish();
  }

  private List<Tick> ticks() {
    double longest = figure.bars().stream()
        .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.high()))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
    return figure.scale().ticks(0, longest, layout.width() / 90);
  }

  /** The axis beneath bars, from a place to its last tick. */
  static TickedAxis values(List<Tick> ticks, double from, String label, Layout layout) {
    double end = ticks.get(ticks.size() - 1).at();
    TickedAxis axis = TickedAxis.across(ticks, from, end, layout);
    axis.name(label, layout);
    axis.setAxisLineVisible(false);
    return axis;
  }

  private void add(Bar bar, int index, int row) {
    XYIntervalSeries series = new XYIntervalSeries(bar.name(), false, true);
    series.add(0, 0, Math.max(0, bar.value()), row + BOTTOM, row + BOTTOM, row + TOP);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer(bar.tone()));
    plot.addAnnotation(name(bar, row));
    if (Double.isFinite(bar.low()) && bar.high() > bar.low()) {
      whisker(plot, bar.low(), bar.high(), row + (BOTTOM + TOP) / 2);
    }
  }

  static XYBarRenderer renderer(Tone tone) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, Theme.color(tone));
    return renderer;
  }

  private XYTextAnnotation name(Bar bar, int row) {
    int room = layout.letters(1) - bar.said().length() - 2;
    String text = Text.cut(bar.name(), Math.max(8, room)) + ": " + bar.said();
    XYTextAnnotation name = new XYTextAnnotation(text, 0, row + TOP + 0.06);
    name.setFont(Fonts.plain(layout.fontSize()));
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(TextAnchor.BOTTOM_LEFT);
    return name;
  }

  // A pale line under the dark one keeps the interval visible on the bar and off it.
  static void whisker(XYPlot plot, double low, double high, double at) {
    line(plot, low, at, high, at, 4.5, Tone.PAPER);
    line(plot, low, at, high, at, 1.5, Tone.TEXT);
    for (double end : new double[] {low, high}) {
      line(plot, end, at - 0.12, end, at + 0.12, 4, Tone.PAPER);
    }
    for (double end : new double[] {low, high}) {
      line(plot, end, at - 0.1, end, at + 0.1, 1.5, Tone.TEXT);
    }
  }

  private static void line(
      XYPlot plot, double x0, double y0, double x1, double y1, double width, Tone tone) {
    plot.addAnnotation(new XYLineAnnotation(x0, y0, x1, y1, Theme.solid(width), Theme.color(tone)));
  }

  private String finish() {
    int height = figure.bars().size() * (layout.lineHeight() * 2 + 8) + 26 + layout.lineHeight();
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    Theme.chart(plot, new RectangleInsets(2, 2, 2, 26)).draw(canvas.graphics(), canvas.bounds());
    return canvas.finish();
  }
}
