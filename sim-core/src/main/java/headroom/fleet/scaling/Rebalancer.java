package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.placement.ZoneBalance;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * Moves instances to zones that have too few of them, as soon as the cloud has room there: launches
 * first, and leaves it to scale-in to take one from the fullest zone (fleet sheet §4.8 [A18]).
 */
final class Rebalancer implements InstanceListener {

  private static final long LOOK_NANOS = 60_000_000_000L;

  private static final String WHY = "zones are rebalanced";

  private final InstanceGroup instances;
  private final Units units;
  private final Launcher launcher;
  private final Simulation simulation;
  private final IntSupplier max;
  private final LongConsumer again;
  private final BooleanSupplier suspended;
  private final Set<Instance> onTheirWay = new LinkedHashSet<>();
  private boolean looksLater;

  /**
   * Makes the rebalancer of a group.
   *
   * @param max the group's maximum as it is now
   * @param again told when the group has as many as it may, or fewer, and should see to it
   * @param suspended true while zones are left as they are
   */
  Rebalancer(
      InstanceGroup instances,
      Units units,
      Launcher launcher,
      Simulation simulation,
      IntSupplier max,
      LongConsumer again,
      BooleanSupplier suspended) {
    this.instances = instances;
    this.units = units;
    this.launcher = launcher;
    this.simulation = simulation;
    this.max = max;
    this.again = again;
    this.suspended = suspended;
    instances.listen(this);
  }

  /** Units beyond the wanted number, until they serve and others can go. */
  int surplus() {
    return units.of(onTheirWay);
  }

  /** Begins to even the zones out, if that is needed and nothing else is under way. */
  void look(int wanted, long now) {
    boolean settled = launcher.evensZones()
        && !suspended.getAsBoolean()
        && onTheirWay.isEmpty()
        && !instances.power().hasHalted()
        && isWhole(wanted);
    if (!settled || !ZoneBalance.isUneven(instances.populations())) {
      return;
    }
    int room = most(wanted) - units.population();
    int[] planned = instances.populations().clone();
    while (room > 0 && ZoneBalance.isUneven(planned)) {
      int to = ZoneBalance.emptiest(planned);
      planned[ZoneBalance.fullest(planned)]--;
      planned[to]++;
      Optional<Instance> moved = launcher.launchInto(to, room, now, WHY);
      if (moved.isEmpty()) {
        lookLater(now);
        return;
      }
      onTheirWay.add(moved.get());
      room -= units.of(moved.get());
    }
  }

  /** Of unequal instances there may be more than is wanted, as none of them may go. */
  private boolean isWhole(int wanted) {
    int there = units.population();
    return units.areInstances() ? there == wanted : there >= wanted;
  }

  /**
   * As many units as there may be while some move. With weights it is what is wanted and the largest
   * of them, whatever the maximum: zones are evened out in instances all the same ([A3]).
   */
  private int most(int wanted) {
    return units.areInstances() ? ZoneBalance.ceiling(max.getAsInt()) : wanted + units.largest();
  }

  private void lookLater(long now) {
    if (!looksLater) {
      looksLater = true;
      simulation.at(now + LOOK_NANOS, Phase.DECIDE, at -> {
        looksLater = false;
        again.accept(at);
      });
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    arrived(instance, now);
  }

  @Override
  public void mayGoNoMore(Instance instance, long now) {
    arrived(instance, now);
  }

  private void arrived(Instance instance, long now) {
    if (onTheirWay.remove(instance)) {
      simulation.at(now, Phase.DECIDE, again::accept);
    }
  }
}
