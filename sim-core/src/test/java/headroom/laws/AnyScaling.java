package headroom.laws;

import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmExpressionParser;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.Cron;
import headroom.policy.scaling.PredictiveScaling;
import headroom.policy.scaling.Recurring;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.SimpleScaling;
import headroom.policy.scaling.Step;
import headroom.policy.scaling.StepScaling;
import headroom.policy.scaling.TargetTracking;
import headroom.spec.CompositeAlarm;
import headroom.spec.MetricAlarm;
import headroom.spec.Monitoring;
import headroom.spec.ScalingSettings;
import headroom.spec.ScenarioAlarm;
import headroom.spec.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Scaling of a group made of dice: alarms, policies of every kind, schedules, settings. */
final class AnyScaling {

  private final Dice dice;
  private final String group;
  private final Instant start;
  private final Duration lasts;
  private final List<MetricAlarm> alarms = new ArrayList<>();

  AnyScaling(Dice dice, String group, Instant start, Duration lasts) {
    this.dice = dice;
    this.group = group;
    this.start = start;
    this.lasts = lasts;
    int count = dice.between(0, 3);
    for (int i = 0; i < count; i++) {
      alarms.add(alarm(group + "-alarm-" + i));
    }
  }

  List<String> names() {
    return alarms.stream().map(MetricAlarm::name).toList();
  }

  List<ScenarioAlarm> alarms() {
    List<ScenarioAlarm> all = new ArrayList<>(alarms);
    if (alarms.size() > 1) {
      String text = "ALARM(" + alarms.get(0).name() + ") "
          + dice.pick("AND", "OR")
          + " NOT OK("
          + alarms.get(1).name()
          + ")";
      all.add(new CompositeAlarm(group + "-both", text, AlarmExpressionParser.parse(text)));
    }
    return all;
  }

  ScalingSettings settings() {
    return new ScalingSettings(
        Duration.ofSeconds(dice.between(0, 600)),
        maybe(400),
        new Monitoring(dice.chance(0.7), Duration.ofSeconds(dice.between(0, 200))));
  }

  private Optional<Duration> maybe(int mostSeconds) {
    Duration some = Duration.ofSeconds(dice.between(0, mostSeconds));
    return Optional.of(some).filter(duration -> dice.chance(0.6));
  }

  private MetricAlarm alarm(String name) {
    WatchedMetric metric = dice.pick(WatchedMetric.values());
    boolean custom = metric.source() == WatchedMetric.Source.CUSTOM;
    int periods = dice.between(1, 4);
    return new MetricAlarm(
        name,
        group,
        metric,
        dice.pick(
            Statistic.AVERAGE,
            Statistic.SUM,
            Statistic.percentile(0.9),
            new Statistic(Statistic.Kind.MAXIMUM, 0)),
        Duration.ofSeconds(custom ? dice.pick(1, 5, 10, 30, 60) : dice.pick(60, 120, 300)),
        new Alarm(
            dice.pick(Comparison.values()),
            threshold(metric),
            periods,
            dice.between(1, periods),
            dice.pick(MissingData.values())),
        dice.chance(0.3));
  }

  private double threshold(WatchedMetric metric) {
    return switch (metric.form()) {
      case SHARE -> dice.pick(0.2, 0.5, 0.8);
      case BYTES -> dice.pick(1e4, 1e5, 1e6);
      case NUMBER -> dice.pick(1.0, 10.0, 100.0);
    };
  }

  List<ScalingRule> rules(Size size) {
    List<ScalingRule> rules = new ArrayList<>();
    int policies = dice.between(0, 2);
    for (int i = 0; i < policies; i++) {
      rules.add(tracking());
    }
    for (MetricAlarm alarm : alarms) {
      if (dice.chance(0.7)) {
        rules.add(dice.chance(0.5) ? step(alarm) : simple(alarm));
      }
    }
    if (dice.chance(0.2)) {
      rules.add(predictive());
    }
    int actions = dice.between(0, 2);
    for (int i = 0; i < actions; i++) {
      rules.add(action(size));
    }
    return rules;
  }

