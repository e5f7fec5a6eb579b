package headroom.fleet.scaling;

import headroom.fleet.instances.ControlPlane;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.Power;
import headroom.fleet.instances.Region.Market;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.retry.Backoff;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Operation;
import headroom.supply.Disk;
import headroom.supply.LaunchError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stops, hibernates, starts and reboots instances of a group, and changes the type of those that are
 * stopped (fleet sheet §1.1). A start may be refused capacity as a launch may (§1.5), and is then
 * tried again.
 */
final class PowerCycles {

  private static final double NANOS = 1e9;

  private final InstanceGroup instances;
  private final Power power;
  private final Market market;
  private final ControlPlane plane;
  private final Activities activities;
  private final Backoff backoff;
  private final Stream luck;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Map<Instance, Integer> changed = new LinkedHashMap<>();
  private long waits;

  /**
   * Makes the power switch of a group.
   *
   * @param backoff how long a refused start waits before it is tried again
   * @param luck of that wait
   */
  PowerCycles(
      InstanceGroup instances,
      Market market,
      ControlPlane plane,
      Activities activities,
      Backoff backoff,
      Stream luck,
      Simulation simulation,
      Recorder recorder) {
    this.instances = instances;
    this.power = instances.power();
    this.market = market;
    this.plane = plane;
    this.activities = activities;
    this.backoff = backoff;
    this.luck = luck;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  /** Does what an operation says with one instance. */
  void cycle(Operation rule, Instance one, long now) {
    switch (rule.kind()) {
      case STOP -> {
        activities.stops().add(now);
        power.stop(one, rule.takes().map(time -> time.toNanos()).orElse(0L), now, "by hand");
        startLater(rule, one, now);
      }
      case HIBERNATE -> {
        activities.stops().add(now);
        long writing = rule.takes().map(Duration::toNanos).orElseGet(
            () -> Disk.memoryNanos(market.type(one.type()).memoryGiB()));
        power.hibernate(one, writing, now, "by hand");
        startLater(rule, one, now);
      }
      case REBOOT -> {
        activities.reboots().add(now);
        power.reboot(one, now, "by hand");
      }
      case START -> start(one, 1, 0, now);
      case CHANGE_TYPE -> changeType(one, rule.type().orElseThrow(), now);
      default -> throw new IllegalStateException(rule.kind() + " is not about power");
    }
  }

  /** The provider has stopped it: it starts as soon as the market grants it again. */
  void returns(Instance one, long now) {
    double wait = backoff.delaySeconds(1, 0, luck.at(waits++));
    simulation.at(now + nanos(wait), Phase.DECIDE, at -> whenStopped(one, at));
  }

  private static long nanos(double seconds) {
    return Math.max(1, (long) (seconds * NANOS));
  }

  private void startLater(Operation rule, Instance one, long now) {
    rule.lasts()
        .ifPresent(lasts ->
            simulation.at(now + lasts.toNanos(), Phase.DECIDE, at -> whenStopped(one, at)));
  }

  /** Whoever waits for a stop that takes longer looks again every second. */
  private void whenStopped(Instance one, long now) {
    if (one.state() == State.HIBERNATING || one.state() == State.STOPPING) {
      simulation.at(now + (long) NANOS, Phase.DECIDE, at -> whenStopped(one, at));
    } else {
      start(one, 1, 0, now);
    }
  }

  private void changeType(Instance one, String type, long now) {
    for (int i = 0; i < market.types(); i++) {
      if (market.typeName(i).equals(type)) {
        changed.put(one, i);
        recorder.happened(now, EventLog.Kind.SCHEDULED, one.label(), "becomes " + type, "by hand");
      }
    }
  }

  private void start(Instance one, int attempt, double waited, long now) {
    if (one.state() != State.STOPPED) {
      changed.remove(one);
      return;
    }
    if (!plane.isUp()) {
      plane.whenBack(instances.name(), at -> start(one, attempt, waited, at));
      return;
    }
    int type = Objects.requireNonNull(changed.getOrDefault(one, one.type()));
    Optional<LaunchError> refused = one.isSpot()
        ? market.spotRefusal(type, one.zone(), now)
        : market.refusal(type, one.zone(), now);
    if (refused.isEmpty()) {
      changed.remove(one);
      activities.starts().add(now);
      power.start(one, type, now, one.isInterrupted() ? "granted again" : "by hand");
      return;
    }
    LaunchError error = refused.get();
    activities.failed(error, now);
    recorder.happened(now, EventLog.Kind.LAUNCH_FAILURE, one.label(), error.code() + ": start", "");
    double wait = backoff.delaySeconds(attempt, waited, luck.at(waits++));
    simulation.at(now + nanos(wait), Phase.DECIDE, then -> start(one, attempt + 1, wait, then));
  }
}
