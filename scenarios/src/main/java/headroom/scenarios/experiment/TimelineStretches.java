package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.statistics.BatchMeans;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stretches of a shown run's timeline after its warm-up: what of it adds up step by step. */
final class TimelineStretches implements BatchMeans.Stretches {

  private final Run run;
  private final Timeline line;
  private final int from;
  private final int steps;

  TimelineStretches(Run run) {
    this.run = run;
    this.line = run.timeline().orElseThrow();
    long step = line.stepNanos();
    this.from = (int) ((run.window().fromNanos() + step - 1) / step);
    this.steps = Math.max(0, (int) (run.window().toNanos() / step) - from);
  }

  int steps() {
    return steps;
  }

  @Override
  public double seconds() {
    return steps * (line.stepNanos() / 1e9);
  }

  @Override
  public SortedMap<Metric, Double> figures(int i, int n) {
    int each = steps / n;
    // What does not divide is left out where it is nearest to the beginning.
    int first = from + steps - each * n + i * each;
    SortedMap<Metric, Double> figures = new TreeMap<>();
    for (Metric metric : run.metrics().keySet()) {
      value(metric, first, first + each).ifPresent(value -> figures.put(metric, value));
    }
    return figures;
  }

  private Optional<Double> value(Metric metric, int first, int end) {
    return switch (metric.flat()) {
      case "latency.mean" -> latency(first, end);
      case "availability.request" -> availability(first, end);
      default ->
        metric.kind() == Kind.COUNT && metric.flat().startsWith("requests.")
            ? line.column(metric.flat()).map(column -> sum(column.values(), first, end))
            : Optional.empty();
    };
  }

  private Optional<Double> latency(int first, int end) {
    double[] weights = column("requests.succeeded");
    double[] means = column("latency.mean");
    double answered = 0;
    double took = 0;
    for (int i = first; i < end; i++) {
      if (Double.isFinite(means[i])) {
        answered += weights[i];
        took += weights[i] * means[i];
      }
    }
    return answered > 0 ? Optional.of(took / answered) : Optional.empty();
  }

  private Optional<Double> availability(int first, int end) {
    double good = sum(column("requests.succeeded"), first, end);
    double bad = sum(column("requests.failed"), first, end);
    return good + bad > 0 ? Optional.of(good / (good + bad)) : Optional.empty();
  }

  private double[] column(String flat) {
    return line.column(flat).orElseThrow().values();
  }

  private static double sum(double[] values, int first, int end) {
    double sum = 0;
    for (int i = first; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }
}
