package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The values of a figure over time as the page's script reads them: a line of moments, then a line
 * for each series, its name first; fields are parted by tabs.
 */
final class Hover {

  private static final int MOST = 160;

  private Hover() {}

  static String of(TimeFigure figure) {
    List<Double> moments = moments(figure);
    StringJoiner lines = new StringJoiner("\n");
    StringJoiner when = new StringJoiner("\t");
    moments.forEach(at -> when.add(CalendarTicks.moment(figure.span().at(at))));
    lines.add(when.toString());
    for (Layer layer : figure.layers()) {
      StringJoiner line = new StringJoiner("\t");
      line.add(layer.name().replaceAll("\\s+", " "));
      moments.forEach(at -> line.add(said(figure, value(layer.points(), at))));
      lines.add(line.toString());
    }
    return lines.toString();
  }

  /** The middles of equal stretches, no more than there are points. */
  private static List<Double> moments(TimeFigure figure) {
    TimeSpan span = figure.span();
    int points = figure.layers().stream().mapToInt(l -> l.points().size()).max().orElse(0);
    int count = Math.min(MOST, points);
    List<Double> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(span.from() + (i + 0.5) * span.seconds() / count);
    }
    return moments;
  }

  /** The last value at or before a moment. */
  private static double value(Points points, double at) {
    int low = 0;
    int high = points.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (points.x(middle) <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return points.size() > 0 && points.x(low) <= at ? points.y(low) : Double.NaN;
  }

  private static String said(TimeFigure figure, double value) {
    return Double.isFinite(value) ? Numbers.said(figure.scale().form(), value) : "–";
  }
}
