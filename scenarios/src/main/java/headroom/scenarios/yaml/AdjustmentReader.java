package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.SimpleScaling;
import headroom.policy.scaling.Step;
import headroom.policy.scaling.StepScaling;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads simple and step scaling: what an alarm of the scenario does to a group's capacity. */
final class AdjustmentReader {

  private static final Map<String, AdjustmentType> TYPES = types();

  private AdjustmentReader() {}

  private static Map<String, AdjustmentType> types() {
    Words<AdjustmentType> words = new Words<>();
    for (AdjustmentType type : AdjustmentType.values()) {
      words.and(type.word(), type);
    }
    return words.table();
  }

  static Read<ScalingRule> simple(Node node) {
    MapReader map = MapReader.of(node, "{alarm: cpu-high, adjustment: 1}");
    Given<String> alarm = alarm(map, node);
    Given<AdjustmentType> type = type(map);
    Given<Double> adjustment = map.required("adjustment", amount(type), example(type));
    Given<Integer> magnitude = map.or("min-adjustment-magnitude", WHOLE, "1");
    Given<Optional<Duration>> cooldown = map.maybe("cooldown", DURATION);
    return map.build(
        SimpleScaling.class,
        () -> SimpleScaling.problems(type.get(), adjustment.get(), magnitude.get(), cooldown.get()),
        () -> new SimpleScaling(
            alarm.get(), type.get(), adjustment.get(), magnitude.get(), cooldown.get()));
  }

  static Read<ScalingRule> step(Node node) {
    MapReader map = MapReader.of(node, "{alarm: cpu-high, steps: [{lower: 0%, adjustment: 1}]}");
    Given<String> alarm = alarm(map, node);
    Given<AdjustmentType> type = type(map);
    Optional<WatchedMetric> metric =
        alarm.value().map(name -> node.session().alarmMetrics.get(name));
    Reader<Step> one = each -> oneStep(each, type, metric);
    Given<List<Step>> steps = map.required(
        "steps", one.list("[{lower: 0%, adjustment: 1}]"), "[{lower: 0%, adjustment: 1}]");
    Given<Integer> magnitude = map.or("min-adjustment-magnitude", WHOLE, "1");
    Given<Optional<Duration>> warmUp = map.maybe("warm-up", DURATION);
    return map.build(
        StepScaling.class,
        () -> StepScaling.problems(type.get(), steps.get(), magnitude.get(), warmUp.get()),
        () -> new StepScaling(alarm.get(), type.get(), steps.get(), magnitude.get(), warmUp.get()));
  }

  private static Read<Step> oneStep(
      Node node, Given<AdjustmentType> type, Optional<WatchedMetric> metric) {
    MapReader map = MapReader.of(node, "{lower: 0%, upper: 10%, adjustment: 1}");
    Given<Optional<Double>> lower = map.maybe("lower", Amounts.of(metric));
    Given<Optional<Double>> upper = map.maybe("upper", Amounts.of(metric));
    Given<Double> adjustment = map.required("adjustment", amount(type), example(type));
    return map.build(
        Step.class,
        () -> Step.problems(bound(lower.get()), bound(upper.get())),
        () -> new Step(bound(lower.get()), bound(upper.get()), adjustment.get()));
  }

  private static OptionalDouble bound(Optional<Double> given) {
    return given.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static Given<String> alarm(MapReader map, Node node) {
    Given<String> alarm = map.required("alarm", NAME, "cpu-high");
    node.refers("alarm", Reference.Kind.METRIC_ALARM, alarm);
    return alarm;
  }

  private static Given<AdjustmentType> type(MapReader map) {
    return map.or("adjustment-type", Scalars.word("adjustment type", TYPES), "change-in-capacity");
  }

  private static Reader<Double> amount(Given<AdjustmentType> type) {
    return isPercent(type) ? PERCENT : WHOLE.map(Integer::doubleValue);
  }

  private static String example(Given<AdjustmentType> type) {
    return isPercent(type) ? "10%" : "1";
  }

  private static boolean isPercent(Given<AdjustmentType> type) {
    return type.value()
        .filter(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY::equals)
        .isPresent();
  }
}
