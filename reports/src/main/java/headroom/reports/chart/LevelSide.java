package headroom.reports.chart;

import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import java.util.List;

/** At which end of its line a level is named: at the left, unless a curve runs there and none at the right. */
final class LevelSide {

  // What a name takes of the plot, a little more than most do.
  private static final double WIDE = 0.16;
  private static final double HIGH = 0.07;

  private final List<Layer> layers;
  private final Scale scale;
  private final double left;
  private final double right;
  private final double height;

  /**
   * @param left the least x that is drawn
   * @param right the largest
   * @param height from the least y that is drawn to the largest, as the scale places them
   */
  LevelSide(List<Layer> layers, Scale scale, double left, double right, double height) {
    this.layers = layers;
    this.scale = scale;
    this.left = left;
    this.right = right;
    this.height = height;
  }

  boolean isRight(Level level) {
    double width = WIDE * (right - left);
    return meets(level, left, left + width) && !meets(level, right - width, right);
  }

  private boolean meets(Level level, double from, double to) {
    double low = scale.place(level.value());
    double high = low + HIGH * height;
    return layers.stream().anyMatch(layer -> meets(layer, from, to, low, high));
  }

  private boolean meets(Layer layer, double from, double to, double low, double high) {
    Points points = layer.points();
    for (int i = 0; i < points.size(); i++) {
      int next = Math.min(i + 1, points.size() - 1);
      double one = scale.place(points.y(i));
      double other = scale.place(points.y(next));
      // A step keeps its height up to the next one.
      boolean rises = layer.shape() != Layer.Shape.STEP || points.x(next) <= to;
      double end = rises ? other : one;
      boolean there = points.x(i) <= to && points.x(next) >= from;
      if (there && Math.min(one, end) <= high && Math.max(one, end) >= low) {
        return true;
      }
    }
    return false;
  }
}
