package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.InstanceRefresh;
import headroom.spec.InstanceRefresh.Protected;
import headroom.supply.Image;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Carries out the instance refreshes of a group, one at a time (fleet sheet §4.12 [A26]). */
final class Refreshes {

  private static final long MINUTE = 60_000_000_000L;

  private final InstanceGroup instances;
  private final Map<String, Image> images;
  private final Replacer replacer;
  private final Units units;
  private final Activities activities;
  private final IntSupplier desired;
  private final long usualWarmUp;
  private final BooleanSupplier suspended;
  private final Simulation simulation;
  private final Recorder recorder;
  private Predicate<String> inAlarm = name -> false;
  private @Nullable WarmPoolKeeper pool;
  private @Nullable InstanceRefresh rule;
  private boolean goesBack;
  private int before;
  private int bound;
  private int all;
  private int reached;
  private long pausedUntil;
  private long progressAt;

  /**
   * Makes the refreshes of a group.
   *
   * @param images those that refreshes launch, by name
   * @param usualWarmUp the group's own, for refreshes that do not say
   * @param suspended true while no refresh may go on
   */
  Refreshes(
      InstanceGroup instances,
      Map<String, Image> images,
      Replacer replacer,
      Units units,
      Activities activities,
      IntSupplier desired,
      long usualWarmUp,
      BooleanSupplier suspended,
      Simulation simulation,
      Recorder recorder) {
    this.instances = instances;
    this.images = images;
    this.replacer = replacer;
    this.units = units;
    this.activities = activities;
    this.desired = desired;
    this.usualWarmUp = usualWarmUp;
    this.suspended = suspended;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  /** What is prepared beside the group is replaced with it. */
  void beside(WarmPoolKeeper keeper) {
    pool = keeper;
  }

  void schedule(List<InstanceRefresh> rules, Predicate<String> alarms) {
    inAlarm = alarms;
    rules.forEach(
        refresh -> simulation.at(refresh.at().toNanos(), Phase.DECIDE, now -> begin(refresh, now)));
  }

  private void begin(InstanceRefresh refresh, long now) {
    if (rule != null) {
      say("instance refresh refused", "another is in progress", now);
      activities.refreshed(false, now);
      return;
    }
    rule = refresh;
    goesBack = false;
    before = instances.version();
    refresh.image().ifPresent(name -> launchFrom(image(name), now));
    bound = instances.launchedSoFar();
    all = desired.getAsInt();
    reached = 0;
    pausedUntil = now;
    progressAt = now;
    say("instance refresh begun", "", now);
    next(now);
    watch(now);
  }

  private void launchFrom(Image image, long now) {
    instances.launchFrom(image);
    if (pool != null) {
      pool.launchFrom(image, now);
    }
  }

  private void launchAgain(int version, long now) {
    instances.launchAgain(version);
    if (pool != null) {
      pool.launchAgain(version, now);
    }
  }

  private Image image(String name) {
    Image image = images.get(name);
    if (image == null) {
      throw new IllegalStateException("no image " + name);
    }
    return image;
  }

  /** Looks every minute whether it must fail, or may go on. */
  private void watch(long now) {
    InstanceRefresh current = rule;
    if (current == null) {
      return;
    }
    boolean alarmed = !goesBack && current.alarms().stream().anyMatch(inAlarm);
    boolean stuck = now - progressAt > InstanceRefresh.LONGEST_WAIT.toNanos();
    if (alarmed || stuck) {
      fail(current, alarmed ? "in alarm" : "no progress for an hour", now);
    } else if (replacer.isIdle() && now >= pausedUntil) {
      next(now);
    }
    simulation.at(now + MINUTE, Phase.DECIDE, this::watch);
  }

  /** The group is whole: goes on with the next batch. */
  private void next(long now) {
    InstanceRefresh current = rule;
    if (current == null) {
      return;
    }
    List<Instance> left = left(current);
    if (left.isEmpty()) {
      say(goesBack ? "rolled back" : "instance refresh succeeded", "", now);
      activities.refreshed(!goesBack, now);
      rule = null;
      return;
    }
    if (suspended.getAsBoolean() || pauses(current, units.of(left), now)) {
      progressAt = Math.max(now, pausedUntil);
      return;
    }
    List<Instance> ready = left.stream()
        .filter(Instance::isInService)
        .filter(instance -> !instance.isProtected() || current.scaleInProtected() != Protected.WAIT)
        .toList();
    if (!ready.isEmpty()) {
      progressAt = now;
      long warmUp = current.warmUp().map(Duration::toNanos).orElse(usualWarmUp);
      String why = goesBack ? "rollback of an instance refresh" : "instance refresh";
      List<Instance> batch = units.upTo(current.atOnce(desired.getAsInt()), ready);
      replacer.replace(batch, current.launchesFirst(), warmUp, why, this::next, now);
    }
  }

  /** At a checkpoint that has just been reached, it waits. */
  private boolean pauses(InstanceRefresh current, int left, long now) {
    int checkpoints = goesBack ? 0 : current.reached(Math.max(0, all - left), all);
    if (checkpoints > reached) {
      reached = checkpoints;
      pausedUntil = now + current.checkpointDelay().toNanos();
      say("checkpoint " + checkpoints + " of " + current.checkpoints().size(), "", now);
    }
    return now < pausedUntil;
  }

  /** What is still to be replaced, the oldest first. */
  private List<Instance> left(InstanceRefresh current) {
    return instances.live().stream()
        .filter(instance -> instance.ordinal() < bound)
        .filter(instance -> instance.isInService() || instance.state().isStarting())
        .filter(instance -> !(current.skipMatching() || goesBack) || !instances.isCurrent(instance))
        .filter(
            instance -> !instance.isProtected() || current.scaleInProtected() != Protected.IGNORE)
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .toList();
  }

  private void fail(InstanceRefresh current, String why, long now) {
    replacer.cancel(now);
    say("instance refresh failed", why, now);
    if (current.autoRollback() && !goesBack && instances.version() != before) {
      goesBack = true;
      launchAgain(before, now);
      bound = instances.launchedSoFar();
      pausedUntil = now;
      progressAt = now;
      next(now);
    } else {
      activities.refreshed(false, now);
      rule = null;
    }
  }

  private void say(String what, String why, long now) {
    if (recorder.readsEvents()) {
      recorder.happened(now, EventLog.Kind.SCHEDULED, "groups." + instances.name(), what, why);
    }
  }
}
