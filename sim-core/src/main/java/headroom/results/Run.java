package headroom.results;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one replication measured, small and immutable.
 *
 * @param scenario the scenario's name
 * @param seed the replication's seed
 * @param window the time covered and the part that counts
 * @param metrics every measured figure except money, which is a reading of {@code usage}
 * @param latency client latencies of the requests that succeeded
 * @param usage what was used, for the bill
 * @param timeline the course over time; only of a replication asked to be shown
 * @param events what happened, in order; only of a replication asked to be shown
 * @param slowRequests single requests worth a look; only of a replication asked to be shown
 * @param metastable when the fleet stayed down though its trigger was over; the first thousand
 * @param logWeight log-likelihood weight of the run; 0 unless a rare-event method tilted it
 */
public record Run(
    String scenario,
    long seed,
    Window window,
    SortedMap<Metric, Double> metrics,
    LatencySketch latency,
    Usage usage,
    Optional<Timeline> timeline,
    Optional<EventLog> events,
    Optional<SlowRequests> slowRequests,
    List<MetastableEpisode> metastable,
    double logWeight) {

  public Run {
    metastable = List.copyOf(metastable);
  }

  /** A run that tells of no single request, and in which nothing stayed down. */
  public Run(
      String scenario,
      long seed,
      Window window,
      SortedMap<Metric, Double> metrics,
      LatencySketch latency,
      Usage usage,
      Optional<Timeline> timeline,
      Optional<EventLog> events,
      double logWeight) {
    this(
        scenario,
        seed,
        window,
        metrics,
        latency,
        usage,
        timeline,
        events,
        Optional.empty(),
        List.of(),
        logWeight);
  }

  /** The same run as if it had used something else, for a bill. */
  public Run with(Usage other) {
    return new Run(
        scenario,
        seed,
        window,
        metrics,
        latency,
        other,
        timeline,
        events,
        slowRequests,
        metastable,
        logWeight);
  }

  /** The same with one more figure, such as a measure of one's own. */
  public Run with(Metric metric, double value) {
    SortedMap<Metric, Double> more = new TreeMap<>(metrics);
    more.put(metric, value);
    return new Run(
        scenario,
        seed,
        window,
        Collections.unmodifiableSortedMap(more),
        latency,
        usage,
        timeline,
        events,
        slowRequests,
        metastable,
        logWeight);
  }

  /** The figure with this flat name, if the run has it. */
  public Optional<Double> figure(String flatName) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals(flatName))
        .map(java.util.Map.Entry::getValue)
        .findFirst();
  }
}
