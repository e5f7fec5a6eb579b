package headroom.reports.chart;

import headroom.reports.figure.Caption;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.svg.SVGGraphics2D;

/** A sheet that a chart is drawn on, and that comes out as SVG. */
final class Canvas {

  private final Caption caption;
  private final String id;
  private final int width;
  private final int height;
  private final SVGGraphics2D graphics;
  private String plot = "";

  Canvas(Caption caption, Layout layout, int height) {
    this.caption = caption;
    this.id = caption.id() + "-" + layout.name();
    this.width = layout.width();
    this.height = height;
    this.graphics = new SVGGraphics2D(width, height);
    // Otherwise the ids of clips hold the clock's time.
    graphics.setDefsKeyPrefix(id + "-");
    graphics.setGeomDoubleConverter(Canvas::hundredths);
    graphics.setTransformDoubleConverter(Canvas::hundredths);
  }

  /** Says where in the picture the plot begins and ends, for whoever points at it. */
  void plot(Rectangle2D area) {
    plot = " data-left=\"" + hundredths(area.getMinX()) + "\" data-right=\""
        + hundredths(area.getMaxX()) + "\"";
  }

  Graphics2D graphics() {
    return graphics;
  }

  Rectangle2D bounds() {
    return new Rectangle2D.Double(0, 0, width, height);
  }

  String finish() {
    return SvgTidy.tidy(graphics.getSVGElement(), id, width, height, caption.finding(), plot);
  }

  private static String hundredths(double value) {
    long hundred = Math.round(value * 100);
    if (hundred % 100 == 0) {
      return Long.toString(hundred / 100);
    }
    String digits = Double.toString(hundred / 100.0);
    return digits.startsWith("0.") ? digits.substring(1) : digits;
  }
}
