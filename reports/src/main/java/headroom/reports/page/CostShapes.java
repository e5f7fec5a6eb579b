package headroom.reports.page;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import headroom.reports.page.RunFacts.Costs.Course;
import headroom.statistics.Spread;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How cost is spread: over replications, over time by category, and over the days of the week. */
final class CostShapes {

  private static final double FLAT = 0.98;
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private CostShapes() {}

  /** What share of the replications costs at most how much a month. */
  static Optional<CurveFigure> distribution(RunFacts facts) {
    double[] sorted = facts.costs().monthly().stream()
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
    Optional<Spread> spread = facts.costs().spreads().stream()
        .filter(each -> each.metric().flat().equals("cost.monthly"))
        .findFirst();
    if (sorted.length < 2 || spread.isEmpty() || isAlmostEven(sorted, spread.get())) {
      return Optional.empty();
    }
    Spread found = spread.get();
    String finding = "Half of the " + sorted.length + " replications cost at most "
        + usd(found.p50()) + " a month; 5\u00A0% stay below " + usd(found.p5())
        + ", 95\u00A0% below "
        + usd(found.p95()) + ".";
    Caption caption = new Caption(
        "cost-distribution",
        "How the cost of a month varies from replication to replication",
        finding,
        "Each step is a replication; P5, P50 and P95 by linear interpolation.");
    return Optional.of(
        CostSteps.of(caption, "replications", sorted, found.p5(), found.p50(), found.p95()));
  }

  /** Whether it would need more than cents to tell the least from the most. */
  private static boolean isAlmostEven(double[] sorted, Spread spread) {
    double most = sorted[sorted.length - 1];
    double range = most - sorted[0];
    return usd(spread.p5()).equals(usd(spread.p95()))
        || range < CostSteps.TICKS * Math.pow(10, -Numbers.mostDecimals(Form.MONEY, most));
  }

  private static String usd(double value) {
    return Numbers.said(Form.MONEY, value);
  }

  /** What the shown replication spends in an hour, by category. */
  static Optional<TimeFigure> rate(RunFacts facts) {
    List<Pile.Part> parts = facts.costs().courses().stream()
        .filter(course -> course.spent().length > 1)
        .map(course -> new Pile.Part(MetricWords.category(course.category()), perHour(course)))
        .toList();
    List<Layer> layers = Pile.of(parts, Layer.Shape.STACK);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    Points all = layers.stream().map(Layer::points).reduce(Points::plus).orElseThrow();
    int peak = all.peak();
    TimeSpan span =
        new TimeSpan(facts.shown().window().momentAt(0), all.x(0), all.x(all.size() - 1));
    return Optional.of(new TimeFigure(
        new Caption(
            "cost-rate",
            "What an hour costs, by category",
            isFlat(all)
                ? "An hour costs " + between(all.values().min().orElse(0), all.y(peak)) + "."
                : "The most expensive stretch begins on "
                    + CalendarTicks.moment(span.at(all.x(peak))) + " with " + usd(all.y(peak))
                    + " an hour.",
            "Replication " + facts.shownNumber() + ", after the warm-up; what is charged by the"
                + " started hour or day stands where it is charged."),
        span,
        Scale.linear("USD per hour", Form.MONEY),
        layers,
        List.of(),
        List.of(),
        List.of()));
  }

  /** Whether nothing stands out that one could be sent to look at. */
  private static boolean isFlat(Points all) {
    return all.values().min().orElse(0) >= FLAT * all.y(all.peak());
  }

  private static String between(double least, double most) {
    return usd(least).equals(usd(most))
        ? usd(most) + " throughout"
        : "between " + usd(least) + " and " + usd(most) + " throughout";
  }

  // The last value is held to the end, where there is a last point for it.
  private static Points perHour(Course course) {
    int steps = course.spent().length;
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      int step = Math.min(i, steps - 1);
      x[i] = course.edges()[i];
      y[i] = course.spent()[step] * HOUR / course.seconds(step);
    }
    return Points.of(x, y);
  }

  /** What a Monday costs, a Tuesday and so on; of runs that have each of them at least once. */
  static Optional<BarFigure> byDayOfWeek(RunFacts facts) {
    double[] spent = new double[7];
    double[] seconds = new double[7];
    ZonedDateTime start = facts.shown().window().momentAt(0);
    for (Course course : facts.costs().hourly()) {
      for (int i = 0; i < course.spent().length; i++) {
        spent[day(start, course.middle(i))] += course.spent()[i];
      }
    }
    facts.costs().hourly().stream().findFirst().ifPresent(course -> {
      for (int i = 0; i < course.spent().length; i++) {
        seconds[day(start, course.middle(i))] += course.seconds(i);
      }
    });
    if (Arrays.stream(seconds).anyMatch(each -> each < DAY * 0.99)) {
      return Optional.empty();
    }
    double[] each = new double[7];
    for (int day = 0; day < 7; day++) {
      each[day] = spent[day] * DAY / seconds[day];
    }
    return Optional.of(week(facts, each));
  }

  private static int day(ZonedDateTime start, double second) {
    return start.plusNanos((long) (second * 1e9)).getDayOfWeek().getValue() - 1;
  }

  private static BarFigure week(RunFacts facts, double[] each) {
    List<BarFigure.Bar> bars = new ArrayList<>();
    int most = 0;
    int least = 0;
    for (int day = 0; day < 7; day++) {
      most = each[day] > each[most] ? day : most;
      least = each[day] < each[least] ? day : least;
      bars.add(new BarFigure.Bar(
          DAYS.get(day), Tone.FIRST, each[day], Double.NaN, Double.NaN, usd(each[day])));
    }
    return new BarFigure(
        new Caption(
            "cost-by-day-of-week",
            "What a day costs, by day of the week",
            usd(each[most]).equals(usd(each[least]))
                ? "Every day of the week costs " + usd(each[most]) + " in the replication shown."
                : "In the replication shown " + days(each, most) + " the most (" + usd(each[most])
                    + "), " + days(each, least) + " the least (" + usd(each[least]) + ").",
            "Replication " + facts.shownNumber()
                + ", days in " + CalendarTicks.name(facts.shown().window().zone())
                + "; one replication has no interval."),
        Scale.linear("USD per day", Form.MONEY),
        bars);
  }

  /** "a Tuesday costs", or "Saturdays and Sundays cost" where both read the same. */
  private static String days(double[] each, int like) {
    List<String> names = IntStream.range(0, 7)
        .filter(day -> usd(each[day]).equals(usd(each[like])))
        .mapToObj(DAYS::get)
        .toList();
    if (names.size() == 1) {
      return "a " + names.get(0) + " costs";
    }
    String last = names.get(names.size() - 1) + "s cost";
    return String.join("s, ", names.subList(0, names.size() - 1)) + "s and " + last;
  }

  /** All that there are. */
  static Stream<Block> of(RunFacts facts) {
    return Stream.of(distribution(facts), rate(facts), byDayOfWeek(facts))
        .flatMap(Optional::stream)
        .map(Block.Picture::new);
  }
}
