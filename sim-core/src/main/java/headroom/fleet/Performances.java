package headroom.fleet;

import headroom.fleet.targets.BusyTime;
import headroom.fleet.targets.CpuCredits;
import headroom.fleet.targets.OwnSpeeds;
import headroom.fleet.targets.OwnSpeeds.OfType;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Lognormal;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.ResourceUsage.Burst;
import headroom.results.Unit;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.InstanceType;
import headroom.supply.LaunchCredits;
import headroom.supply.Worth;
import headroom.workload.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What makes instances of a group unequally fast: their types, their luck, their CPU credits. */
final class Performances {

  private final Scenario scenario;
  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final LaunchCredits given = new LaunchCredits();
  private final Map<String, CpuCredits> credits = new LinkedHashMap<>();

  Performances(Scenario scenario, Simulation simulation, Chance chance, Recorder recorder) {
    this.scenario = scenario;
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
  }

  /**
   * Adds a group, before it has instances.
   *
   * @param types the types it may launch
   * @param system the operating system of its instances
   * @param busyTime how busy a group is where that is told as a rate; null where it is not
   */
  void add(
      Group group,
      ServerGroup servers,
      List<InstanceType> types,
      String system,
      Function<String, @Nullable BusyTime> busyTime) {
    Optional<CreditMode> mode = group.performance().mode(types);
    List<OfType> each =
        types.stream().map(type -> ofType(group, servers, types.get(0), type)).toList();
    if (mode.isEmpty() && OwnSpeeds.areUsual(each)) {
      return;
    }
    servers.differ(new OwnSpeeds(each, chance.of(group.name(), "performance")));
    mode.ifPresent(chosen -> {
      List<String> names = types.stream().map(InstanceType::name).toList();
      @Nullable BusyTime rates = busyTime.apply(group.name());
      List<Optional<CreditRule>> rules = names.stream()
          .map(CreditRule::of)
          .map(rule -> rates == null ? rule : rule.map(CreditRule::smoothed))
          .toList();
      credits.put(
          group.name(),
          new CpuCredits(
              servers,
              new CpuCredits.Types(names, rules, chosen, system),
              rates,
              given,
              simulation,
              recorder));
    });
  }

  private OfType ofType(Group group, ServerGroup servers, InstanceType first, InstanceType type) {
    double spread = group.performance().spread() > 0 ? group.performance().spread() : type.spread();
    InstanceType measured = group.worth().measuredOn().map(scenario::type).orElse(first);
    Worth worth = group.worth();
    double usual = first.slowerThan(measured).orElseThrow();
    double slower = type.slowerThan(measured).orElseThrow();
    Service there = worth.of(group.serves(), type, slower);
    return new OfType(
        there.workers(),
        worth.takes(usual) / worth.takes(slower),
        worth.cpuWhenBusy(there, type, slower) / worth.cpuWhenBusy(servers.service(), first, usual),
        spread == 0 ? null : new Lognormal(1, spread).sampler());
  }

  /** Results count from now. */
  void startCounting(long now) {
    credits.values().forEach(group -> group.startCounting(now));
  }

  /** What the bill needs to know of surplus credits, up to the end. */
  List<Burst> finish(long end) {
    return credits.values().stream()
        .flatMap(group -> group.finish(end).stream())
        .toList();
  }

  /** The credits of a group; empty where it has none. */
  Optional<CpuCredits> credits(String group) {
    return Optional.ofNullable(credits.get(group));
  }

  /** Adds the figures of the groups that have credits. */
  void report(SortedMap<Metric, Double> into) {
    credits.forEach((name, group) -> {
      String subject = "groups." + name;
      into.put(Metric.count(subject, "credits", "spent", Unit.ONE), group.spent());
      into.put(Metric.count(subject, "credits", "surplus", Unit.ONE), group.surplus());
      into.put(Metric.count(subject, "throttled-hours", "", Unit.HOURS), group.throttledHours());
      if (!Double.isNaN(group.meanBalance())) {
        into.put(Metric.value(subject, "credits", "balance", Unit.ONE), group.meanBalance());
      }
    });
  }
}
