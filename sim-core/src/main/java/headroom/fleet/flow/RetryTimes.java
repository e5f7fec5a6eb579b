package headroom.fleet.flow;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.Retry;
import java.util.Optional;

/** Which failures of a client are tried again, how often, and how soon. Seconds. */
final class RetryTimes {

  private final int attempts;
  private final boolean[] retryable = new boolean[Outcome.COUNT];
  private final double[] least;
  private final double[] most;
  private final Spread[] spreads;

  RetryTimes(Optional<Retry> retry) {
    attempts = retry.map(Retry::attempts).orElse(1);
    least = new double[attempts];
    most = new double[attempts];
    spreads = new Spread[attempts];
    spreads[0] = Spread.NONE;
    retry.ifPresent(this::learn);
  }

  private void learn(Retry retry) {
    for (Outcome outcome : Outcome.values()) {
      retryable[outcome.ordinal()] = retry.on().contains(outcome.how);
    }
    Backoff backoff = retry.backoff();
    double previous = 0;
    for (int k = 1; k < attempts; k++) {
      least[k] = backoff.delaySeconds(k, previous, 0x1p-53);
      most[k] = backoff.delaySeconds(k, previous, 1 - 0x1p-53);
      previous = mean(k);
      spreads[k] = spreads[k - 1].and(most[k] - least[k]);
    }
  }

  /** Attempts at a request at most, the first included. */
  int attempts() {
    return attempts;
  }

  /** True when an attempt that ends so is followed by another, while there are any. */
  boolean isRetried(int outcome) {
    return retryable[outcome];
  }

  /** The shortest wait before attempt k, counted from 0. */
  double least(int k) {
    return least[k];
  }

  double most(int k) {
    return most[k];
  }

  double mean(int k) {
    return (least[k] + most[k]) / 2;
  }

  /** How the waits before attempt k, all together, lie about their mean. */
  Spread spread(int k) {
    return spreads[k];
  }

  /** The part of a step's failures, each known so long after its attempt, tried again within it. */
  double inStep(double knownAfter, int k, double stepSeconds) {
    return Math.max(0, 1 - (knownAfter + mean(k)) / stepSeconds);
  }
}
