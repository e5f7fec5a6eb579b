package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.INSTANT;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what changes a group's size. */
final class ScalingReader {

  static final String EXAMPLE = "[{target-tracking: {metric: cpu, target: 55%}}]";

  private static final Map<String, Reader<ScalingRule>> RULES = Words.<Reader<ScalingRule>>of(
          "target-tracking", ScalingReader::targetTracking)
      .and("scheduled", ScalingReader::scheduled)
      .table();

  private ScalingReader() {}

  static Read<ScalingRule> read(Node node) {
    MapReader map = MapReader.of(node, "{target-tracking: {metric: cpu, target: 55%}}")
        .later("step-scaling", "simple-scaling", "predictive");
    Given<ScalingRule> rule = map.oneOf("scaling rule", RULES);
    return map.build(ScalingRule.class, rule::get);
  }

  private static Read<ScalingRule> targetTracking(Node node) {
    MapReader map = MapReader.of(node, "{metric: cpu, target: 55%}");
    Given<String> metric = map.or("metric", TEXT, "cpu");
    Given<Double> target = map.required("target", PERCENT, "55%");
    Given<Double> share = map.assume(
        "scale-in-share",
        PERCENT,
        Percents.text(TargetTracking.DEFAULT_SCALE_IN_SHARE),
        "the low alarm's threshold as a share of the target, as observed");
    Given<Boolean> scaleIn = map.or("scale-in", BOOLEAN, "true");
    Given<Duration> warmUp = map.assume(
        "warm-up",
        DURATION,
        Durations.text(TargetTracking.DEFAULT_WARM_UP),
        "how long a new instance is left out of metric and capacity");
    return map.build(
        TargetTracking.class,
        () -> TargetTracking.problems(metric.get(), target.get(), share.get(), warmUp.get()),
        () -> new TargetTracking(
            metric.get(), target.get(), share.get(), scaleIn.get(), warmUp.get()));
  }

  private static Read<ScalingRule> scheduled(Node node) {
    MapReader map = MapReader.of(node, "{at: 2026-11-27T06:00:00Z, min: 12}");
    Given<Instant> at = map.required("at", INSTANT, "2026-11-27T06:00:00Z");
    Given<OptionalInt> min = whole(map, "min");
    Given<OptionalInt> max = whole(map, "max");
    Given<OptionalInt> desired = whole(map, "desired");
    return map.build(
        ScheduledAction.class,
        () -> ScheduledAction.problems(min.get(), max.get(), desired.get()),
        () -> new ScheduledAction(at.get(), min.get(), max.get(), desired.get()));
  }

  private static Given<OptionalInt> whole(MapReader map, String name) {
    Given<Optional<Integer>> given = map.maybe(name, WHOLE);
    return given.map(value -> value.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }
}
