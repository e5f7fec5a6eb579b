package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.TargetTracking;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads what changes a group's size. */
final class ScalingReader {

  static final String EXAMPLE = "[{target-tracking: {metric: cpu, target: 55%}}]";

  private static final Map<String, Reader<ScalingRule>> RULES = Words.<Reader<ScalingRule>>of(
          "target-tracking", ScalingReader::targetTracking)
      .and("step", AdjustmentReader::step)
      .and("simple", AdjustmentReader::simple)
      .and("scheduled", ScheduleReader::read)
      .and("predictive", ScalingReader::predictive)
      .and("horizontal-pod-autoscaling", PodReader::horizontal)
      .and("cluster-autoscaling", ClusterAutoscalingReader::read)
      .table();

  private ScalingReader() {}

  static Read<ScalingRule> read(Node node) {
    MapReader map = MapReader.of(node, "{target-tracking: {metric: cpu, target: 55%}}");
    Given<ScalingRule> rule = map.oneOf("scaling rule", RULES);
    return map.build(ScalingRule.class, rule::get);
  }

  private static Read<ScalingRule> targetTracking(Node node) {
    MapReader map = MapReader.of(node, "{metric: cpu, target: 55%}");
    Given<WatchedMetric> metric = map.or("metric", Amounts.METRIC, "cpu");
    Given<Double> target =
        map.required("target", Amounts.of(metric.value()), Amounts.example(metric.value()));
    Given<Double> share = map.assume(
        "scale-in-share",
        PERCENT,
        Percents.text(TargetTracking.DEFAULT_SCALE_IN_SHARE),
        "the low alarm's threshold as a share of the target, as observed");
    Given<Boolean> scaleIn = map.or("scale-in", BOOLEAN, "true");
    Given<Optional<Duration>> warmUp = map.maybe("warm-up", DURATION);
    return map.build(
        TargetTracking.class,
        () -> TargetTracking.problems(metric.get(), target.get(), share.get(), warmUp.get()),
        () -> new TargetTracking(
            metric.get(), target.get(), share.get(), scaleIn.get(), warmUp.get()));
  }

  private static Read<ScalingRule> predictive(Node node) {
    MapReader map = MapReader.of(node, "{metric: cpu, target: 50%}").later("mode");
    Given<WatchedMetric> metric = map.or("metric", Amounts.METRIC, "cpu");
    Given<Double> target =
        map.required("target", Amounts.of(metric.value()), Amounts.example(metric.value()));
    Given<Duration> buffer = map.or(
        "scheduling-buffer-time", DURATION, Durations.text(PredictiveScaling.DEFAULT_BUFFER));
    Given<Optional<Double>> over = map.maybe("max-capacity-buffer", PERCENT);
    return map.build(
        PredictiveScaling.class,
        () -> PredictiveScaling.problems(metric.get(), target.get(), buffer.get(), over.get()),
        () -> new PredictiveScaling(metric.get(), target.get(), buffer.get(), over.get()));
  }
}
