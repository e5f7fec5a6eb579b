package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Instances that are to be replaced for one reason, a part of the group at a time. */
final class Overdue {

  private final Replacer replacer;
  private final Units units;
  private final IntSupplier atOnce;
  private final BooleanSupplier mayGoOn;
  private final boolean launchFirst;
  private final long warmUpNanos;
  private final String why;
  private final Set<Instance> waiting = new LinkedHashSet<>();

  /**
   * Makes the line of those to be replaced.
   *
   * @param atOnce how many units at once, as it is now
   * @param mayGoOn false while nobody may be replaced
   */
  Overdue(
      Replacer replacer,
      Units units,
      IntSupplier atOnce,
      BooleanSupplier mayGoOn,
      boolean launchFirst,
      long warmUpNanos,
      String why) {
    this.replacer = replacer;
    this.units = units;
    this.atOnce = atOnce;
    this.mayGoOn = mayGoOn;
    this.launchFirst = launchFirst;
    this.warmUpNanos = warmUpNanos;
    this.why = why;
  }

  int waiting() {
    return waiting.size();
  }

  void add(Instance instance) {
    waiting.add(instance);
  }

  void remove(Instance instance) {
    waiting.remove(instance);
  }

  /** Begins with the next, unless others are under way. */
  void next(long now) {
    waiting.removeIf(instance -> !instance.isInService());
    if (waiting.isEmpty() || !replacer.isIdle() || !mayGoOn.getAsBoolean()) {
      return;
    }
    List<Instance> batch = units.upTo(atOnce.getAsInt(), waiting);
    waiting.removeAll(batch);
    replacer.replace(batch, launchFirst, warmUpNanos, why, this::next, now);
  }
}
