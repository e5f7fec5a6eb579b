package headroom.reports.chart;

import headroom.reports.figure.Scale;
import headroom.reports.figure.ScatterFigure;
import headroom.reports.figure.ScatterFigure.Choice;
import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws choices as points; those that none beats are joined by a line and named. */
final class ScatterChart {

  private static final int LABEL_HEIGHT = 24;
  private static final int MOST_NAMED = 12;
  private static final int GAP = 6;
  private static final double POINT = 5;

  private final ScatterFigure figure;
  private final Layout layout;
  private final XYPlot plot;

  private ScatterChart(ScatterFigure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    List<Tick> across = ticks(figure.x(), Choice::x, layout.width() / 110);
    TickedAxis x = TickedAxis.across(
        across, across.get(0).at(), across.get(across.size() - 1).at(), layout);
    x.name(figure.x().label(), layout);
    List<Tick> up = ticks(figure.y(), Choice::y, layout.plotHeight() / 50);
    this.plot = Theme.plot(x, TickedAxis.up(up, layout.fontSize()));
  }

  private List<Tick> ticks(Scale scale, ToDoubleFunction<Choice> measure, int wanted) {
    double most = figure.choices().stream().mapToDouble(measure).max().orElse(1);
    return scale.ticks(0, most, wanted);
  }

  static String draw(ScatterFigure figure, Layout layout) {
    ScatterChart chart = new ScatterChart(figure, layout);
    chart.add(0, false, Tone.SIXTH);
    chart.add(1, true, Tone.FIRST);
    NamePlaces places = new NamePlaces();
    figure.choices().forEach(choice -> chart.keepFree(choice, places));
    figure.choices().stream()
        .filter(Choice::unbeaten)
        .limit(MOST_NAMED)
        .forEach(choice -> chart.name(choice, places));
    return chart.finish();
  }

  private void add(int index, boolean unbeaten, Tone tone) {
    XYSeries series = new XYSeries(String.valueOf(unbeaten), false, true);
    figure.choices().stream()
        .filter(choice -> choice.unbeaten() == unbeaten)
        .sorted(Comparator.comparingDouble(Choice::x))
        .forEach(choice -> series.add(choice.x(), choice.y()));
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(unbeaten, true);
    renderer.setSeriesPaint(0, Theme.color(tone));
    renderer.setSeriesStroke(0, Theme.solid(1.2));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  /** No name is written over a point. */
  private void keepFree(Choice choice, NamePlaces places) {
    places.keepFree(
        choice.x() / plot.getDomainAxis().getUpperBound(),
        choice.y() / plot.getRangeAxis().getUpperBound(),
        POINT / layout.width(),
        POINT / layout.plotHeight());
  }

  private void name(Choice choice, NamePlaces places) {
    double across = plot.getDomainAxis().getUpperBound();
    double up = plot.getRangeAxis().getUpperBound();
    String text = Text.cutWithin(choice.name(), layout.letters(0.35));
    var context = new FontRenderContext(null, true, true);
    Font font = Fonts.plain(layout.fontSize());
    // The plot is a little narrower than the picture, so a name is a little wider than this.
    double width = 1.1 * font.getStringBounds("  " + text, context).getWidth() / layout.width();
    double height = (double) layout.lineHeight() / layout.plotHeight();
    NamePlaces.Place place = places.find(choice.x() / across, choice.y() / up, width, height);
    XYTextAnnotation name = new XYTextAnnotation(
        place.right() ? "  " + text : text + "  ", choice.x(), place.bottom() * up);
    name.setFont(font);
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(place.right() ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
    double middle = place.bottom() + height / 2;
    if (Math.abs(middle - choice.y() / up) > height) {
      lead(choice, (place.right() ? 1 : -1) * GAP * across / layout.width(), middle * up);
    }
    plot.addAnnotation(name);
  }

  /** From a point to a name that found no room beside it. */
  private void lead(Choice choice, double aside, double height) {
    plot.addAnnotation(new XYLineAnnotation(
        choice.x(),
        choice.y(),
        choice.x() + aside,
        height,
        Theme.solid(0.75),
        Theme.color(Tone.FAINT)));
  }

  private String finish() {
    int height = LABEL_HEIGHT + layout.plotHeight() + 26 + layout.lineHeight();
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    Graphics2D g2 = canvas.graphics();
    Theme.chart(plot, new RectangleInsets(LABEL_HEIGHT, 2, 2, 26)).draw(g2, canvas.bounds());
    g2.setFont(Fonts.plain(layout.fontSize()));
    g2.setPaint(Theme.color(Tone.FAINT));
    g2.drawString(figure.y().label(), 2, layout.fontSize());
    return canvas.finish();
  }
}
