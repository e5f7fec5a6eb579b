package headroom.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where names of points go so that none is written over another; all in shares of the plot. */
final class NamePlaces {

  private static final int MOST_LINES = 12;

  private final List<Rectangle2D> taken = new ArrayList<>();
  private double besides;

  /**
   * Where a name goes.
   *
   * @param right to the right of its point
   * @param bottom how high its lower edge is
   */
  record Place(boolean right, double bottom) {}

  /** Keeps the place of a point itself free; names begin beside theirs. */
  void keepFree(double x, double y, double width, double height) {
    besides = width / 2;
    taken.add(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
  }

  /** The nearest free place beside a point, inside the plot where that can be. */
  Place find(double x, double y, double width, double height) {
    boolean fitsRight = x + width <= 1;
    for (int line = 0; line < MOST_LINES; line++) {
      for (double bottom : new double[] {y + line * height, y - (line + 1) * height}) {
        if (isFree(fitsRight, x, bottom, width, height)) {
          return take(fitsRight, x, bottom, width, height);
        }
        boolean other = !fitsRight;
        if ((fitsRight ? x - width >= 0 : x + width <= 1)
            && isFree(other, x, bottom, width, height)) {
          return take(other, x, bottom, width, height);
        }
      }
    }
    return take(fitsRight, x, y, width, height);
  }

  private Rectangle2D box(boolean right, double x, double bottom, double w, double h) {
    return new Rectangle2D.Double(right ? x + besides : x - w, bottom, w - besides, h);
  }

  private boolean isFree(boolean right, double x, double bottom, double width, double height) {
    Rectangle2D box = box(right, x, bottom, width, height);
    boolean inside = bottom >= 0 && bottom + height <= 1 + height;
    return inside && taken.stream().noneMatch(box::intersects);
  }

  private Place take(boolean right, double x, double bottom, double width, double height) {
    taken.add(box(right, x, bottom, width, height));
    return new Place(right, bottom);
  }
}
