package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.BackoffByFailure;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.RandomisedBackoff;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import java.time.Duration;
import java.util.Map;

/** Reads how long a caller waits before it tries again. */
final class BackoffReader {

  /** The wait of a caller of which nothing is said. */
  static final String USUAL = "sdk-standard";

  static final Reader<Backoff> READER = Reader.withStandIns(
      BackoffReader::read, new FixedBackoff(Duration.ZERO), ExponentialBackoff.SDK_STANDARD);

  private static final String EXAMPLE = "{exponential: {base: 100ms, cap: 2s}}";

  private static final Map<String, Backoff> PRESETS = Words.<Backoff>of(
          USUAL, ExponentialBackoff.SDK_STANDARD)
      .and("sdk-2026", BackoffByFailure.SDK_2026)
      .table();

  private static final Map<String, Reader<Backoff>> KINDS = Words.<Reader<Backoff>>of(
          "fixed", DURATION.alone(FixedBackoff::problems, FixedBackoff::new))
      .and("exponential", BackoffReader::exponential)
      .and("randomised", BackoffReader::randomised)
      .and("by-failure", BackoffReader::byFailure)
      .table();

  private static final Map<String, Jitter> JITTERS = Words.of("none", Jitter.NONE)
      .and("full", Jitter.FULL)
      .and("equal", Jitter.EQUAL)
      .and("decorrelated", Jitter.DECORRELATED)
      .table();

  private BackoffReader() {}

  private static Read<Backoff> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, EXAMPLE);
      Given<Backoff> backoff = map.oneOf("backoff", KINDS);
      return map.build(Backoff.class, backoff::get);
    }
    return Scalars.word("backoff", PRESETS).read(node);
  }

  private static Read<Backoff> exponential(Node node) {
    MapReader map = MapReader.of(node, "{base: 100ms, cap: 2s, jitter: full}");
    Given<Duration> base = map.or("base", DURATION, "100ms");
    Given<Duration> cap = map.or("cap", DURATION, "20s");
    Given<Double> factor =
        map.or("factor", NUMBER, Numbers.text(ExponentialBackoff.DEFAULT_FACTOR));
    Given<Jitter> jitter = map.or("jitter", Scalars.word("jitter", JITTERS), "full");
    return map.build(
        ExponentialBackoff.class,
        () -> ExponentialBackoff.problems(base.get(), cap.get(), factor.get()),
        () -> new ExponentialBackoff(base.get(), cap.get(), factor.get(), jitter.get()));
  }

  private static Read<Backoff> randomised(Node node) {
    RandomisedBackoff usual = RandomisedBackoff.EXPONENTIAL;
    MapReader map = MapReader.of(node, "{base: 500ms, cap: 1h, factor: 1.5, spread: 50%}");
    Given<Duration> base = map.or("base", DURATION, Durations.text(usual.base()));
    Given<Duration> cap = map.or("cap", DURATION, Durations.text(usual.cap()));
    Given<Double> factor = map.or("factor", NUMBER, Numbers.text(usual.factor()));
    Given<Double> spread = map.or("spread", PERCENT, Percents.text(usual.spread()));
    return map.build(
        RandomisedBackoff.class,
        () -> RandomisedBackoff.problems(base.get(), cap.get(), factor.get(), spread.get()),
        () -> new RandomisedBackoff(base.get(), cap.get(), factor.get(), spread.get()));
  }

  private static Read<Backoff> byFailure(Node node) {
    MapReader map = MapReader.of(node, "{usual: {fixed: 50ms}, throttled: {fixed: 1s}}");
    Given<Backoff> usual = map.required("usual", READER, "{fixed: 50ms}");
    Given<Backoff> throttled = map.required("throttled", READER, "{fixed: 1s}");
    return map.build(
        BackoffByFailure.class, () -> new BackoffByFailure(usual.get(), throttled.get()));
  }
}
