package headroom.reports.chart;

import headroom.reports.figure.Lane;
import headroom.reports.figure.Text;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The rows of event marks beneath a time chart, each with its name above its marks. */
final class LaneStrip {

  private static final double BOTTOM = 0.08;
  private static final double TOP = 0.42;

  private final XYPlot plot;
  private final TimeSpan span;
  private final Layout layout;
  private final double leastSeconds;

  private LaneStrip(TimeSpan span, int lanes, Layout layout) {
    this.span = span;
    this.layout = layout;
    // A moment is drawn two pixels wide.
    this.leastSeconds = 2 * span.seconds() / layout.width();
    NumberAxis rows = new NumberAxis();
    rows.setRange(0, lanes);
    rows.setVisible(false);
    this.plot = Theme.plot(new NumberAxis(), rows);
    plot.setRangeGridlinesVisible(false);
  }

  static XYPlot of(List<Lane> lanes, TimeSpan span, Layout layout) {
    LaneStrip strip = new LaneStrip(span, lanes.size(), layout);
    for (int i = 0; i < lanes.size(); i++) {
      strip.add(lanes.get(i), i, lanes.size() - 1 - i);
    }
    return strip.plot;
  }

  private void add(Lane lane, int index, int row) {
    XYIntervalSeries marks = new XYIntervalSeries(lane.name(), false, true);
    for (Lane.Span mark : lane.merged(leastSeconds)) {
      double from = mark.from();
      marks.add(from, from, mark.to(), row + BOTTOM, row + BOTTOM, row + TOP);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(marks);
    plot.setDataset(index, data);
    plot.setRenderer(index, bars(lane.tone()));
    IntervalMarker track = new IntervalMarker(row + BOTTOM, row + TOP);
    track.setPaint(Theme.tint(Tone.GRID, 0.45));
    track.setAlpha(1);
    track.setOutlinePaint(null);
    plot.addRangeMarker(track, Layer.BACKGROUND);
    plot.addAnnotation(name(lane, row));
  }

  private static XYBarRenderer bars(Tone tone) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, Theme.color(tone));
    return renderer;
  }

  private XYTextAnnotation name(Lane lane, int row) {
    XYTextAnnotation name = new XYTextAnnotation(
        Text.cut(lane.name(), layout.letters(0.75)), span.from(), row + TOP + 0.1);
    name.setFont(Fonts.plain(layout.fontSize()));
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(TextAnchor.BOTTOM_LEFT);
    return name;
  }
}
