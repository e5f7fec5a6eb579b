package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.spec.LifecycleHook;
import headroom.supply.BootstrapStep;
import headroom.supply.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timed stages of a start, and how an instance of the group gets through them. */
final class Startup {

  private static final double NANOS = 1e9;

  private final Simulation simulation;
  private final LaunchTimes times;
  private final StageTimes hookTimes;
  private final StageTimes bootstrapTimes;
  private final Stage pending;
  private final Stage boot;
  private final List<Stage> steps = new ArrayList<>();
  private final int bootstrapSteps;
  private final boolean named;
  private final HookWaits hooks;
  private final HookWaits noHooks;
  private final boolean isPlain;

  /** One stage: how long it takes, whether it fails, and whose time it needs. */
  private record Stage(
      StageTimes times,
      boolean isTimed,
      Sampler time,
      Stream luck,
      double fails,
      Stream failureLuck,
      int attempts,
      @Nullable LaunchDesk desk) {

    long nanos(int ordinal, int attempt) {
      double u = attempt == 0 ? luck.at(ordinal) : luck.at(ordinal, attempt);
      return (long) (time.sample(u) * NANOS);
    }

    /** True when it neither fails nor waits for others. */
    boolean isSure() {
      return fails == 0 && desk == null;
    }

    boolean hasFailed(int ordinal, int attempt) {
      return fails > 0 && failureLuck.at(ordinal, attempt) < fails;
    }
  }

  Startup(
      String group,
      Image image,
      HookWaits hooks,
      Map<String, LaunchDesk> desks,
      Simulation simulation,
      Chance chance,
      LaunchTimes times) {
    this.simulation = simulation;
    this.times = times;
    this.hookTimes = times.stage(LaunchTimes.HOOK);
    this.bootstrapTimes = times.stage(LaunchTimes.BOOTSTRAP);
    this.hooks = hooks;
    this.noHooks = HookWaits.none(chance);
    this.pending = stage(
        LaunchTimes.PENDING, image.pending(), chance.of(group, "pending"), image.store(), desks);
    this.boot =
        stage(LaunchTimes.BOOT, image.boot(), chance.of(group, "boot"), Optional.empty(), desks);
    Stream luck = chance.of(group, "bootstrap");
    for (BootstrapStep step : image.bootstrap()) {
      boolean whole = step.step().equals(Image.WHOLE);
      Stream own = whole ? luck : luck.of(step.step());
      steps.add(new Stage(
          times.stage(whole ? LaunchTimes.BOOTSTRAP : LaunchTimes.BOOTSTRAP + "." + step.step()),
          isTimed(step.takes(), step.from()),
          step.takes().sampler(),
          own,
          step.fails(),
          own.of("failure"),
          step.attempts(),
          desk(step.from(), desks)));
    }
    bootstrapSteps = steps.size();
    named = image.bootstrap().stream().anyMatch(step -> !step.step().equals(Image.WHOLE));
    if (image.warmUp().mean() > 0 || steps.isEmpty()) {
      Stream own = chance.of(group, "application-warm-up");
      steps.add(stage(LaunchTimes.WARM_UP, image.warmUp(), own, Optional.empty(), desks));
    }
    isPlain = hooks.isEmpty()
        && !named
        && boot.isSure()
        && steps.size() == 1
        && steps.get(0).isSure();
  }

  private Stage stage(
      String name,
      Distribution time,
      Stream luck,
      Optional<String> from,
      Map<String, LaunchDesk> desks) {
    return new Stage(
        times.stage(name),
        isTimed(time, from),
        time.sampler(),
        luck,
        0,
        luck,
        1,
        desk(from, desks));
  }

  private static boolean isTimed(Distribution time, Optional<String> from) {
    return time.mean() > 0 || from.isPresent();
  }

  private static @Nullable LaunchDesk desk(Optional<String> name, Map<String, LaunchDesk> desks) {
    return name.map(desks::get).orElse(null);
  }

  private HookWaits hooks(Instance instance) {
    return instance.start().prepared().asksHooks() ? hooks : noHooks;
  }

  /** It is back at once, and has its boot before it. */
  void recover(Instance instance, long now) {
    begin(boot, instance, now);
  }

  /** It boots once more; how long that takes is drawn anew. */
  void reboot(Instance instance, long now) {
    long nanos = boot.nanos(instance.ordinal(), 1);
    simulation.schedule(instance, now + nanos, Phase.CHANGE);
  }

  void begin(Instance instance, long now) {
    begin(pending, instance, now);
  }

  /**
   * True where nothing can come between boot and service but the instance's end: boot and bootstrap
   * are one event, as nobody tells them apart meanwhile.
   */
  private boolean isPlain(Instance instance) {
    return isPlain && instance.start().prepared() == Preparation.NONE;
  }

  /** Pending is over. */
  void boot(Instance instance, long now) {
    end(pending, instance, now);
    if (isPlain(instance)) {
      instance.start().stageSince = now;
      long booted = now + boot.nanos(instance.ordinal(), 0);
      instance.start().stepsSince = booted;
      simulation.schedule(
          instance, booted + steps.get(0).nanos(instance.ordinal(), 0), Phase.CHANGE);
    } else {
      begin(boot, instance, now);
    }
  }

