package headroom.fleet.instances;

import headroom.results.InstanceUsage;
import headroom.results.StoppedTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down how long the instances of a group ran: what is billed for them. */
public final class RunTimes {

  private final String group;
  private final List<String> types;
  private final List<String> zones;
  private final String system;
  private final InstanceUsage.Builder usage;
  private final int[] kinds;
  private final List<StoppedTime> stopped = new ArrayList<>();
  private @Nullable SpotRuns spotRuns;

  public RunTimes(
      String group,
      List<String> types,
      List<String> zones,
      String system,
      InstanceUsage.Builder usage) {
    this.group = group;
    this.types = List.copyOf(types);
    this.zones = List.copyOf(zones);
    this.system = system;
    this.usage = usage;
    this.kinds = new int[types.size() * zones.size()];
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] =
          usage.kind(what(types.get(kind / zones.size()), kind % zones.size(), "on-demand"));
    }
  }

  private InstanceUsage.What what(String type, int zone, String purchase) {
    return new InstanceUsage.What(group, type, zones.get(zone), purchase, system);
  }

  /** From now on spot instances may be launched, and their runs are kept there. */
  public void spotTo(SpotRuns runs) {
    spotRuns = runs;
  }

  /** An instance that ran runs no more. */
  void ended(Instance instance, long now) {
    if (instance.isSpot()) {
      spot(instance, now);
    } else {
      usage.add(kind(instance), ordinal(instance), instance.runningSince(), now);
    }
  }

  /** An instance still runs at the end of the run. */
  void open(Instance instance, long end) {
    if (instance.isSpot()) {
      spot(instance, end);
    } else {
      usage.addOpen(kind(instance), ordinal(instance), instance.runningSince(), end);
    }
  }

  /** What is kept beside the group counts by itself. */
  private int ordinal(Instance instance) {
    return instance.isOf(group) ? instance.ordinal() : -1;
  }

  /** One that was stopped, if it was, is so no more: from there it only goes. */
  void noLongerStopped(Instance instance, long now) {
    if (instance.stoppedSince() < 0) {
      return;
    }
    InstanceUsage.What what = what(types.get(instance.type()), instance.zone(), "on-demand");
    stopped.add(new StoppedTime(what, instance.stoppedSince(), now));
  }

  /** The times in which instances were stopped, in the order in which they ended. */
  public List<StoppedTime> stopped() {
    return stopped;
  }

  private int kind(Instance instance) {
    return kinds[instance.type() * zones.size() + instance.zone()];
  }

  private void spot(Instance instance, long now) {
    if (spotRuns == null) {
      throw new IllegalStateException(instance.label() + " is a spot instance of a group without");
    }
    spotRuns.add(
        what(types.get(instance.type()), instance.zone(), "spot"),
        instance.runningSince(),
        now,
        instance.isInterrupted());
  }
}
