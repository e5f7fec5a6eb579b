package headroom.fleet.scaling;

import headroom.fleet.alarms.MetricAlarm;
import headroom.fleet.metrics.CpuSeries;
import headroom.fleet.metrics.GroupMetrics;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.ScalingPolicy;
import headroom.results.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A scaling policy with the alarms it manages. */
final class PolicyAtWork {

  private final ScalingPolicy policy;
  private final CpuSeries cpu;
  private final List<Managed> alarms = new ArrayList<>();

  private record Managed(ScalingPolicy.Watch watch, MetricAlarm alarm) {}

  PolicyAtWork(String group, ScalingPolicy policy, GroupMetrics metrics, Recorder recorder) {
    this.policy = policy;
    this.cpu = metrics.cpuAfter(policy.warmUp().toNanos());
    for (ScalingPolicy.Watch watch : policy.watches()) {
      Alarm rule = new Alarm(
          watch.above() ? Comparison.ABOVE : Comparison.BELOW,
          watch.threshold(),
          watch.points(),
          watch.points(),
          MissingData.MISSING);
      String name = "groups." + group + ".alarms." + watch.name();
      alarms.add(new Managed(watch, new MetricAlarm(name, rule, cpu, recorder)));
    }
  }

  /** Instances in service whose warm-up is over. */
  int warm(long now) {
    return cpu.warm(now);
  }

  /** True when it ever takes instances away, so that a scale-in needs its agreement. */
  boolean hasVoteOnScaleIn() {
    return alarms.stream().anyMatch(managed -> !managed.watch().above());
  }

  /** The size it wants, if one of its alarms is going off. */
  OptionalInt wants(GroupView group, long now) {
    OptionalInt wanted = OptionalInt.empty();
    for (Managed managed : alarms) {
      // Every alarm is looked at, also when another has spoken: each keeps its own state.
      if (managed.alarm().isInAlarm(now) && !Double.isNaN(managed.alarm().newest())) {
        int size = policy.desired(group, managed.watch(), managed.alarm().newest());
        wanted = OptionalInt.of(Math.max(size, wanted.orElse(size)));
      }
    }
    return wanted;
  }
}
