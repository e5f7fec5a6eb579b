package headroom.fleet.scaling;

import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How an instance of a group goes: balancers drain it, then hooks keep it waiting, then it ends
 * (fleet sheet §4.10 [A24]).
 */
final class Departures {

  private static final Reuse NONE = (instance, now) -> false;

  private final InstanceGroup instances;
  private final Activities activities;
  private final Simulation simulation;
  private final HookWaits hooks;
  private final int balancers;
  private final Map<Instance, Reuse> spared = new LinkedHashMap<>();
  private final Set<Instance> leavers = new LinkedHashSet<>();
  private Reuse reuse = NONE;
  private @Nullable Unloading unloading;

  /**
   * Makes the departures of a group.
   *
   * @param hooks what is waited for before an instance ends
   * @param balancers how many of them must drain it
   */
  Departures(
      InstanceGroup instances,
      Activities activities,
      Simulation simulation,
      HookWaits hooks,
      int balancers) {
    this.instances = instances;
    this.activities = activities;
    this.simulation = simulation;
    this.hooks = hooks;
    this.balancers = balancers;
  }

  /** What may be done with an instance that scale-in has chosen, instead of ending it. */
  @FunctionalInterface
  interface Reuse {

    /** Takes it; false when there is no use for it. */
    boolean take(Instance instance, long nowNanos);
  }

  /** What is on an instance and must leave it before it ends. */
  interface Unloading {

    /** Takes it off, and says when that is done. */
    void unload(Instance instance, long nowNanos, String why, LongConsumer done);
  }

  /** From now on what is on an instance leaves it first. */
  void unloads(Unloading by) {
    unloading = by;
  }

  /** From now on what scale-in chooses may be used again. */
  void reuse(Reuse use) {
    reuse = use;
  }

  /** Scale-in has chosen it. */
  void scaleIn(Instance instance, long now, String why) {
    if (reuse != NONE && instance.isInService()) {
      spared.put(instance, reuse);
    }
    begin(instance, now, why);
  }

  /** It leaves the group without an end: no hook is asked. */
  void leave(Instance instance, long now, String why, Reuse use) {
    spared.put(instance, use);
    leavers.add(instance);
    if (balancers > 0) {
      instance.leaves(balancers);
      instances.drain(instance, now, why);
    } else {
      end(instance, now, why);
    }
  }

  /** It is to go, in good order. */
  void begin(Instance instance, long now, String why) {
    boolean inService = instance.isInService();
    if (inService && unloading != null) {
      instance.leaves(0);
      instances.drain(instance, now, why);
      unloading.unload(instance, now, why, at -> unloaded(instance, at, why));
    } else if (inService && balancers > 0) {
      instance.leaves(balancers);
      instances.drain(instance, now, why);
    } else if (inService && !hooks.isEmpty()) {
      instance.leaves(0);
      instances.drain(instance, now, why);
      waitForHooks(instance, now, why);
    } else {
      end(instance, now, why);
    }
  }

  /** A balancer has drained it. */
  void drained(Instance instance, long now) {
    if (!instance.hasLeftOneMore() || instance.state() != State.DRAINING) {
      return;
    }
    if (hooks.isEmpty() || leavers.remove(instance)) {
      end(instance, now, "drained");
    } else {
      waitForHooks(instance, now, "drained");
    }
  }

  private void unloaded(Instance instance, long now, String why) {
    if (instance.state() == State.DRAINING && hooks.isEmpty()) {
      end(instance, now, why);
    } else if (instance.state() == State.DRAINING) {
      waitForHooks(instance, now, why);
    }
  }

  private void waitForHooks(Instance instance, long now, String why) {
    // What a hook answers makes no difference here: it ends in either case.
    long until = now + hooks.of(instance.ordinal()).nanos();
    simulation.at(until, Phase.CHANGE, at -> {
      if (instance.state() == State.DRAINING) {
        end(instance, at, why);
      }
    });
  }

  /** It ends now. */
  void end(Instance instance, long now, String why) {
    leavers.remove(instance);
    @Nullable Reuse use = spared.remove(instance);
    if (use != null && instance.state().isRunning() && use.take(instance, now)) {
      return;
    }
    activities.terminations().add(now);
    instances.terminate(instance, now, why);
  }
}
