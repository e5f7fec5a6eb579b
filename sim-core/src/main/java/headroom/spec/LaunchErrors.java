package headroom.spec;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.ZoneFailure;
import headroom.supply.LaunchError;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may keep the groups of a scenario from getting an instance. */
public final class LaunchErrors {

  private LaunchErrors() {}

  /** Every error that a group of the scenario may meet. */
  public static List<LaunchError> of(Scenario scenario, Group group) {
    List<LaunchError> errors = new ArrayList<>();
    if (group.pod().isPresent()) {
      errors.add(LaunchError.UNSCHEDULABLE);
    } else {
      ofTheCloud(scenario, group, errors);
    }
    boolean fails = Stream.concat(
            Stream.of(scenario.imageOf(group)), scenario.refreshImages(group).values().stream())
        .flatMap(image -> image.bootstrap().stream())
        .anyMatch(step -> step.fails() > 0);
    if (fails) {
      errors.add(LaunchError.BOOTSTRAP_FAILED);
    }
    if (!group.upkeep().hooks(LifecycleHook.Transition.LAUNCH).isEmpty()) {
      errors.add(LaunchError.HOOK_ABANDONED);
    }
    return errors;
  }

  private static void ofTheCloud(Scenario scenario, Group group, List<LaunchError> errors) {
    if (group.hosts().isPresent()) {
      errors.add(LaunchError.INSUFFICIENT_CAPACITY_ON_HOST);
    }
    if (!scenario.cloud().capacity().isEmpty()
        || group.mix().usesSpot()
        || !group.placement().isDefault()
        || scenario.hosts().isPresent()
        || scenario.failures().stream().anyMatch(LaunchErrors::takesZones)) {
      errors.add(LaunchError.INSUFFICIENT_INSTANCE_CAPACITY);
    }
    if (mayBeOutbid(scenario, group)) {
      errors.add(LaunchError.SPOT_MAX_PRICE_TOO_LOW);
    }
    Optional<CloudRegion> region = region(scenario, group);
    Quotas quotas = region.flatMap(CloudRegion::quotas).orElse(scenario.cloud().quotas());
    if (quotas.instances().isPresent()) {
      errors.add(LaunchError.INSTANCE_LIMIT_EXCEEDED);
    }
    if (!quotas.vcpus().isEmpty()) {
      errors.add(LaunchError.VCPU_LIMIT_EXCEEDED);
    }
    if (group.mix().usesSpot() && !quotas.spotVcpus().isEmpty()) {
      errors.add(LaunchError.MAX_SPOT_INSTANCE_COUNT_EXCEEDED);
    }
    if (region.flatMap(CloudRegion::api).or(scenario.cloud()::api).isPresent()) {
      errors.add(LaunchError.REQUEST_LIMIT_EXCEEDED);
    }
  }

  /** Where the group launches, if that has a name. */
  private static Optional<CloudRegion> region(Scenario scenario, Group group) {
    Geography places = scenario.geography();
    return places.region(places.of(group));
  }

  /** True when spot instances may cost more than the group pays. */
  public static boolean mayBeOutbid(Scenario scenario, Group group) {
    return group.mix().usesSpot()
        && pools(scenario, group).anyMatch(pool -> pool.mayExceed(group.mix().maximumPrice()));
  }

  /** The spot pools of a group's types. */
  public static Stream<SpotPool> pools(Scenario scenario, Group group) {
    return scenario.cloud().spot().stream()
        .filter(
            pool -> pool.type().equals(group.type()) || group.otherTypes().contains(pool.type()));
  }

  private static boolean takesZones(Failure failure) {
    return failure instanceof ZoneFailure
        || failure instanceof RegionFailure
        || failure instanceof ProviderFailure
        || failure instanceof HardwareFailures;
  }
}
