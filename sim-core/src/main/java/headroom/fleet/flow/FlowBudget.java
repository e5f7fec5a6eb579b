package headroom.fleet.flow;

import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.policy.retry.TokenBucket;
import java.util.Optional;

/**
 * How much of the retries that are wanted a caller's budget lets through, as an amount. Callers
 * share a workload's requests evenly, so what they have adds up.
 */
class FlowBudget {

  private final double full;
  private double callers;
  private double left;
  private double most;

  /** A budget that lets everything through. */
  FlowBudget() {
    this(Double.POSITIVE_INFINITY, 1);
  }

  private FlowBudget(double fullOfOne, double processes) {
    full = fullOfOne;
    callers = processes;
    left = fullOfOne * processes;
    most = left;
  }

  /** True of a budget whose amounts are known. */
  static boolean knows(RetryBudget rule) {
    return rule instanceof RatioBudget || rule instanceof TokenBucket;
  }

  static FlowBudget of(Optional<Retry> retry, double processes) {
    RetryBudget rule = retry.flatMap(Retry::budget).orElse(null);
    if (rule instanceof RatioBudget ratio) {
      return new Ratio(ratio, processes);
    }
    return rule instanceof TokenBucket bucket ? new Tokens(bucket, processes) : new FlowBudget();
  }

  /** So many share it now: who comes has all of a budget, who goes takes theirs along. */
  final void isSharedBy(double processes) {
    if (processes != callers && full < Double.POSITIVE_INFINITY) {
      left = processes > callers ? left + (processes - callers) * full : left * processes / callers;
      most = most * processes / callers;
    }
    callers = processes;
  }

  final double callers() {
    return callers;
  }

  final double left() {
    return left;
  }

  /** Goes on with so much. */
  final void set(double amount) {
    left = Math.max(0, amount);
    most = Math.max(most, left);
  }

  /** Has as much as another of the same rule. */
  final void copyFrom(FlowBudget other) {
    callers = other.callers;
    left = other.left;
    most = other.most;
  }

  /** What a retry after such an outcome costs. */
  double cost(Outcome outcome) {
    return 1;
  }

  /** The share of a step's retries let through, nothing taken yet. */
  final double grants(double price, double firsts, double seconds) {
    double there = left + earned(firsts, seconds);
    return price <= there ? 1 : there / price;
  }

  /** The share of some retries let through, and taken at once. */
  final double takes(double wanted, Outcome outcome) {
    double price = wanted * cost(outcome);
    double share = price <= left ? 1 : left / price;
    // Rounding must not leave less than nothing: its share of nothing would be no number.
    left = Math.max(0, left - price * share);
    return share;
  }

  /** What a step came to: first attempts, the price of the retries made, and answers. */
  final void settle(double firsts, double seconds, double price, double answered) {
    most = most(firsts, seconds);
    double there = left + earned(firsts, seconds) + refund(0, answered) - price;
    left = Math.max(0, Math.min(most, there));
  }

  /** Attempts of a number (0 the first) were answered. */
  final void succeeded(int attempt, double count) {
    left = Math.min(most, left + refund(attempt, count));
  }

  /** What a stretch of time brings. */
  double earned(double firsts, double seconds) {
    return 0;
  }

  /** What it can hold at such a rate. */
  double most(double firsts, double seconds) {
    return most;
  }

  /** What answers give back. */
  double refund(int attempt, double count) {
    return 0;
  }

  private static final class Ratio extends FlowBudget {
    private final RatioBudget rule;
    private final double lookBack;

    Ratio(RatioBudget rule, double processes) {
      super(rule.perSecond() * (rule.lookBack().toNanos() / 1e9), processes);
      this.rule = rule;
      this.lookBack = rule.lookBack().toNanos() / 1e9;
    }

    @Override
    double earned(double firsts, double seconds) {
      return rule.ratio() * firsts + rule.perSecond() * callers() * seconds;
    }

    @Override
    double most(double firsts, double seconds) {
      return earned(firsts, seconds) / Math.max(seconds, 1e-12) * lookBack;
    }
  }

  private static final class Tokens extends FlowBudget {
    private final TokenBucket rule;

    Tokens(TokenBucket rule, double processes) {
      super((double) rule.capacity(), processes);
      this.rule = rule;
    }

    @Override
    double cost(Outcome outcome) {
      return outcome.how == headroom.results.How.TIMEOUT ? rule.timeoutCost() : rule.cost();
    }

    @Override
    double refund(int attempt, double count) {
      return count * (attempt == 0 ? rule.refund() : rule.cost());
    }
  }

  /** What retries would cost that are wanted after attempts by number. */
  double wanted(double[] mass, Ends ends, RetryTimes times) {
    double wanted = 0;
    for (int k = 0; k + 1 < mass.length; k++) {
      for (int i = 0; i < Outcome.COUNT; i++) {
        double each = cost(Outcome.ALL[i]);
        wanted += times.isRetried(i) ? mass[k] * ends.share(i) * each : 0;
      }
    }
    return wanted;
  }
}
