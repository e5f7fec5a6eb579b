package headroom.reports.chart;

import headroom.reports.figure.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** The one look of every chart. */
final class Theme {

  /** Opacity of bands: full colour over large areas glares, most of all on the dark page. */
  static final double BAND = 0.75;

  static final Color NONE = new Color(0, 0, 0, 0);

  private Theme() {}

  static Color color(Tone tone) {
    return new Color(tone.lightRgb());
  }

  static Color tint(Tone tone, double opacity) {
    Color full = color(tone);
    return new Color(
        full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * opacity));
  }

  static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke stroke(Tone tone, double width) {
    if (tone.dash().isEmpty()) {
      return solid(width);
    }
    float[] dash = new float[tone.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = tone.dash().get(i);
    }
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  static JFreeChart chart(Plot plot, RectangleInsets padding) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(padding);
    return chart;
  }

  static XYPlot plot(ValueAxis x, ValueAxis y) {
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(x);
    plot.setRangeAxis(y);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setBackgroundPaint(null);
    plot.setOutlinePaint(NONE);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(color(Tone.GRID));
    plot.setRangeGridlinePaint(color(Tone.GRID));
    plot.setDomainGridlineStroke(solid(0.75));
    plot.setRangeGridlineStroke(solid(0.75));
    return plot;
  }
}
