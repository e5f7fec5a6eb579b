package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.results.Run;
import headroom.results.Unit;
import headroom.statistics.AntitheticPairs;
import headroom.statistics.BatchMeans;
import headroom.statistics.BatchMeans.Batched;
import headroom.statistics.ControlVariate;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes what a technique makes of the replications of a trial. */
record Refiner(Trial trial, Collected collected, SortedMap<Metric, Estimate> plain, double risk) {

  /**
   * The refinement.
   *
   * @param first the first replication with its timeline, where batches are asked for
   */
  Refinement refine(Optional<Run> first) {
    Technique technique = trial.experiment().technique();
    if (technique.batches() > 0) {
      return batched(first.orElseThrow());
    }
    return switch (technique.variates()) {
      case NONE -> Refinement.plain(plain);
      case ANTITHETIC -> paired();
      case CONTROL -> controlled();
    };
  }

  private Refinement paired() {
    SortedMap<Metric, Estimate> pairs =
        AntitheticPairs.of(collected.figures(), trial.scenario().window().seconds(), risk);
    SortedMap<Metric, Refinement.Gain> gains = new TreeMap<>();
    pairs.forEach((metric, pair) -> {
      double[] values = values(metric);
      boolean isWhole = values.length == collected.size();
      if (isWhole && pair.basis() == Basis.STUDENT && pair.n() * 2 == values.length) {
        // By means of pairs and by single replications the same mean, of unlike variance.
        double refined = variance(pairMeans(values));
        gains.put(metric, new Refinement.Gain(variance(values), refined));
      }
    });
    return with(pairs, gains, Optional.empty(), OptionalDouble.empty());
  }

  private static double[] pairMeans(double[] values) {
    double[] means = new double[values.length / 2];
    for (int i = 0; i < means.length; i++) {
      means[i] = (values[2 * i] + values[2 * i + 1]) / 2;
    }
    return means;
  }

  /** Of the mean of independent values. */
  private static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1) / values.length;
  }

  private static double mean(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    return mean;
  }

  private double[] values(Metric metric) {
    double absent = metric.kind() == Kind.COUNT ? 0 : Double.NaN;
    return collected.figures().stream()
        .mapToDouble(figures -> figures.getOrDefault(metric, absent))
        .filter(Double::isFinite)
        .toArray();
  }

  private Refinement controlled() {
    ReferenceQueue queue = ReferenceQueue.of(trial.scenario());
    double[] controls =
        collected.controls().stream().mapToDouble(Double::doubleValue).toArray();
    SortedMap<Metric, Estimate> estimates = new TreeMap<>(plain);
    SortedMap<Metric, Refinement.Gain> gains = new TreeMap<>();
    estimates.replaceAll((metric, estimate) -> {
      double[] values = values(metric);
      if (!isTime(metric) || values.length != controls.length) {
        return estimate;
      }
      ControlVariate found = ControlVariate.of(metric, values, controls, queue.meanSeconds(), risk);
      gains.put(metric, new Refinement.Gain(found.plain(), found.variance()));
      return found.estimate();
    });
    return with(estimates, gains, Optional.of(queue), OptionalDouble.of(mean(controls)));
  }

  /** What a queue at the same luck can tell of: how long requests take. */
  private static boolean isTime(Metric metric) {
    return metric.kind() == Kind.VALUE
        && metric.unit() == Unit.SECONDS
        && (metric.flat().startsWith("latency.") || metric.flat().endsWith(".wait.mean"));
  }

  private Refinement batched(Run run) {
    TimelineStretches stretches = new TimelineStretches(run);
    int batches = trial.experiment().technique().batches();
    SortedMap<Metric, Batched> all = BatchMeans.of(
        collected.figures().get(0),
        trial.scenario().window().seconds(),
        stretches,
        Math.min(batches, stretches.steps()),
        risk);
    SortedMap<Metric, Estimate> estimates = new TreeMap<>(plain);
    all.forEach((metric, found) -> estimates.put(metric, found.estimate()));
    return new Refinement(
        trial.experiment().technique(),
        estimates,
        new TreeMap<>(),
        Optional.empty(),
        OptionalDouble.empty(),
        all,
        Duration.ofNanos((long) (stretches.seconds() / batches * 1e9)));
  }

  private Refinement with(
      SortedMap<Metric, Estimate> estimates,
      SortedMap<Metric, Refinement.Gain> gains,
      Optional<ReferenceQueue> queue,
      OptionalDouble measured) {
    return new Refinement(
        trial.experiment().technique(),
        estimates,
        gains,
        queue,
        measured,
        new TreeMap<>(),
        Duration.ZERO);
  }
}
