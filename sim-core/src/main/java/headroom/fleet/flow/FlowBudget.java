package headroom.fleet.flow;

import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import java.util.Optional;

/** How much of the retries that are wanted a caller's budget lets through, as an amount. */
abstract class FlowBudget {

  private static final FlowBudget NONE = new FlowBudget() {
    @Override
    double grants(double wanted, double firsts, double seconds) {
      return 1;
    }

    @Override
    double takes(double wanted, Outcome outcome) {
      return 1;
    }
  };

  /** True of a budget whose amounts are known. */
  static boolean knows(RetryBudget rule) {
    return false;
  }

  /** The budget of a client; callers share its requests evenly, so theirs add up. */
  static FlowBudget of(Optional<Retry> retry, int processes) {
    Optional<RetryBudget> rule = retry.flatMap(Retry::budget);
    return rule.isEmpty() ? NONE : NONE;
  }

  /** The share of a step's retries let through, nothing taken yet. */
  abstract double grants(double wanted, double firsts, double seconds);

  /** The share of some retries let through, and taken at once. */
  abstract double takes(double wanted, Outcome outcome);

  /** What a step came to. */
  void settle(double firsts, double seconds, double wanted, double granted, double answered) {}

  /** Attempts of a number (0 the first) were answered. */
  void succeeded(int attempt, double count) {}
}
