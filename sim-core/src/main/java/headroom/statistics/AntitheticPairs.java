package headroom.statistics;

import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.statistics.Estimate.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Estimates from replications in pairs, the second of each on the mirrored luck of the first
 * (antithetic variates; J. M. Hammersley, K. W. Morton 1956; Law, Simulation Modeling and Analysis,
 * 5th ed., §11.3). Pairs are independent of each other, so Student's intervals of their means hold
 * whatever the two of a pair have in common. What is rare is judged by the first of each pair alone.
 */
public final class AntitheticPairs {

  private AntitheticPairs() {}

  /**
   * The estimates of an even number of replications, the two of a pair side by side.
   *
   * @param seconds the part of each run that counts
   * @param risk how often the intervals may miss
   */
  public static SortedMap<Metric, Estimate> of(
      List<? extends SortedMap<Metric, Double>> replications, double seconds, double risk) {
    List<SortedMap<Metric, Double>> pairs = new ArrayList<>();
    List<SortedMap<Metric, Double>> firsts = new ArrayList<>();
    for (int i = 0; i + 1 < replications.size(); i += 2) {
      pairs.add(mean(replications.get(i), replications.get(i + 1)));
      firsts.add(new TreeMap<>(replications.get(i)));
    }
    SortedMap<Metric, Estimate> estimates = Estimates.of(pairs, seconds, risk);
    SortedMap<Metric, Estimate> plain = Estimates.of(firsts, seconds, risk);
    estimates.replaceAll((metric, estimate) ->
        estimate.basis() == Basis.RARE ? plain.getOrDefault(metric, estimate) : estimate);
    return estimates;
  }

  private static SortedMap<Metric, Double> mean(
      SortedMap<Metric, Double> first, SortedMap<Metric, Double> second) {
    TreeSet<Metric> metrics = new TreeSet<>(first.keySet());
    metrics.addAll(second.keySet());
    SortedMap<Metric, Double> mean = new TreeMap<>();
    for (Metric metric : metrics) {
      double absent = metric.kind() == Kind.COUNT ? 0 : Double.NaN;
      double value = (first.getOrDefault(metric, absent) + second.getOrDefault(metric, absent)) / 2;
      if (Double.isFinite(value)) {
        mean.put(metric, value);
      }
    }
    return mean;
  }
}
