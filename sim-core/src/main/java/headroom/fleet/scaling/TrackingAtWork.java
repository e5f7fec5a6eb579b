package headroom.fleet.scaling;

import headroom.fleet.alarms.AlarmAtWork;
import headroom.fleet.metrics.GroupMetrics;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Period;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.ScalingPolicy;
import headroom.policy.scaling.Verdict;
import headroom.results.Recorder;
import headroom.spec.MetricAlarm;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A policy with the alarms it manages itself. */
final class TrackingAtWork implements PolicyAtWork {

  private final ScalingPolicy policy;
  private final long warmUpNanos;
  private final List<Managed> alarms = new ArrayList<>();
  private Managed spoke;

  private record Managed(ScalingPolicy.Watch watch, AlarmAtWork alarm) {}

  /**
   * Sets a policy to work.
   *
   * @param at its place in the scenario: "groups.web.scaling[0]"
   */
  TrackingAtWork(
      String at, ScalingPolicy policy, long warmUpNanos, GroupMetrics metrics, Recorder recorder) {
    this.policy = policy;
    this.warmUpNanos = warmUpNanos;
    for (ScalingPolicy.Watch watch : policy.watches()) {
      String name = at + ".alarms." + watch.name();
      MetricAlarm plan = plan(name, metrics.instances().name(), watch);
      alarms.add(new Managed(watch, new AlarmAtWork(name, plan, metrics, warmUpNanos, recorder)));
    }
    this.spoke = alarms.get(0);
  }

  private MetricAlarm plan(String name, String group, ScalingPolicy.Watch watch) {
    boolean perTarget = policy.metric() == WatchedMetric.REQUESTS_PER_TARGET;
    return new MetricAlarm(
        name,
        group,
        policy.metric(),
        perTarget ? Statistic.SUM : Statistic.AVERAGE,
        Period.MINUTE,
        new Alarm(
            watch.above() ? Comparison.ABOVE : Comparison.BELOW,
            watch.threshold(),
            watch.points(),
            watch.points(),
            MissingData.MISSING),
        false);
  }

  @Override
  public long warmUpNanos() {
    return warmUpNanos;
  }

  /** Every alarm is looked at, also when another has spoken: each keeps its own state. */
  @Override
  public void look(long now) {
    alarms.forEach(managed -> managed.alarm().evaluate(now));
  }

  @Override
  public Verdict.Voice voice(GroupView group, long now) {
    OptionalInt wanted = OptionalInt.empty();
    for (Managed managed : alarms) {
      AlarmAtWork alarm = managed.alarm();
      if (alarm.state() == AlarmState.ALARM && !Double.isNaN(alarm.newest())) {
        int size = policy.desired(group, managed.watch(), alarm.newest());
        spoke = wanted.isEmpty() || size > wanted.getAsInt() ? managed : spoke;
        wanted = OptionalInt.of(Math.max(size, wanted.orElse(size)));
      }
    }
    // Its agreement to a scale-in counts when it ever takes instances away.
    boolean votes = alarms.stream().anyMatch(managed -> !managed.watch().above());
    return new Verdict.Voice(wanted, true, votes);
  }

  @Override
  public String cause() {
    return "target tracking: " + spoke.alarm().cause();
  }

  @Override
  public long crossedAt() {
    return spoke.alarm().crossedAt();
  }
}
