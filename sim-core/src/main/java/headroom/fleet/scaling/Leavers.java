package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Termination;
import headroom.policy.placement.TerminationPolicy.Leaver;
import headroom.spec.Group;
import headroom.spec.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on scale-in. The default policy of a group of equal instances asks an index; whatever
 * needs more looks at all instances.
 */
final class Leavers {

  private final InstanceGroup instances;
  private final Units units;
  private final ReleaseOrder byHour;
  private final Upkeep upkeep;
  private final Mix mix;
  private final Termination choice;
  private final boolean byTheHourAlone;

  /** To be made before the group has instances. */
  Leavers(InstanceGroup instances, Units units, Group rule) {
    this.instances = instances;
    this.units = units;
    this.byHour = new ReleaseOrder(instances);
    this.upkeep = rule.upkeep();
    this.mix = rule.mix();
    this.choice = new Termination(upkeep.customTermination(), upkeep.terminationPolicies());
    this.byTheHourAlone =
        !upkeep.choosesByMoreThanTheHour() && !mix.usesSpot() && rule.hosts().isEmpty();
  }

  /** The instance to go; null when none can. */
  @Nullable
  Instance next(long now) {
    if (byTheHourAlone) {
      // AWS breaks the last tie at random; the lowest ordinal is as good, and always the same.
      return byHour.closestToNextHour(byHour.fullestZone(), now);
    }
    List<Instance> candidates = new ArrayList<>();
    int onDemand = 0;
    int all = 0;
    for (Instance instance : instances.live()) {
      if (instance.isInService() || instance.state().isStarting()) {
        candidates.add(instance);
        onDemand += instance.isSpot() ? 0 : units.of(instance);
        all += units.of(instance);
      }
    }
    if (candidates.stream().anyMatch(one -> !one.isOnOwnHost() && !one.isProtected())) {
      // Own hosts cost the same empty: what the cloud gave beside them goes first.
      candidates.removeIf(Instance::isOnOwnHost);
    }
    // Whatever is left equal goes by the lowest ordinal.
    candidates.sort((a, b) -> Integer.compare(a.ordinal(), b.ordinal()));
    boolean cutsOnDemand = onDemand > mix.onDemandOf(all - 1);
    OptionalInt chosen = choice.choose(
        instances.zones(),
        candidates.stream().map(one -> leaver(one, cutsOnDemand, now)).toList());
    return chosen.isPresent() ? candidates.get(chosen.getAsInt()) : null;
  }

  private Leaver leaver(Instance instance, boolean cutsOnDemand, long now) {
    return new Leaver(
        instance.zone(),
        instance.isProtected(),
        instance.ordinal(),
        upkeep.launchConfiguration() && instance.version() == 0,
        instance.version(),
        ReleaseOrder.toNextHour(instance, now),
        misfit(instance, cutsOnDemand),
        instance.isSpot(),
        instance.type(),
        instance.runningSince() < 0 ? 0 : now - instance.runningSince());
  }

  /** First the purchase option of which there is too much, then the types least preferred. */
  private int misfit(Instance instance, boolean cutsOnDemand) {
    if (!mix.usesSpot()) {
      return instance.type();
    }
    boolean surplus = instance.isSpot() != cutsOnDemand;
    return (surplus ? 1 << 8 : 0) + instance.type();
  }
}
