package headroom.fleet;

import headroom.fleet.alarms.AlarmAtWork;
import headroom.fleet.alarms.Alarms;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Action;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.scaling.StepScaling;
import headroom.results.Recorder;
import headroom.spec.CompositeAlarm;
import headroom.spec.Group;
import headroom.spec.MetricAlarm;
import headroom.spec.ScalingSettings;
import headroom.spec.Scenario;
import headroom.spec.ScenarioAlarm;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The alarms of a scenario, and metrics with points more often than once a minute. */
final class Monitors {

  private static final long MINUTE = 60_000_000_000L;
  // Alarms of less than a minute are evaluated every 10 s (sheet §5.2).
  private static final long FAST = 10_000_000_000L;

  private final Map<String, GroupKeeper> groups;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Alarms alarms;
  private final long end;

  Monitors(
      Map<String, GroupKeeper> groups, Simulation simulation, Recorder recorder, long endNanos) {
    this.groups = groups;
    this.simulation = simulation;
    this.recorder = recorder;
    this.alarms = new Alarms(recorder);
    this.end = endNanos;
  }

  Alarms alarms() {
    return alarms;
  }

  void add(ScenarioAlarm alarm, Scenario scenario) {
    if (alarm instanceof CompositeAlarm composite) {
      alarms.add(composite);
    }
    if (alarm instanceof MetricAlarm plan) {
      Group group = scenario.group(plan.of());
      GroupKeeper keeper = groups.get(plan.of());
      if (keeper == null) {
        throw new IllegalStateException("no group " + plan.of());
      }
      alarms.add(new AlarmAtWork(
          "alarms." + plan.name(), plan, keeper.metrics(), warmUp(plan, group), recorder));
    }
  }

  /** A warming instance is not in the metric that its group's step policies act upon (§4.4). */
  private static long warmUp(MetricAlarm plan, Group group) {
    ScalingSettings settings = group.settings();
    return group.scaling().stream()
        .filter(StepScaling.class::isInstance)
        .map(StepScaling.class::cast)
        .filter(step -> step.alarm().equals(plan.name()))
        .map(step -> settings.warmUp(step.warmUp()))
        .max(Comparator.naturalOrder())
        .or(settings::defaultInstanceWarmup)
        .orElse(Duration.ZERO)
        .toNanos();
  }

  /**
   * Schedules the first of everything that comes more than once a minute.
   *
   * @param upTo brings what is measured of a group up to a moment
   */
  void start(ObjLongConsumer<String> upTo) {
    for (GroupKeeper keeper : groups.values()) {
      GroupMetrics metrics = keeper.metrics();
      for (long slot : metrics.shortSlots()) {
        every(slot, Phase.OBSERVE, now -> {
          upTo.accept(metrics.instances().name(), now);
          metrics.observeSlot(slot, now);
        });
      }
    }
    if (alarms.hasFast()) {
      every(FAST, Phase.DECIDE, this::decideBetween);
    }
  }

  private void decideBetween(long now) {
    if (now % MINUTE != 0) {
      alarms.evaluateFast(now);
      groups.values().forEach(keeper -> keeper.decideBetween(now));
    }
  }

  private void every(long nanos, Phase phase, Action action) {
    long next = simulation.now() + nanos;
    if (next <= end) {
      simulation.at(next, phase, now -> {
        action.fire(now);
        every(nanos, phase, action);
      });
    }
  }
}
