package headroom.reports.chart;

import headroom.reports.figure.Scale;
import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import headroom.reports.figure.TornadoFigure;
import headroom.reports.figure.TornadoFigure.End;
import headroom.reports.figure.TornadoFigure.Swing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws bars to both sides of a middle, the low end above the high end, each with its interval. */
final class TornadoChart {
  private static final double BOTTOM = 0.1;
  private static final double MIDDLE = 0.33;
  private static final double TOP = 0.56;

  private final TornadoFigure figure;
  private final Layout layout;
  private final double reach;
  private final XYPlot plot;

  private TornadoChart(TornadoFigure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    NumberAxis rows = new NumberAxis();
    rows.setRange(0, Math.max(1, figure.swings().size()));
    rows.setVisible(false);
    List<Tick> ticks = ticks();
    this.reach = ticks.get(ticks.size() - 1).at();
    this.plot = Theme.plot(BarChart.values(ticks, -reach, figure.label(), layout), rows);
    plot.setRangeGridlinesVisible(false);
  }

  static String draw(TornadoFigure figure, Layout layout) {
    TornadoChart chart = new TornadoChart(figure, layout);
    int count = figure.swings().size();
    for (int i = 0; i < count; i++) {
      chart.add(figure.swings().get(i), i, count - 1 - i);
    }
    int height = count * (layout.lineHeight() * 2 + 14) + 26 + layout.lineHeight();
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    Theme.chart(chart.plot, new RectangleInsets(2, 26, 2, 26))
        .draw(canvas.graphics(), canvas.bounds());
    return canvas.finish();
  }

  /** As far to the left as to the right. */
  private List<Tick> ticks() {
    double longest = figure.swings().stream()
        .flatMapToDouble(swing -> DoubleStream.concat(ends(swing.low()), ends(swing.high())))
        .filter(Double::isFinite)
        .map(Math::abs)
        .max()
        .orElse(1);
    List<Tick> right =
        Scale.linear(figure.label(), figure.form()).ticks(0, longest, layout.width() / 200);
    List<Tick> all = new ArrayList<>();
    for (int i = right.size() - 1; i > 0; i--) {
      all.add(new Tick(-right.get(i).at(), "−" + right.get(i).label()));
    }
    all.addAll(right);
    return all;
  }

  private static DoubleStream ends(End end) {
    return DoubleStream.of(end.value(), end.from(), end.to());
  }

  private void add(Swing swing, int index, int row) {
    bar(swing.low(), 2 * index, row + MIDDLE, row + TOP, Tone.FIRST);
    bar(swing.high(), 2 * index + 1, row + BOTTOM, row + MIDDLE, Tone.SECOND);
    String ends = swing.low().at() + " above, " + swing.high().at() + " below: " + swing.said();
    int room = layout.letters(1) - ends.length() - 2;
    XYTextAnnotation name = new XYTextAnnotation(
        Text.cut(swing.name(), Math.max(8, room)) + ": " + ends, -reach, row + TOP + 0.06);
    name.setFont(Fonts.plain(layout.fontSize()));
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addAnnotation(name);
  }

  private void bar(End end, int index, double bottom, double top, Tone tone) {
    XYIntervalSeries series = new XYIntervalSeries("bar " + index, false, true);
    series.add(
        0, Math.min(0, end.value()), Math.max(0, end.value()), bottom, bottom, top);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    plot.setDataset(index, data);
    plot.setRenderer(index, BarChart.renderer(tone));
    if (Double.isFinite(end.from()) && end.to() > end.from()) {
      BarChart.whisker(plot, end.from(), end.to(), (bottom + top) / 2);
    }
  }
}
