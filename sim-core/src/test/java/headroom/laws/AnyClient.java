package headroom.laws;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.workload.Client;
import java.time.Duration;
import java.util.Optional;

/** A caller of any kind: most have little around their requests, some have everything. */
final class AnyClient {

  private AnyClient() {}

  /** The client of a workload. */
  static Client of(Dice dice) {
    int processes = dice.between(1, 5);
    return client(dice, Feature.PROCESSES.isOn() ? processes : 1);
  }

  /** A service that calls another: each of its instances is a process. */
  static Client ofCall(Dice dice) {
    return client(dice, 1);
  }

  private static Client client(Dice dice, int processes) {
    return new Client(
        maybe(dice, 0.85).map(d -> Duration.ofMillis(d.between(50, 20_000))),
        some(dice, Feature.PATIENCE, 0.2).map(d -> AnyLaw.of(d, d.pick(0.5, 5.0, 30.0))),
        some(dice, Feature.RETRIES, 0.4).map(AnyRetry::of),
        some(dice, Feature.BREAKERS, 0.25).map(AnyClient::breaker),
        some(dice, Feature.BULKHEADS, 0.2).map(d -> new Bulkhead(d.between(1, 40))),
        some(dice, Feature.HEDGES, 0.2)
            .map(d -> new Hedge(Duration.ofMillis(d.between(10, 2000)), d.between(1, 2))),
        some(dice, Feature.RATE_LIMITS, 0.2)
            .map(d -> new RateLimit(d.between(1, 40), d.between(1, 40))),
        some(dice, Feature.THROTTLES, 0.2)
            .map(
                d -> new AdaptiveThrottle(d.pick(1.1, 2.0), Duration.ofSeconds(d.between(1, 200)))),
        processes);
  }

  private static CircuitBreaker breaker(Dice dice) {
    return new CircuitBreaker(
        dice.chance(0.5)
            ? new CircuitBreaker.Calls(dice.between(1, 100))
            : new CircuitBreaker.Time(Duration.ofSeconds(dice.between(1, 100))),
        dice.between(1, 30),
        dice.pick(0.1, 0.5, 1.0),
        dice.pick(0.5, 1.0),
        Duration.ofMillis(dice.between(50, 5000)),
        Duration.ofSeconds(dice.between(1, 120)),
        dice.between(1, 10));
  }

  private static Optional<Dice> maybe(Dice dice, double probability) {
    return dice.chance(probability) ? Optional.of(dice) : Optional.empty();
  }

  static Optional<Dice> some(Dice dice, Feature feature, double probability) {
    return dice.some(feature, probability) ? Optional.of(dice) : Optional.empty();
  }
}
