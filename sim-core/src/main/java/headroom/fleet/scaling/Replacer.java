package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * Replaces one batch of instances after another: what comes is launched when what goes is ended, or
 * before; a batch is over when the group is whole again and warm.
 */
final class Replacer implements InstanceListener {

  /** What the group does for it. */
  interface Hands {

    /** Lets an instance go in good order. */
    void release(Instance instance, long nowNanos, String why);

    /** Brings the group to the size that is wanted. */
    void reconcile(long nowNanos, String why);
  }

  private enum Stage {
    IDLE,
    LAUNCHING,
    SETTLING,
    WARMING
  }

  private final Units units;
  private final Simulation simulation;
  private final IntSupplier desired;
  private final Hands hands;
  private final Set<Instance> batch = new LinkedHashSet<>();
  private Stage stage = Stage.IDLE;
  private boolean looking;
  private long batches;
  private long warmUp;
  private String why = "";
  private LongConsumer done = now -> {};

  /**
   * Makes a replacer.
   *
   * @param desired the wanted size as it is now
   */
  Replacer(
      InstanceGroup instances,
      Units units,
      Simulation simulation,
      IntSupplier desired,
      Hands hands) {
    this.units = units;
    this.simulation = simulation;
    this.desired = desired;
    this.hands = hands;
    instances.listen(this);
  }

  boolean isIdle() {
    return stage == Stage.IDLE;
  }

  /** Units beyond the wanted number, until others can go. */
  int surplus() {
    return stage == Stage.LAUNCHING ? units.of(batch) : 0;
  }

  /** Replaces these, and says when the group is whole again. */
  void replace(
      List<Instance> going,
      boolean launchFirst,
      long warmUpNanos,
      String because,
      LongConsumer whenDone,
      long now) {
    batch.addAll(going);
    warmUp = warmUpNanos;
    why = because;
    done = whenDone;
    stage = launchFirst ? Stage.LAUNCHING : Stage.SETTLING;
    if (!launchFirst) {
      letGo(now);
    }
    hands.reconcile(now, why);
    look(now);
  }

  /** Leaves the rest of a batch as it is. */
  void cancel(long now) {
    batch.clear();
    stage = Stage.IDLE;
    hands.reconcile(now, why);
  }

  private void letGo(long now) {
    List<Instance> going = new ArrayList<>(batch);
    batch.clear();
    going.forEach(instance -> hands.release(instance, now, why));
  }

  /** Looks whether what it waits for has come. */
  void look(long now) {
    if (looking) {
      return;
    }
    looking = true;
    if (stage == Stage.LAUNCHING && units.inService() >= desired.getAsInt() + units.of(batch)) {
      stage = Stage.SETTLING;
      letGo(now);
      hands.reconcile(now, why);
    }
    if (stage == Stage.SETTLING && units.inService() >= desired.getAsInt()) {
      stage = Stage.WARMING;
      long number = ++batches;
      simulation.at(now + warmUp, Phase.DECIDE, at -> warm(number, at));
    }
    looking = false;
  }

  private void warm(long number, long now) {
    if (stage == Stage.WARMING && number == batches) {
      stage = Stage.IDLE;
      done.accept(now);
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    if (stage != Stage.IDLE) {
      simulation.at(now, Phase.DECIDE, this::look);
    }
  }

  @Override
  public void mayGoNoMore(Instance instance, long now) {
    if (batch.remove(instance)) {
      simulation.at(now, Phase.DECIDE, at -> {
        hands.reconcile(at, why);
        look(at);
      });
    }
  }
}
