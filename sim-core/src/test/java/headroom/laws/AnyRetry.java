package headroom.laws;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.BackoffByFailure;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.RandomisedBackoff;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.policy.retry.TokenBucket;
import headroom.results.How;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Any way to try again. */
final class AnyRetry {

  private AnyRetry() {}

  static Retry of(Dice dice) {
    return new Retry(
        dice.between(1, 3),
        backoff(dice),
        Optional.of(dice).filter(d -> d.some(Feature.BUDGETS, 0.5)).map(AnyRetry::budget),
        dice.pick(
            Retry.DEFAULT_ON,
            List.of(How.TIMEOUT),
            List.of(How.REFUSED, How.ERROR, How.BREAKER_OPEN, How.DNS)));
  }

  private static Backoff backoff(Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> new FixedBackoff(Duration.ofMillis(dice.between(0, 800)));
      case 1 ->
        new ExponentialBackoff(
            Duration.ofMillis(dice.between(10, 500)),
            Duration.ofMillis(dice.between(500, 20_000)),
            dice.pick(1.5, 2.0),
            dice.pick(Jitter.NONE, Jitter.FULL, Jitter.EQUAL, Jitter.DECORRELATED));
      case 2 ->
        new RandomisedBackoff(
            Duration.ofMillis(dice.between(10, 500)),
            Duration.ofMillis(dice.between(500, 20_000)),
            dice.pick(1.0, 1.5),
            dice.pick(0.2, 0.5));
      default ->
        new BackoffByFailure(
            new FixedBackoff(Duration.ofMillis(dice.between(0, 100))),
            new FixedBackoff(Duration.ofMillis(dice.between(100, 1000))));
    };
  }

  private static RetryBudget budget(Dice dice) {
    return dice.chance(0.5)
        ? new TokenBucket(
            dice.between(1, 500),
            dice.between(1, 10),
            dice.between(1, 20),
            dice.between(1, 10),
            dice.between(0, 5))
        : new RatioBudget(
            dice.pick(0.05, 0.2), dice.between(1, 10), Duration.ofSeconds(dice.between(1, 30)));
  }
}
