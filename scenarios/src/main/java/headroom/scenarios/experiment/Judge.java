package headroom.scenarios.experiment;

import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges expectations by the intervals of estimates. */
final class Judge {

  private static final double TWO_SIDED_95 = 0.975;

  private Judge() {}

  static Verdict of(Expectation expectation, Map<Metric, Estimate> estimates) {
    Optional<Estimate> found = StoppingRule.find(expectation.metric(), estimates);
    Verdict.State state =
        found.map(estimate -> state(expectation, estimate)).orElse(Verdict.State.UNDECIDED);
    OptionalInt needed =
        state == Verdict.State.UNDECIDED && found.isPresent()
            ? needed(found.get(), expectation.value())
            : OptionalInt.empty();
    return new Verdict(expectation, state, found, needed);
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

  private static OptionalInt needed(Estimate estimate, double limit) {
    double distance = Math.abs(estimate.mean() - limit);
    if (!estimate.hasInterval() || distance == 0) {
      return OptionalInt.empty();
    }
    return estimate.basis() == Basis.RARE
        ? neededForRare(estimate, limit, distance)
        : neededForStudent(estimate, distance);
  }

  /** The bound of a rare event comes nearer as one over the number of replications. */
  private static OptionalInt neededForRare(Estimate estimate, double limit, double distance) {
    double bound = limit > estimate.mean() ? estimate.high() : estimate.low();
    return bounded(Math.ceil(estimate.n() * Math.abs(bound - estimate.mean()) / distance));
  }

  /** The least m whose half-width t(m - 1) s / √m is below the distance. */
  private static OptionalInt neededForStudent(Estimate estimate, double distance) {
    int n = estimate.n();
    double spread = estimate.halfWidth() * Math.sqrt(n) / StudentT.quantile(TWO_SIDED_95, n - 1);
    int low = n;
    int high = Replications.LIMIT + 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      boolean decides =
          StudentT.quantile(TWO_SIDED_95, middle - 1) * spread / Math.sqrt(middle) < distance;
      low = decides ? low : middle;
      high = decides ? middle : high;
    }
    return bounded(high);
  }

  private static OptionalInt bounded(double replications) {
    return replications > Replications.LIMIT
        ? OptionalInt.empty()
        : OptionalInt.of((int) replications);
  }
}
