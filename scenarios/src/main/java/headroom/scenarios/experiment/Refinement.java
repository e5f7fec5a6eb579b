package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.BatchMeans.Batched;
import headroom.statistics.Estimate;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a technique made of the estimates of a run.
 *
 * @param technique which
 * @param estimates every metric, refined where it can be
 * @param gains what became of the variance of the mean, by metric
 * @param queue the queue behind a control variate
 * @param measured what that queue measured on average; its expectation is known
 * @param batched figures by batches
 * @param length of the first batches
 */
public record Refinement(
    Technique technique,
    SortedMap<Metric, Estimate> estimates,
    SortedMap<Metric, Gain> gains,
    Optional<ReferenceQueue> queue,
    OptionalDouble measured,
    SortedMap<Metric, Batched> batched,
    Duration length) {

  /**
   * Variances of a mean.
   *
   * @param plain of as many independent replications
   * @param refined what it is
   */
  public record Gain(double plain, double refined) {

    /** What is left of the variance: below 1 the interval is narrower for it. */
    public double ratio() {
      return refined / plain;
    }
  }

  public Refinement {
    estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
    gains = Collections.unmodifiableSortedMap(new TreeMap<>(gains));
    batched = Collections.unmodifiableSortedMap(new TreeMap<>(batched));
  }

  /** Replications as they are. */
  static Refinement plain(SortedMap<Metric, Estimate> estimates) {
    return new Refinement(
        Technique.NONE,
        estimates,
        new TreeMap<>(),
        Optional.empty(),
        OptionalDouble.empty(),
        new TreeMap<>(),
        Duration.ZERO);
  }
}
