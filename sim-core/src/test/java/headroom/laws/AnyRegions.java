package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.ProcessFailures;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.spec.CloudRegion;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Api;
import headroom.supply.Quotas;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Puts some generated scenarios into two regions, with failures of either and of their owners. */
final class AnyRegions {

  // Dice of its own leave what else is generated as it was.
  private static final long APART = 61_007;

  private final Dice dice;

  AnyRegions(long seed) {
    this.dice = new Dice(seed * 37 + APART);
  }

  Scenario over(Scenario scenario) {
    return dying(inRegions(scenario));
  }

  /** With processes that die, of a group that has no record of its instances to keep to. */
  private Scenario dying(Scenario scenario) {
    Group group = scenario.groups().get(0);
    if (!dice.chance(0.2) || !group.health().replace()) {
      return scenario;
    }
    List<Failure> failures = new ArrayList<>(scenario.failures());
    failures.add(new ProcessFailures(
        dice.pick("segfault", "out-of-memory"),
        group.name(),
        new Exponential(dice.between(200, 2000)),
        new Constant(dice.between(1, 120))));
    return scenario.toBuilder().failures(failures).build();
  }

  private Scenario inRegions(Scenario scenario) {
    if (!dice.chance(0.3)) {
      return scenario;
    }
    List<String> west = dice.chance(0.5) ? List.of("w1") : List.of("w1", "w2");
    String provider = dice.pick("one", "first");
    List<CloudRegion> regions = List.of(
        region("east", provider, scenario.zones(), Map.of("west", millis())),
        region("west", dice.pick("one", "another"), west, Map.of()));
    List<Group> groups = scenario.groups().stream()
        .map(group -> mayMove(group, scenario) && dice.chance(0.5)
            ? group.toBuilder().zones(west).build()
            : group)
        .toList();
    List<Workload> workloads = scenario.workloads().stream()
        .map(workload -> workload.toBuilder()
            .from(dice.pick(Optional.empty(), Optional.of("east"), Optional.of("west")))
            .build())
        .toList();
    List<Failure> failures = new ArrayList<>(scenario.failures());
    failures.addAll(failures(provider));
    return scenario.toBuilder()
        .regions(regions)
        .groups(groups)
        .workloads(workloads)
        .failures(failures)
        .build();
  }

  private static boolean mayMove(Group group, Scenario scenario) {
    return !group.mix().usesSpot()
        && group.pod().isEmpty()
        && group.hosts().isEmpty()
        && group.placement().isDefault()
        && !scenario.isNodes(group.name());
  }

  private CloudRegion region(
      String name, String provider, List<String> zones, Map<String, Duration> latency) {
    return new CloudRegion(
        name,
        provider,
        zones,
        dice.pick(Scenario.DEFAULT_PRICES, "us-east-1/2012-04"),
        Optional.of(new Quotas(OptionalInt.of(dice.between(200, 300)), new TreeMap<>()))
            .filter(any -> dice.chance(0.3)),
        Optional.of(Api.USUAL).filter(any -> dice.chance(0.3)),
        Optional.of(dice.pick("2012-baked-linux", "2021-linux")).filter(any -> dice.chance(0.2)),
        latency);
  }

  private Duration millis() {
    return Duration.ofMillis(dice.pick(0, 20, 70, 150));
  }

  private List<Failure> failures(String provider) {
    List<Failure> failures = new ArrayList<>();
    if (dice.chance(0.4)) {
      failures.add(
          new RegionFailure(dice.pick("quake", "flood"), region(), dice.chance(0.5), timing()));
    }
    if (dice.chance(0.3)) {
      failures.add(new ProviderFailure(
          dice.pick("insolvency", "strike"), provider, dice.chance(0.5), timing()));
    }
    if (dice.chance(0.4)) {
      failures.add(new ServiceOutage(
          "service-there", dice.pick(ServiceOutage.Service.values()), region(), timing()));
    }
    return failures;
  }

  private Optional<String> region() {
    return dice.pick(Optional.empty(), Optional.of("east"), Optional.of("west"));
  }

  private Scripted timing() {
    return new Scripted(
        Duration.ofMinutes(dice.between(1, 6)), Duration.ofSeconds(dice.between(30, 400)));
  }
}