  /** A plain start ends here: with its boot, if that was over, and if it is done with its step. */
  private void endPlain(Instance instance, boolean done, long now) {
    long booted = instance.start().stepsSince;
    if (booted <= now && boot.isTimed()) {
      boot.times().ended(instance.start().stageSince, booted);
    }
    if (done && steps.get(0).isTimed()) {
      steps.get(0).times().ended(booted, now);
    }
  }

  /** The operating system can be reached; true when it is ready by now, as its start was plain. */
  boolean bootstrap(Instance instance, long now) {
    if (isPlain(instance)) {
      endPlain(instance, true, now);
      return true;
    }
    end(boot, instance, now);
    instance.start().stepsSince = now;
    if (instance.start().prepared() == Preparation.NONE) {
      begin(steps.get(0), instance, now);
    } else {
      resume(instance, now);
    }
    return false;
  }

  /** What was prepared is left out. */
  void resume(Instance instance, long now) {
    boolean starts =
        instance.start().prepared().startsApplication() && bootstrapSteps < steps.size();
    instance.start().step = (byte) (starts ? bootstrapSteps : steps.size());
    if (starts) {
      begin(steps.get(bootstrapSteps), instance, now);
    } else {
      instance.start().stageSince = now;
      long until = now + hooks(instance).of(instance.ordinal()).nanos();
      simulation.schedule(instance, until, Phase.CHANGE);
    }
  }

  /** What became of a step that has been carried out. */
  enum Outcome {
    GOES_ON,
    DONE,
    GIVEN_UP,
    ABANDONED
  }

  /** A step has been carried out: begins what comes after it. */
  Outcome next(Instance instance, long now) {
    if (instance.start().step == steps.size()) {
      if (!hooks(instance).isEmpty()) {
        hookTimes.ended(instance.start().stageSince, now);
      }
      boolean abandoned =
          hooks(instance).of(instance.ordinal()).result() == LifecycleHook.Result.ABANDON;
      return abandoned ? Outcome.ABANDONED : Outcome.DONE;
    }
    Stage stage = steps.get(instance.start().step);
    leave(stage, instance, now);
    if (stage.hasFailed(instance.ordinal(), instance.start().attempt)) {
      if (++instance.start().attempt == stage.attempts()) {
        return Outcome.GIVEN_UP;
      }
      schedule(stage, instance, now);
      return Outcome.GOES_ON;
    }
    record(stage, instance, now);
    instance.start().attempt = 0;
    boolean isLast = ++instance.start().step == bootstrapSteps;
    if (isLast && named) {
      bootstrapTimes.ended(instance.start().stepsSince, now);
    }
    if (instance.start().step == steps.size()) {
      return waitForHooks(instance, now);
    }
    begin(steps.get(instance.start().step), instance, now);
    return Outcome.GOES_ON;
  }

  private Outcome waitForHooks(Instance instance, long now) {
    if (hooks(instance).isEmpty()) {
      return Outcome.DONE;
    }
    instance.start().stageSince = now;
    long until = now + hooks(instance).of(instance.ordinal()).nanos();
    simulation.schedule(instance, until, Phase.CHANGE);
    return Outcome.GOES_ON;
  }

  /** The instance ends in the middle of its start. */
  void abandon(Instance instance, long now) {
    if (instance.state() == State.PENDING) {
      leave(pending, instance, now);
    } else if (isBootingPlainly(instance)) {
      endPlain(instance, false, now);
    } else if (instance.state() == State.BOOTSTRAPPING && instance.start().step < steps.size()) {
      leave(steps.get(instance.start().step), instance, now);
    }
  }

  private boolean isBootingPlainly(Instance instance) {
    return instance.state() == State.BOOTING && isPlain(instance);
  }

  /** The run ends, maybe in the middle of its start. */
  void isOpen(Instance instance, long end) {
    if (isBootingPlainly(instance)) {
      endPlain(instance, false, end);
    }
  }

  private void begin(Stage stage, Instance instance, long now) {
    instance.start().stageSince = now;
    schedule(stage, instance, now);
  }

  private void schedule(Stage stage, Instance instance, long now) {
    long nanos = stage.nanos(instance.ordinal(), instance.start().attempt);
    LaunchDesk desk = stage.desk();
    if (desk == null) {
      simulation.schedule(instance, now + nanos, Phase.CHANGE);
    } else {
      desk.serve(instance, nanos, now);
    }
  }

  private void end(Stage stage, Instance instance, long now) {
    leave(stage, instance, now);
    record(stage, instance, now);
  }

  private void record(Stage stage, Instance instance, long now) {
    if (stage.isTimed()) {
      stage.times().ended(instance.start().stageSince, now);
    }
  }

  private static void leave(Stage stage, Instance instance, long now) {
    LaunchDesk desk = stage.desk();
    if (desk != null) {
      desk.leave(instance, now);
    }
  }
}