  private TargetTracking tracking() {
    WatchedMetric metric = dice.pick(
        WatchedMetric.CPU,
        WatchedMetric.CPU,
        WatchedMetric.REQUESTS_PER_TARGET,
        WatchedMetric.NETWORK_IN,
        WatchedMetric.BACKLOG_PER_INSTANCE);
    return new TargetTracking(
        metric, threshold(metric), dice.pick(0.5, 0.7, 0.9), dice.chance(0.8), maybe(400));
  }

  private PredictiveScaling predictive() {
    WatchedMetric metric = dice.pick(WatchedMetric.CPU, WatchedMetric.REQUESTS_PER_TARGET);
    return new PredictiveScaling(
        metric,
        threshold(metric),
        Duration.ofSeconds(dice.between(0, 900)),
        Optional.of(dice.pick(0.1, 0.5)).filter(over -> dice.chance(0.5)));
  }

  private StepScaling step(MetricAlarm alarm) {
    AdjustmentType type = dice.pick(AdjustmentType.values());
    double middle = threshold(alarm.metric());
    Step first = new Step(
        dice.chance(0.5) ? OptionalDouble.empty() : OptionalDouble.of(0),
        OptionalDouble.of(middle),
        amount(type));
    Step second = new Step(OptionalDouble.of(middle), OptionalDouble.empty(), amount(type));
    return new StepScaling(alarm.name(), type, List.of(first, second), magnitude(type), maybe(400));
  }

  private SimpleScaling simple(MetricAlarm alarm) {
    AdjustmentType type = dice.pick(AdjustmentType.values());
    return new SimpleScaling(alarm.name(), type, amount(type), magnitude(type), maybe(400));
  }

  private int magnitude(AdjustmentType type) {
    return type == AdjustmentType.PERCENT_CHANGE_IN_CAPACITY ? dice.between(1, 3) : 1;
  }

  private double amount(AdjustmentType type) {
    return switch (type) {
      case CHANGE_IN_CAPACITY -> dice.between(-2, 3);
      case PERCENT_CHANGE_IN_CAPACITY -> dice.pick(-0.5, -0.1, 0.2, 0.75);
      case EXACT_CAPACITY -> dice.between(0, 6);
    };
  }

  private ScheduledAction action(Size size) {
    int one = dice.between(size.min(), size.max());
    if (dice.chance(0.4)) {
      return new ScheduledAction(
          recurring(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(one));
    }
    Instant at = start.plusSeconds(dice.between(0, (int) lasts.toSeconds() - 1));
    return switch (dice.between(0, 2)) {
      case 0 ->
        new ScheduledAction(
            at, OptionalInt.of(size.min()), OptionalInt.of(size.max() + 2), OptionalInt.of(one));
      case 1 ->
        new ScheduledAction(
            at, OptionalInt.empty(), OptionalInt.of(size.max()), OptionalInt.empty());
      default ->
        new ScheduledAction(at, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(one));
    };
  }

  /** Every run lasts ten minutes or more, so the last of them always fires. */
  private Recurring recurring() {
    Recurring some = recurring(dice.pick(
        "*/5 * * * *", "*/7 0-11 * * *", "*/5 12-23 1,3,5 * *", "0-59/3 * * 7 WED", "1 * 2 7-8 *"));
    return some.next(start).filter(start.plus(lasts)::isAfter).isPresent()
        ? some
        : recurring("0-59/5 * * * *");
  }

  private Recurring recurring(String cron) {
    return new Recurring(
        Cron.parse(cron),
        ZoneId.of(dice.pick("UTC", "America/New_York", "Asia/Kolkata")),
        Optional.of(start).filter(bound -> dice.chance(0.3)),
        Optional.of(start.plus(Duration.ofDays(40))).filter(bound -> dice.chance(0.3)));
  }
}
