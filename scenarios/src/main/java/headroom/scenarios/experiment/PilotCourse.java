package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.results.Unit;
import headroom.spec.Scenario;
import headroom.statistics.Mser5;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** How pilot runs go over time: the series a warm-up is read from, kept as figures, one a step. */
final class PilotCourse {

  private static final String STEP = "step";

  private final Unit unit;
  private final List<double[]> pilots = new ArrayList<>();

  private PilotCourse(Unit unit) {
    this.unit = unit;
  }

  /** Latency, and how many instances of each group are in service. */
  private static boolean isLookedAt(Metric metric) {
    return metric.flat().equals("latency.mean")
        || (metric.subject().startsWith("groups.") && metric.flat().endsWith(".in-service"));
  }

  /** The series of a pilot as figures; a last step that is shorter than the others is none. */
  static SortedMap<Metric, Double> figures(Run pilot) {
    Timeline timeline = pilot.timeline().orElseThrow();
    int steps = (int) (pilot.window().toNanos() / timeline.stepNanos());
    SortedMap<Metric, Double> figures = new TreeMap<>();
    figures.put(length(), timeline.stepNanos() / 1e9);
    for (Timeline.Column column : timeline.columns()) {
      for (int i = 0; i < steps && isLookedAt(column.metric()); i++) {
        figures.put(at(column.metric(), i), column.values()[i]);
      }
    }
    return figures;
  }

  private static Metric length() {
    return Metric.value("", STEP, "", Unit.SECONDS);
  }

  private static Metric at(Metric metric, int step) {
    return Metric.value(
        metric.flat(), STEP, String.format(Locale.ROOT, "%04d", step), metric.unit());
  }

  /**
   * The warm-up that each series of a scenario's pilots asks for, that of latency first.
   *
   * @throws NotSettled when one does not settle
   */
  static List<Settling> settlings(Scenario scenario, List<Finished> pilots) {
    SortedMap<String, PilotCourse> courses = new TreeMap<>((some, other) -> {
      boolean isFirst = some.startsWith("latency");
      return isFirst == other.startsWith("latency") ? some.compareTo(other) : isFirst ? -1 : 1;
    });
    pilots.forEach(pilot -> add(pilot.figures(), courses));
    Duration step =
        Duration.ofSeconds(Math.round(pilots.get(0).figures().getOrDefault(length(), 60.0)));
    List<Settling> found = new ArrayList<>();
    courses.forEach((name, course) -> found.add(course.settling(scenario, name, step)));
    return found;
  }

  private static void add(SortedMap<Metric, Double> figures, SortedMap<String, PilotCourse> all) {
    SortedMap<Metric, List<Double>> values = new TreeMap<>();
    figures.forEach((metric, value) -> {
      if (!metric.subject().isEmpty()) {
        Metric series = Metric.value(metric.subject(), "", "", metric.unit());
        values.computeIfAbsent(series, any -> new ArrayList<>()).add(value);
      }
    });
    values.forEach((series, course) -> all.computeIfAbsent(
            series.subject(), name -> new PilotCourse(series.unit()))
        .pilots
        .add(course.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private Settling settling(Scenario scenario, String name, Duration step) {
    double[] mean = mean();
    OptionalInt cut = Mser5.cut(mean);
    if (cut.isEmpty()) {
      throw new NotSettled(scenario.name(), name);
    }
    List<Double> course = new ArrayList<>();
    for (double value : mean) {
      course.add(value);
    }
    return new Settling(step.multipliedBy(cut.getAsInt()), name, unit, step, course, pilots.size());
  }

  private double[] mean() {
    double[] mean = new double[pilots.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      int known = 0;
      for (double[] pilot : pilots) {
        if (i < pilot.length && Double.isFinite(pilot[i])) {
          sum += pilot[i];
          known++;
        }
      }
      mean[i] = known == 0 ? Double.NaN : sum / known;
    }
    return known(mean);
  }

  /** Up to the last value: of requests that came later none was answered before the end. */
  private static double[] known(double[] mean) {
    int length = mean.length;
    while (length > 0 && !Double.isFinite(mean[length - 1])) {
      length--;
    }
    return Arrays.copyOf(mean, length);
  }
}
