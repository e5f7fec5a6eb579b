package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics an experiment is run for, as far as they are known while it runs. */
final class WatchedFigures {

  private static final List<String> USUAL = List.of("cost.total", "availability.request");
  private static final int MOST = 2;

  private final List<String> names;

  private WatchedFigures(Stream<String> names) {
    this.names = names.distinct().limit(MOST).toList();
  }

  /** Those that a precision is asked of, then those of expectations, else cost and availability. */
  static WatchedFigures of(Experiment experiment) {
    List<String> asked = Stream.concat(
            experiment.replications().until().map(Until::metric).stream(),
            experiment.expectations().stream().map(Expectation::metric))
        .toList();
    return new WatchedFigures(asked.isEmpty() ? USUAL.stream() : asked.stream());
  }

  /** These alone. */
  static WatchedFigures of(String name) {
    return new WatchedFigures(Stream.of(name));
  }

  /** What these replications say of them; those that none has measured are left out. */
  List<Estimate> estimates(
      List<? extends SortedMap<Metric, Double>> replications, double seconds, double risk) {
    List<SortedMap<Metric, Double>> watched =
        replications.stream().map(this::alone).toList();
    return List.copyOf(Estimates.of(watched, seconds, risk).values());
  }

  // A weight of importance sampling belongs to every figure.
  private SortedMap<Metric, Double> alone(SortedMap<Metric, Double> figures) {
    SortedMap<Metric, Double> alone = new TreeMap<>();
    figures.forEach((metric, value) -> {
      if (names.contains(metric.flat()) || metric.equals(Metric.WEIGHT)) {
        alone.put(metric, value);
      }
    });
    return alone;
  }

  /** Of each metric the estimate that is the least precise, relative to its mean. */
  List<Estimate> leastPrecise(Collection<List<Estimate>> all) {
    List<Estimate> worst = new ArrayList<>();
    for (String name : names) {
      Optional<Estimate> widest = all.stream()
          .flatMap(List::stream)
          .filter(estimate -> estimate.metric().flat().equals(name))
          .max(Comparator.comparingDouble(WatchedFigures::width));
      widest.ifPresent(worst::add);
    }
    return worst;
  }

  private static double width(Estimate estimate) {
    if (!estimate.hasInterval()) {
      return Double.POSITIVE_INFINITY;
    }
    double size = Math.abs(estimate.mean());
    double width = estimate.high() - estimate.low();
    return size == 0 ? width : width / size;
  }
}
