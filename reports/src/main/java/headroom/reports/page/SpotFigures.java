package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import java.util.List;
import java.util.Optional;

/** What the spot pools whose price moves cost over time. */
final class SpotFigures {

  private static final String POOLS = "spot-pools.";
  private static final String PRICE = ".price";

  private SpotFigures() {}

  /** The price of each pool; empty where no price moves. */
  static Optional<TimeFigure> prices(Course course) {
    List<String> names =
        course.endings(POOLS).stream().filter(name -> name.endsWith(PRICE)).toList();
    Bundle bundle = new Bundle(Shape.STEP);
    for (String name : names) {
      String pool = name.substring(0, name.length() - PRICE.length());
      course.values(POOLS + name).ifPresent(points -> bundle.add(pool, points));
    }
    List<Layer> lines = bundle.layers();
    return lines.stream()
        .filter(layer -> layer.points().peak() >= 0)
        .max((a, b) -> Double.compare(a.points().max(), b.points().max()))
        .map(top -> new TimeFigure(
            new Caption(
                "spot-prices",
                "Price of spot instances",
                dearest(top, course),
                "USD an hour at the end of each " + Lengths.words(course.step()) + "."
                    + bundle.said()),
            course.span(),
            Scale.linear("USD an hour", Form.MONEY),
            lines,
            List.of(),
            Incidents.of(course).outageSpans(),
            List.of()));
  }

  private static String dearest(Layer top, Course course) {
    int peak = top.points().peak();
    return "Dearest is " + top.name() + " with "
        + Numbers.said(Form.MONEY, top.points().y(peak)) + " an hour on "
        + course.moment(top.points().x(peak)) + ".";
  }
}
