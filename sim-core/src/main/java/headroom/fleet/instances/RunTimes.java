package headroom.fleet.instances;

import headroom.results.InstanceUsage;
import headroom.results.StoppedTime;
import headroom.supply.Disk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down how long the instances of a group ran: what is billed for them. */
public final class RunTimes {

  private final String group;
  private final List<String> types;
  private final List<String> zones;
  private final String system;
  private final InstanceUsage.Builder usage;
  private final int[] kinds;
  private InstanceUsage.Builder hosted;
  private int[] hostedKinds;
  private boolean ownHaveVolumes;
  private final Optional<Disk> disk;
  private final List<StoppedTime> stopped = new ArrayList<>();
  private final Map<Instance, Long> stoppedSince = new LinkedHashMap<>();
  private final List<StoppedTime> left = new ArrayList<>();
  private @Nullable SpotRuns spotRuns;

  /**
   * @param disk what each instance comes with; empty for nothing that is billed
   */
  public RunTimes(
      String group,
      List<String> types,
      List<String> zones,
      String system,
      Optional<Disk> disk,
      InstanceUsage.Builder usage) {
    this.disk = disk;
    this.group = group;
    this.types = List.copyOf(types);
    this.zones = List.copyOf(zones);
    this.system = system;
    this.usage = usage;
    this.kinds = kinds(usage);
    this.hosted = usage;
    this.hostedKinds = kinds;
  }

  private int[] kinds(InstanceUsage.Builder builder) {
    int[] all = new int[types.size() * zones.size()];
    for (int kind = 0; kind < all.length; kind++) {
      all[kind] =
          builder.kind(what(types.get(kind / zones.size()), kind % zones.size(), "on-demand"));
    }
    return all;
  }

  private InstanceUsage.What what(String type, int zone, String purchase) {
    return new InstanceUsage.What(group, type, zones.get(zone), purchase, system);
  }

  /** From now on spot instances may be launched, and their runs are kept there. */
  public void spotTo(SpotRuns runs) {
    spotRuns = runs;
  }

  /**
   * What runs on hosts of the account's own is kept there: these are billed in its stead.
   *
   * @param dedicated true when these are the cloud's, so that there are volumes of the cloud on them
   */
  public void hostedTo(InstanceUsage.Builder others, boolean dedicated) {
    hosted = others;
    ownHaveVolumes = dedicated;
    hostedKinds = kinds(others);
  }

  /** An instance that ran runs no more. */
  void ended(Instance instance, long now) {
    if (instance.isSpot()) {
      spot(instance, now);
    } else {
      payer(instance).add(kind(instance), ordinal(instance), instance.runningSince(), now);
    }
  }

  /** An instance still runs at the end of the run. */
  void open(Instance instance, long end) {
    if (instance.isSpot()) {
      spot(instance, end);
    } else {
      payer(instance).addOpen(kind(instance), ordinal(instance), instance.runningSince(), end);
    }
  }

  /** What is kept beside the group counts by itself. */
  private int ordinal(Instance instance) {
    return instance.isOf(group) ? instance.ordinal() : -1;
  }

  /** It runs no more; its volume, if it has one, is still there. */
  void stops(Instance instance, long now) {
    if (hasVolume(instance)) {
      stoppedSince.put(instance, now);
    }
  }

  /** It was there for a while without running, with its volume, and is so no more. */
  void noLongerStopped(Instance instance, long now) {
    @Nullable Long since = stoppedSince.remove(instance);
    if (since != null && since < now) {
      stopped.add(new StoppedTime(volumeOf(instance), since, now));
    }
  }

  /** It has ended for good; its volume may not have. */
  void leaves(Instance instance, long now) {
    if (hasVolume(instance) && disk.filter(its -> !its.deletedOnTermination()).isPresent()) {
      left.add(new StoppedTime(volumeOf(instance), now, now));
    }
  }

  private boolean hasVolume(Instance instance) {
    return disk.isPresent() && (ownHaveVolumes || !instance.isOnOwnHost());
  }

  private InstanceUsage.What volumeOf(Instance instance) {
    return what(types.get(instance.type()), instance.zone(), "on-demand");
  }

  /**
   * The times in which volumes were there without an instance that ran: those that ended, in that
   * order, and then those that last to the end.
   */
  public List<StoppedTime> stopped(long end) {
    List<StoppedTime> all = new ArrayList<>(stopped);
    left.stream()
        .filter(one -> one.fromNanos() < end)
        .map(one -> new StoppedTime(one.what(), one.fromNanos(), end))
        .forEach(all::add);
    return all;
  }

  private InstanceUsage.Builder payer(Instance instance) {
    return instance.isOnOwnHost() ? hosted : usage;
  }

  private int kind(Instance instance) {
    int[] its = instance.isOnOwnHost() ? hostedKinds : kinds;
    return its[instance.type() * zones.size() + instance.zone()];
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
