package headroom.reports.chart;

import headroom.reports.figure.Layer;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import java.util.function.DoubleUnaryOperator;
import org.jfree.data.xy.XYSeries;

/** The corners of the line that a layer draws, as JFreeChart wants them. */
final class Outline {

  private final XYSeries corners;
  private final Points points;
  private final DoubleUnaryOperator place;

  private Outline(Layer layer, Scale scale) {
    this.corners = new XYSeries(layer.name(), false, true);
    this.points = layer.points();
    this.place = scale::place;
  }

  static XYSeries of(Layer layer, Scale scale) {
    Outline outline = new Outline(layer, scale);
    for (int i = 0; i < outline.points.size(); i++) {
      outline.add(i, layer.stepped());
    }
    return outline.corners;
  }

  private void add(int i, boolean stepped) {
    double y = y(i);
    if (stepped || isAlone(i)) {
      addStep(i, y);
    } else if (!Double.isNaN(y) || i + 1 < points.size()) {
      corners.add(points.x(i), y);
    }
  }

  private void addStep(int i, double y) {
    if (Double.isNaN(y)) {
      corners.add(points.x(i), y);
      return;
    }
    int last = corners.getItemCount() - 1;
    if (last > 0
        && corners.getY(last).doubleValue() == y
        && corners.getY(last - 1).doubleValue() == y) {
      corners.remove(last); // a level that goes on needs no corner
    } else {
      corners.add(points.x(i), y);
    }
    corners.add(end(i), y);
  }

  // A value between two gaps would be a line without length.
  private boolean isAlone(int i) {
    return !Double.isNaN(y(i)) && Double.isNaN(y(i - 1)) && Double.isNaN(y(i + 1));
  }

  private double y(int i) {
    return i < 0 || i >= points.size() ? Double.NaN : place.applyAsDouble(points.y(i));
  }

  private double end(int i) {
    if (i + 1 < points.size()) {
      return points.x(i + 1);
    }
    return i == 0 ? points.x(0) : 2 * points.x(i) - points.x(i - 1);
  }
}
