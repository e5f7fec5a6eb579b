package headroom.fleet.scaling;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.Zones;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Asks the cloud for the instances of one group, and asks again when it refuses. */
final class Launcher {

  private static final long RETRY_NANOS = 60_000_000_000L;

  private final InstanceGroup instances;
  private final Zones zones;
  private final Activities activities;
  private final Simulation simulation;
  private final Recorder recorder;
  private final LongConsumer again;
  // Since when each missing instance has been wanted, the longest first.
  private final ArrayDeque<Long> wantedSince = new ArrayDeque<>();
  private boolean retryPending;

  /**
   * Makes the launcher of a group.
   *
   * @param again told when it is time to look again whether instances are missing
   */
  Launcher(
      InstanceGroup instances,
      Zones zones,
      Activities activities,
      Simulation simulation,
      Recorder recorder,
      LongConsumer again) {
    this.instances = instances;
    this.zones = zones;
    this.activities = activities;
    this.simulation = simulation;
    this.recorder = recorder;
    this.again = again;
  }

  /** Brings instances that are in service from the very beginning. */
  void present(int count) {
    for (int i = 0; i < count; i++) {
      instances.present(emptiestZone());
    }
  }

  /** Launches so many, each into the emptiest zone that will have it; fewer when none will. */
  void launch(int count, long now, String why) {
    while (wantedSince.size() > Math.max(0, count)) {
      wantedSince.removeLast();
    }
    while (wantedSince.size() < count) {
      wantedSince.add(now);
    }
    boolean mayLaunch = true;
    for (int i = 0; mayLaunch && i < count; i++) {
      mayLaunch = launch(now, why);
    }
  }

  private boolean launch(long now, String why) {
    int first = emptiestZone();
    if (zones.isUp(instances.zoneName(first))) {
      return granted(first, now, why);
    }
    for (int zone : zonesByPopulation()) {
      if (zones.isUp(instances.zoneName(zone))) {
        return granted(zone, now, why);
      }
      activities.launchFailures().add(now);
      recorder.happened(
          now,
          EventLog.Kind.LAUNCH_FAILURE,
          "groups." + instances.name(),
          "no capacity in zone " + instances.zoneName(zone),
          "zone is down");
    }
    retryLater(now);
    return false;
  }

  private boolean granted(int zone, long now, String why) {
    instances.launch(zone, wantedSince.remove(), now, why);
    activities.launches().add(now);
    return true;
  }

  /** Looks again later whether instances are missing. */
  void retryLater(long now) {
    if (!retryPending) {
      retryPending = true;
      simulation.at(now + RETRY_NANOS, Phase.DECIDE, at -> {
        retryPending = false;
        again.accept(at);
      });
    }
  }

  private int emptiestZone() {
    int emptiest = 0;
    for (int zone = 1; zone < instances.zones(); zone++) {
      emptiest = instances.population(zone) < instances.population(emptiest) ? zone : emptiest;
    }
    return emptiest;
  }

  /** Zones with the fewest instances first; equal ones in the group's order (§4.8). */
  private List<Integer> zonesByPopulation() {
    List<Integer> order = new ArrayList<>();
    for (int zone = 0; zone < instances.zones(); zone++) {
      order.add(zone);
    }
    order.sort((a, b) -> Integer.compare(instances.population(a), instances.population(b)));
    return order;
  }
}
