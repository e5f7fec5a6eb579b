package headroom.reports.chart;

import headroom.reports.figure.IntervalFigure;
import headroom.reports.figure.IntervalFigure.Row;
import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws intervals as bars beside a line to compare with; each bears its name and value above. */
final class IntervalChart {

  private static final double BOTTOM = 0.08;
  private static final double TOP = 0.44;
  private static final double SHADE = 0.18;

  private final IntervalFigure figure;
  private final Layout layout;
  private final TickedAxis axis;
  private final XYPlot plot;

  private IntervalChart(IntervalFigure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    this.axis = axis();
    NumberAxis rows = new NumberAxis();
    rows.setRange(0, Math.max(1, figure.rows().size()));
    rows.setVisible(false);
    this.plot = Theme.plot(axis, rows);
    plot.setDataset(new XYSeriesCollection());
    plot.setRangeGridlinesVisible(false);
  }

  static String draw(IntervalFigure figure, Layout layout) {
    IntervalChart chart = new IntervalChart(figure, layout);
    int count = figure.rows().size();
    for (int i = 0; i < count; i++) {
      // Beside each bar, not through its words.
      double from = count - 1.0 - i;
      chart.shade(from);
      chart.line(figure.middle(), from, figure.middle(), from + TOP + BOTTOM, 1.2, Tone.TARGET);
      chart.add(figure.rows().get(i), count - 1 - i);
    }
    return chart.finish();
  }

  private void shade(double from) {
    if (!figure.limits().isEmpty()) {
      double low = figure.limits().get(0);
      plot.addAnnotation(new XYShapeAnnotation(
          new java.awt.geom.Rectangle2D.Double(
              low, from, figure.limits().get(1) - low, TOP + BOTTOM),
          Theme.solid(0),
          Theme.NONE,
          Theme.tint(Tone.FAINT, SHADE)));
    }
  }

  private TickedAxis axis() {
    double[] all = DoubleStream.concat(
            figure.limits().stream().mapToDouble(each -> each),
            figure.rows().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.low(), row.value(), row.high())))
        .filter(Double::isFinite)
        .toArray();
    double low = Math.min(figure.middle(), DoubleStream.of(all).min().orElse(0));
    double high = Math.max(figure.middle(), DoubleStream.of(all).max().orElse(1));
    List<Tick> ticks = figure.scale().ticksBetween(low, high, layout.width() / 110);
    TickedAxis drawn =
        TickedAxis.across(ticks, ticks.get(0).at(), ticks.get(ticks.size() - 1).at(), layout);
    drawn.name(figure.scale().label(), layout);
    drawn.setAxisLineVisible(false);
    return drawn;
  }

  private void add(Row row, int from) {
    double least = Math.min(row.low(), row.high());
    double most = Math.max(row.low(), row.high());
    if (Double.isFinite(least) && Double.isFinite(most)) {
      // An interval without width is still to be seen.
      double thin = 0.002 * (axis.getUpperBound() - axis.getLowerBound());
      plot.addAnnotation(new XYShapeAnnotation(
          new java.awt.geom.Rectangle2D.Double(
              least, from + BOTTOM, Math.max(thin, most - least), TOP - BOTTOM),
          Theme.solid(0),
          Theme.NONE,
          Theme.tint(row.tone(), 0.55)));
    }
    if (Double.isFinite(row.value())) {
      line(row.value(), from + BOTTOM, row.value(), from + TOP, 2.4, Tone.TEXT);
    }
    name(row, from);
  }

  private void name(Row row, int from) {
    int room = layout.letters(1) - row.said().length() - 2;
    String text = Text.cut(row.name(), Math.max(8, room)) + ": " + row.said();
    XYTextAnnotation name = new XYTextAnnotation(text, axis.getLowerBound(), from + TOP + BOTTOM);
    name.setFont(Fonts.plain(layout.fontSize()));
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addAnnotation(name);
  }

  private void line(double x0, double y0, double x1, double y1, double width, Tone tone) {
    plot.addAnnotation(new XYLineAnnotation(x0, y0, x1, y1, Theme.solid(width), Theme.color(tone)));
  }

  private String finish() {
    int height = figure.rows().size() * (layout.lineHeight() * 2 + 8) + 26 + layout.lineHeight();
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    Theme.chart(plot, new RectangleInsets(2, 2, 2, 26)).draw(canvas.graphics(), canvas.bounds());
    return canvas.finish();
  }
}
