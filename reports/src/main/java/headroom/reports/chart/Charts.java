package headroom.reports.chart;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Figure;
import headroom.reports.figure.HeatFigure;
import headroom.reports.figure.IntervalFigure;
import headroom.reports.figure.Key;
import headroom.reports.figure.ScatterFigure;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import headroom.reports.figure.TornadoFigure;
import java.util.StringJoiner;

/** Draws figures. The same figure and layout give the same bytes on one machine and Java. */
public final class Charts {

  private Charts() {}

  /**
   * Finds out whether anything can be drawn here.
   *
   * @throws NoFontsException when this machine has no font
   */
  public static void requireFonts() {
    Fonts.require();
  }

  /** Draws a figure for a layout. */
  public static Svg svg(Figure figure, Layout layout) {
    Fonts.require();
    return new Svg(draw(figure, layout));
  }

  /** A short sample of a series' line or fill, for a key outside the chart. */
  public static Svg sample(Key key) {
    String color = "var(" + key.tone().variable() + "," + Tone.css(key.tone().lightRgb()) + ")";
    String drawn = key.area()
        ? "<rect x=\"5\" y=\"1\" width=\"10\" height=\"10\" style=\"fill-opacity:" + Theme.BAND
            + ";fill:" + color + "\"/>"
        : "<path d=\"M0,6H20\" style=\"stroke-width:2;stroke:" + color + dashes(key) + "\"/>";
    return new Svg("<svg viewBox=\"0 0 20 12\" width=\"20\" height=\"12\" aria-hidden=\"true\">"
        + drawn + "</svg>");
  }

  private static String dashes(Key key) {
    StringJoiner lengths = new StringJoiner(",", ";stroke-dasharray:", "");
    lengths.setEmptyValue("");
    for (float length : key.tone().dash()) {
      lengths.add(Float.toString(length));
    }
    return lengths.toString();
  }

  private static String draw(Figure figure, Layout layout) {
    if (figure instanceof TimeFigure time) {
      return PlotChart.draw(time, layout);
    }
    if (figure instanceof CurveFigure curve) {
      return PlotChart.draw(curve, layout);
    }
    if (figure instanceof HeatFigure heat) {
      return HeatChart.draw(heat, layout);
    }
    if (figure instanceof IntervalFigure intervals) {
      return IntervalChart.draw(intervals, layout);
    }
    if (figure instanceof ScatterFigure scatter) {
      return ScatterChart.draw(scatter, layout);
    }
    if (figure instanceof TornadoFigure tornado) {
      return TornadoChart.draw(tornado, layout);
    }
    return BarChart.draw((BarFigure) figure, layout);
  }
}
