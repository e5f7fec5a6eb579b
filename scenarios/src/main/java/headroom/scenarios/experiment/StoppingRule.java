package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Precision;
import java.util.Map;
import java.util.Optional;

/**
 * When an experiment has replications enough: looked at after {@code at-least} of them and whenever
 * half as many again have been added, so that the number depends on figures only, never on threads.
 */
final class StoppingRule {

  private final Replications plan;

  StoppingRule(Replications plan) {
    this.plan = plan;
  }

  /** How often intervals may miss the truth, so that they hold after stopping. */
  double risk() {
    return plan.risk();
  }

  /** How many replications there are when the rule is asked the next time. */
  int nextLook(int done) {
    return done == 0 ? plan.atLeast() : Math.min(plan.atMost(), done + (done + 1) / 2);
  }

  boolean isEnough(int done, Map<Metric, Estimate> estimates) {
    return done >= plan.atMost()
        || plan.until().map(until -> isReached(until, estimates)).orElse(true);
  }

  /** Whether a metric is known as precisely as was asked. */
  static boolean isReached(Until until, Map<Metric, Estimate> estimates) {
    return find(until.metric(), estimates).filter(precision(until)::reached).isPresent();
  }

  static Optional<Estimate> find(String flat, Map<Metric, Estimate> estimates) {
    return estimates.values().stream()
        .filter(e -> e.metric().flat().equals(flat))
        .findFirst();
  }

  private static Precision precision(Until until) {
    return switch (until.measure()) {
      case RELATIVE -> Precision.relative(until.within());
      case ABSOLUTE -> Precision.absolute(until.within());
    };
  }
}
