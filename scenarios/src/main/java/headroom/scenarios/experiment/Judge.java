package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import headroom.statistics.Precision;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges expectations by the intervals of estimates.
 *
 * @param estimates what was measured
 * @param replications in how many replications
 * @param seconds how much of each counts
 */
record Judge(Map<Metric, Estimate> estimates, int replications, double seconds) {

  Verdict verdict(Expectation expectation) {
    Optional<Estimate> found = StoppingRule.find(expectation.metric(), estimates)
        .or(() -> causeNeverSeen(expectation.metric()));
    Verdict.State state =
        found.map(estimate -> state(expectation, estimate)).orElse(Verdict.State.UNDECIDED);
    return new Verdict(expectation, state, found, needed(state, found, expectation.value()));
  }

  private static Verdict.State state(Expectation expectation, Estimate estimate) {
    if (!estimate.hasInterval()) {
      return Verdict.State.UNDECIDED;
    }
    boolean low = expectation.op().holds(estimate.low(), expectation.value());
    boolean high = expectation.op().holds(estimate.high(), expectation.value());
    if (low && high) {
      return Verdict.State.MET;
    }
    return low || high ? Verdict.State.UNDECIDED : Verdict.State.MISSED;
  }

  private static OptionalInt needed(Verdict.State state, Optional<Estimate> found, double limit) {
    if (state != Verdict.State.UNDECIDED || found.isEmpty()) {
      return OptionalInt.empty();
    }
    Estimate estimate = found.get();
    Precision decisive = Precision.absolute(Math.abs(estimate.mean() - limit));
    OptionalInt needed = decisive.replicationsNeeded(estimate, Replications.LIMIT);
    // An interval that just touches its limit wants one more, not those it has.
    return needed.isPresent() && needed.getAsInt() == estimate.n()
        ? OptionalInt.of(estimate.n() + 1)
        : needed;
  }

  /** A cause of failure that no replication saw is a true zero, and so is what cannot happen. */
  private Optional<Estimate> causeNeverSeen(String flat) {
    if (flat.equals("requests.degraded")) {
      Metric metric = Metric.count("", flat, "", Unit.ONE);
      return Optional.ofNullable(zeros(metric).get(metric));
    }
    for (String measure : List.of("requests.failed-by.", "requests.failed.", "downtime.")) {
      if (flat.startsWith(measure) && MetricNames.unit(flat).isPresent()) {
        Unit unit = MetricNames.unit(flat).get();
        String statistic = flat.substring(measure.length());
        Metric metric =
            Metric.count("", measure.substring(0, measure.length() - 1), statistic, unit);
        return Optional.ofNullable(zeros(metric).get(metric));
      }
    }
    return Optional.empty();
  }

  private SortedMap<Metric, Estimate> zeros(Metric metric) {
    SortedMap<Metric, Double> zero = new TreeMap<>(Map.of(metric, 0.0));
    return Estimates.of(Collections.nCopies(replications, zero), seconds);
  }
}
