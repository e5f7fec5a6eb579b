package headroom.fleet;

import headroom.fault.Ageing;
import headroom.fault.CacheLoss;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.InstanceReplay;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Maintenance;
import headroom.fault.Partition;
import headroom.fault.ProcessFailures;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.Replayed;
import headroom.fault.ServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.TimedFailure;
import headroom.fault.ZoneFailure;
import headroom.fleet.faults.AgeingServers;
import headroom.fleet.faults.BalancerNodes;
import headroom.fleet.faults.BiasedCrashes;
import headroom.fleet.faults.DependencyOutage;
import headroom.fleet.faults.DeskOutage;
import headroom.fleet.faults.GrayOutage;
import headroom.fleet.faults.HardwareOutage;
import headroom.fleet.faults.LostCaches;
import headroom.fleet.faults.MaintenanceWork;
import headroom.fleet.faults.NetworkCut;
import headroom.fleet.faults.NodeOutage;
import headroom.fleet.faults.Outages;
import headroom.fleet.faults.ProcessDeaths;
import headroom.fleet.faults.Recoveries;
import headroom.fleet.faults.RegionOutage;
import headroom.fleet.faults.ScheduledEvent;
import headroom.fleet.faults.ServiceDown;
import headroom.fleet.faults.ShareOutage;
import headroom.fleet.faults.SlowSpells;
import headroom.fleet.faults.Tally;
import headroom.fleet.faults.Wear;
import headroom.fleet.faults.ZoneOutage;
import headroom.fleet.instances.ControlPlanes;
import headroom.fleet.instances.Hardware;
import headroom.fleet.instances.LaunchDesk;
import headroom.fleet.instances.PlannedCrash;
import headroom.fleet.instances.Sites;
import headroom.fleet.instances.Zones;
import headroom.fleet.scaling.GroupKeeper;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Recorder;
import headroom.spec.Geography;
import headroom.spec.Health;
import headroom.spec.Machines;
import headroom.spec.Scenario;
import headroom.supply.RootDevice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The failures of a scenario, wired to what they strike. */
final class Breakdowns {

  private final Scenario scenario;
  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final Load load;
  private final Zones zones;
  private final ControlPlanes planes;
  private final Geography places;
  private final Map<String, LaunchDesk> desks;
  private final Map<String, GroupKeeper> groups;
  private final Outages outages;
  private final Sites sites;
  private final SlowSpells slowSpells;
  private final List<BiasedCrashes> biased = new ArrayList<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  Breakdowns(
      Scenario scenario,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      Load load,
      Zones zones,
      Sites sites,
      ControlPlanes planes,
      Map<String, LaunchDesk> desks,
      Map<String, GroupKeeper> groups) {
    this.scenario = scenario;
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.load = load;
    this.zones = zones;
    this.planes = planes;
    this.places = scenario.geography();
    this.desks = desks;
    this.groups = groups;
    this.outages = new Outages(simulation, scenario.window().toNanos());
    this.sites = sites;
    this.slowSpells = new SlowSpells(recorder);
  }

  /** How often each failure struck, by its name. */
  Map<String, Tally> tallies() {
    return Collections.unmodifiableMap(tallies);
  }

