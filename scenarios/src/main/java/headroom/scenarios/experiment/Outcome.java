package headroom.scenarios.experiment;

import headroom.billing.Bill;
import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.statistics.Estimate;
import headroom.statistics.Spread;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * The answer to a trial: everything that tables, files and pages are made from.
 *
 * @param trial what was asked
 * @param replications what is kept of every replication, in the order of their numbers
 * @param estimates every metric over the replications, refined where that was asked
 * @param refinement what the technique asked for made of them
 * @param latency client latencies of all replications together; for charts, so labelled
 * @param shownNumber the number of the shown replication
 * @param shown the shown replication, with timeline and events
 * @param shownBill the shown replication's bill
 * @param compared the same under each of the other price books asked for
 * @param advice what to reserve, where that was asked
 * @param invoice what the bills come to, split by one question after another
 * @param verdicts what became of each expectation, in the scenario's order
 */
public record Outcome(
    Trial trial,
    List<Replication> replications,
    SortedMap<Metric, Estimate> estimates,
    Refinement refinement,
    LatencySketch latency,
    int shownNumber,
    Run shown,
    Bill shownBill,
    List<BookComparison> compared,
    List<Advice> advice,
    List<InvoiceSplit> invoice,
    List<Verdict> verdicts) {

  public Outcome {
    replications = List.copyOf(replications);
    compared = List.copyOf(compared);
    advice = List.copyOf(advice);
    invoice = List.copyOf(invoice);
    verdicts = List.copyOf(verdicts);
  }

  /** The estimate of the metric with this flat name, if it was measured. */
  public Optional<Estimate> estimate(String flatName) {
    return StoppingRule.find(flatName, estimates);
  }

  /** How each figure of cost varies over the replications. */
  public SortedMap<Metric, Spread> costSpreads() {
    return spreads(metric -> metric.flat().startsWith("cost."));
  }

  /** How the figures wanted vary over the replications. */
  public SortedMap<Metric, Spread> spreads(Predicate<Metric> wanted) {
    return Spread.of(replications.stream().map(Replication::figures).toList(), wanted);
  }

  /** False when a precision was asked for and was not reached within at-most replications. */
  public boolean isPrecisionReached() {
    return trial
        .experiment()
        .replications()
        .until()
        .map(until -> StoppingRule.isReached(until, estimates))
        .orElse(true);
  }
}
