package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.RATE;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import java.time.Duration;

/** Reads what a caller puts around its requests: breaker, bulkhead, hedge, limits of the rate. */
final class LimitReader {

  static final Reader<CircuitBreaker> BREAKER =
      Reader.withStandIns(LimitReader::breaker, CircuitBreaker.DEFAULT, CircuitBreaker.DEFAULT);

  static final Reader<Bulkhead> BULKHEAD = Reader.withStandIns(
      WHOLE.alone(Bulkhead::problems, Bulkhead::new), new Bulkhead(1), new Bulkhead(1));

  static final Reader<Hedge> HEDGE =
      Reader.withStandIns(LimitReader::hedge, anyHedge(), anyHedge());

  static final Reader<RateLimit> RATE_LIMIT =
      Reader.withStandIns(LimitReader::rateLimit, new RateLimit(1, 1), new RateLimit(1, 1));

  static final Reader<AdaptiveThrottle> THROTTLE = Reader.withStandIns(
      LimitReader::throttle, AdaptiveThrottle.DEFAULT, AdaptiveThrottle.DEFAULT);

  private static final Reader<CircuitBreaker.Window> WINDOW = Reader.withStandIns(
      LimitReader::window, new CircuitBreaker.Calls(1), CircuitBreaker.DEFAULT.window());

  private LimitReader() {}

  private static Hedge anyHedge() {
    return new Hedge(Duration.ofNanos(1), 1);
  }

  private static Read<CircuitBreaker> breaker(Node node) {
    CircuitBreaker usual = CircuitBreaker.DEFAULT;
    MapReader map = MapReader.of(node, "{window: 100, failure-rate: 50%, open: 60s}");
    Given<CircuitBreaker.Window> window = map.or("window", WINDOW, "100");
    Given<Integer> minimum = map.or("minimum-calls", WHOLE, "" + usual.minimumCalls());
    Given<Double> failures = map.or("failure-rate", PERCENT, Percents.text(usual.failureRate()));
    Given<Double> slowCalls = map.or("slow-rate", PERCENT, Percents.text(usual.slowRate()));
    Given<Duration> slow = map.or("slow", DURATION, Durations.text(usual.slow()));
    Given<Duration> open = map.or("open", DURATION, Durations.text(usual.open()));
    Given<Integer> trials = map.or("half-open-calls", WHOLE, "" + usual.halfOpenCalls());
    return map.build(
        CircuitBreaker.class,
        () -> CircuitBreaker.problems(
            window.get(),
            minimum.get(),
            failures.get(),
            slowCalls.get(),
            slow.get(),
            open.get(),
            trials.get()),
        () -> new CircuitBreaker(
            window.get(),
            minimum.get(),
            failures.get(),
            slowCalls.get(),
            slow.get(),
            open.get(),
            trials.get()));
  }

  /** A number of calls, or a time. */
  private static Read<CircuitBreaker.Window> window(Node node) {
    boolean isNumber =
        node.tree() instanceof Tree.Scalar scalar && scalar.text().strip().matches("-?[0-9]+");
    return isNumber
        ? WHOLE.<CircuitBreaker.Window>map(CircuitBreaker.Calls::new).read(node)
        : DURATION.<CircuitBreaker.Window>map(CircuitBreaker.Time::new).read(node);
  }

  private static Read<Hedge> hedge(Node node) {
    MapReader map = MapReader.of(node, "{after: 50ms, copies: 1}");
    Given<Duration> after = map.required("after", DURATION, "50ms");
    Given<Integer> copies = map.or("copies", WHOLE, "1");
    return map.build(
        Hedge.class,
        () -> Hedge.problems(after.get(), copies.get()),
        () -> new Hedge(after.get(), copies.get()));
  }

  private static Read<RateLimit> rateLimit(Node node) {
    MapReader map = MapReader.of(node, "{rate: 100/s, burst: 100}");
    Given<Double> rate = map.required("rate", RATE, "100/s");
    double second = Math.max(1, rate.value().orElse(1.0));
    Given<Double> burst =
        map.assume("burst", NUMBER, Numbers.text(second), "what comes in a second, at least 1");
    return map.build(
        RateLimit.class,
        () -> RateLimit.problems(rate.get(), burst.get()),
        () -> new RateLimit(rate.get(), burst.get()));
  }

  private static Read<AdaptiveThrottle> throttle(Node node) {
    AdaptiveThrottle usual = AdaptiveThrottle.DEFAULT;
    MapReader map = MapReader.of(node, "{k: 2, window: 2m}");
    Given<Double> k = map.or("k", NUMBER, Numbers.text(usual.k()));
    Given<Duration> window = map.or("window", DURATION, Durations.text(usual.window()));
    return map.build(
        AdaptiveThrottle.class,
        () -> AdaptiveThrottle.problems(k.get(), window.get()),
        () -> new AdaptiveThrottle(k.get(), window.get()));
  }
}
