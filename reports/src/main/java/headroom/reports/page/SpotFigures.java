package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the spot pools whose price moves cost over time. */
final class SpotFigures {

  private static final String POOLS = "spot-pools.";
  private static final String PRICE = ".price";
  private static final int MOST_LINES = 6;

  private SpotFigures() {}

  /** The price of each pool, the first six; empty where no price moves. */
  static Optional<TimeFigure> prices(Course course) {
    List<String> names =
        course.endings(POOLS).stream().filter(name -> name.endsWith(PRICE)).toList();
    List<Layer> lines = new ArrayList<>();
    for (String name : names) {
      Optional<Points> points = course.values(POOLS + name);
      if (points.isPresent() && lines.size() < MOST_LINES) {
        String pool = name.substring(0, name.length() - PRICE.length());
        lines.add(new Layer(pool, Tone.series().get(lines.size()), Shape.STEP, points.get()));
      }
    }
    String omitted = names.size() > MOST_LINES
        ? " The first " + MOST_LINES + " of " + names.size() + " pools are drawn."
        : "";
    return lines.stream()
        .filter(layer -> layer.points().peak() >= 0)
        .max((a, b) -> Double.compare(a.points().max(), b.points().max()))
        .map(top -> new TimeFigure(
            new Caption(
                "spot-prices",
                "Price of spot instances",
                dearest(top, course),
                "USD an hour at the end of each " + Lengths.words(course.step()) + "." + omitted),
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