  /** Logarithm of the run's likelihood as it is over that as it was made; empty if not biased. */
  OptionalDouble logWeight(long now) {
    return biased.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            biased.stream().mapToDouble(one -> one.logWeight(now)).sum());
  }

  void addAll() {
    if (scenario.failures().stream().anyMatch(Breakdowns::breaksTheNetwork)) {
      load.network().expectTrouble();
    }
    // By name: what strikes first at one moment must not depend on the order in the file.
    scenario.failures().stream().sorted(Comparator.comparing(Failure::name)).forEach(this::add);
    byName().forEach(this::recover);
  }

  private void recover(GroupKeeper group) {
    Health health = scenario.group(group.instances().name()).health();
    if (!health.recovery().isNone()) {
      group
          .instances()
          .listen(new Recoveries(
              health,
              Machines.faults(scenario, false),
              Machines.faults(scenario, true),
              chance.of(group.instances().name(), "status-check"),
              planes.of(regionOf(group)),
              zones,
              group.activities(),
              simulation));
    }
  }

  private static boolean breaksTheNetwork(Failure failure) {
    return failure instanceof Partition
        || (failure instanceof ZoneFailure zone && zone.balancerNodes())
        || (failure instanceof RegionFailure region && region.balancerNodes())
        || (failure instanceof ProviderFailure provider && provider.balancerNodes());
  }

  private void add(Failure failure) {
    Tally tally = new Tally(scenario.window());
    tallies.put(failure.name(), tally);
    if (failure instanceof InstanceFailures rule) {
      add(rule, tally);
    } else if (failure instanceof InstanceReplay rule) {
      add(rule, tally);
    } else if (failure instanceof HardwareFailures rule) {
      add(rule, tally);
    } else if (failure instanceof Ageing rule) {
      GroupKeeper group = group(rule.of());
      long end = scenario.window().toNanos();
      group
          .instances()
          .listen(new AgeingServers(rule, group.servers(), luck(rule), simulation, tally, end));
    } else if (failure instanceof ProcessFailures rule) {
      GroupKeeper group = group(rule.of());
      long end = scenario.window().toNanos();
      group
          .instances()
          .listen(new ProcessDeaths(rule, group.servers(), luck(rule), simulation, tally, end));
    } else if (failure instanceof CacheLoss rule) {
      new LostCaches(load::loseCaches, tally, recorder).schedule(rule, simulation);
    } else if (failure instanceof TimedFailure rule) {
      outages.schedule(rule.timing(), luck(rule), tally, thing(rule, tally));
    } else {
      throw new IllegalArgumentException("no way to carry out " + failure);
    }
  }

  private Outages.Thing thing(TimedFailure failure, Tally tally) {
    if (failure instanceof ZoneFailure rule) {
      return zone(rule.name(), rule.zone(), rule.balancerNodes(), tally);
    }
    if (failure instanceof Partition rule) {
      return new NetworkCut(rule, load.network(), recorder);
    }
    if (failure instanceof RegionFailure rule) {
      List<String> struck = rule.region().map(places::zonesOf).orElse(scenario.zones());
      return zones(rule.name(), struck, rule.balancerNodes(), tally);
    }
    if (failure instanceof ProviderFailure rule) {
      List<String> struck = places.zonesOfProvider(rule.provider());
      return zones(rule.name(), struck, rule.balancerNodes(), tally);
    }
    if (failure instanceof ServiceOutage rule) {
      List<String> regions = rule.region().map(List::of).orElse(places.names());
      List<GroupKeeper> there =
          byName().stream().filter(group -> regions.contains(regionOf(group))).toList();
      return new ServiceDown(rule, planes.of(regions), load.network(), regions, there, recorder);
    }
    if (failure instanceof LaunchServiceOutage rule) {
      return new DeskOutage(rule, desk(rule.of()), recorder);
    }
    if (failure instanceof Slowdown rule) {
      return slowSpells.of(rule, group(rule.of()).servers());
    }
    if (failure instanceof Maintenance rule) {
      Stream victims = luck(rule).of("victims");
      if (rule.event() != Maintenance.Event.MAINTENANCE) {
        boolean canStop =
            Machines.rootDevice(scenario, scenario.group(rule.of())) == RootDevice.EBS;
        return new ScheduledEvent(rule, group(rule.of()), canStop, victims, tally, recorder);
      }
      return new MaintenanceWork(rule, group(rule.of()), victims, tally, recorder);
    }
    if (failure instanceof InstanceOutages rule) {
      return new ShareOutage(rule, group(rule.of()), luck(rule).of("victims"), tally);
    }
    if (failure instanceof GrayFailure rule) {
      GroupKeeper group = group(rule.of());
      GrayOutage gray = new GrayOutage(rule, group.servers(), luck(rule), tally, recorder);
      group.instances().listen(gray);
      return gray;
    }
    if (failure instanceof DependencyFailure rule) {
      GroupKeeper group = group(rule.of());
      DependencyOutage outage = new DependencyOutage(rule, group.servers(), luck(rule), recorder);
      group.instances().listen(outage);
      return outage;
    }
    throw new IllegalArgumentException("no way to carry out " + failure);
  }

  private Stream luck(Failure failure) {
    return chance.of("failures", failure.name());
  }

  private RegionOutage zones(String cause, List<String> struck, boolean nodes, Tally tally) {
    return new RegionOutage(
        struck.stream().map(zone -> zone(cause, zone, nodes, tally)).toList());
  }

  private Outages.Thing zone(String cause, String zone, boolean nodes, Tally tally) {
    ZoneOutage outage = new ZoneOutage(cause, zone, zones, byName(), tally, recorder);
    return nodes ? new BalancerNodes(outage, zone, cause, load.network()) : outage;
  }

  private String regionOf(GroupKeeper group) {
    return places.of(scenario.group(group.instances().name()));
  }

  /** By name: who is struck first must not depend on the order in the file. */
  private List<GroupKeeper> byName() {
    return List.copyOf(new TreeMap<>(groups).values());
  }

  private void add(InstanceFailures rule, Tally tally) {
    long end = scenario.window().toNanos();
    GroupKeeper group = group(rule.of());
    rule.bias().ifPresent(bias -> {
      int wanted = scenario.group(rule.of()).firstInstances();
      BiasedCrashes biased =
          new BiasedCrashes(rule, bias, new PlannedCrash(simulation), wanted, chance, end);
      group.instances().listen(biased);
      this.biased.add(biased);
    });
    new Wear(rule, scenario, sites, groups, chance, simulation, recorder, tally).start(group);
  }

  private void add(InstanceReplay rule, Tally tally) {
    for (int node = 0; node < rule.nodes().size(); node++) {
      if (!rule.nodes().get(node).isEmpty()) {
        outages.schedule(
            new Replayed(rule.nodes().get(node)),
            luck(rule),
            tally,
            new NodeOutage(rule.name(), group(rule.of()), node, tally));
      }
    }
  }

  private void add(HardwareFailures rule, Tally tally) {
    List<String> where = rule.zones().isEmpty() ? scenario.zones() : rule.zones();
    for (String zone : where) {
      if (!stands(rule, zone)) {
        continue;
      }
      if (rule.timing().isRandom()) {
        for (int unit = 0; unit < hardware(rule).count(rule.level()); unit++) {
          add(rule, zone, List.of(unit), tally);
        }
      } else {
        add(rule, zone, IntStream.range(0, rule.atOnce()).boxed().toList(), tally);
      }
    }
  }

  private void add(HardwareFailures rule, String zone, List<Integer> units, Tally tally) {
    outages.schedule(
        rule.timing(),
        luck(rule).of(zone).of(units.get(0)),
        tally,
        new HardwareOutage(rule, zone, units, hardware(rule), byName(), tally, recorder));
  }

  private boolean stands(HardwareFailures rule, String zone) {
    return rule.of().map(name -> sites.pool(name).rule().isIn(zone)).orElse(true);
  }

  private Hardware hardware(HardwareFailures rule) {
    return sites.hardware(rule.of());
  }

  private LaunchDesk desk(String name) {
    LaunchDesk desk = desks.get(name);
    if (desk == null) {
      throw new IllegalStateException("no launch service " + name);
    }
    return desk;
  }

  private GroupKeeper group(String name) {
    GroupKeeper keeper = groups.get(name);
    if (keeper == null) {
      throw new IllegalStateException("no group " + name);
    }
    return keeper;
  }
}
