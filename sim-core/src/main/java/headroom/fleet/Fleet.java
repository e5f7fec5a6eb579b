package headroom.fleet;

import headroom.fleet.faults.Tally;
import headroom.fleet.hybrid.WindowRule;
import headroom.fleet.instances.ControlPlanes;
import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.LaunchDesk;
import headroom.fleet.instances.Region;
import headroom.fleet.instances.Region.Market;
import headroom.fleet.instances.RunTimes;
import headroom.fleet.instances.Sites;
import headroom.fleet.instances.SpotInterruptions;
import headroom.fleet.instances.SpotPrices;
import headroom.fleet.instances.Zones;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.scaling.ScalingMeasures;
import headroom.fleet.scaling.WarmPoolKeeper;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.scaling.SloCapacity;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.RunRecorder;
import headroom.results.SeenRecorder;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Geography;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.LifecycleHook.Transition;
import headroom.spec.LoadBalancer;
import headroom.spec.NatUse;
import headroom.spec.RegionTraffic;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.supply.InstanceType;
import headroom.supply.LaunchService;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that lives during a run, built from a scenario and wired. */
public final class Fleet {

  private static final long MINUTE = 60_000_000_000L;

  private final Scenario scenario;
  private final Window window;
  private final Simulation simulation;
  private final Chance chance;
  private final RunRecorder recorder;
  private final InstanceAccounts accounts;
  private final SpotPrices spotPrices;
  private final Zones zones = new Zones();
  private final Geography places;
  private final ControlPlanes planes;
  private final Sites sites;
  private final Region region;
  private final Map<String, LaunchDesk> desks = new LinkedHashMap<>();
  private final Map<String, GroupKeeper> groups = new LinkedHashMap<>();
  private final Load load;
  private final Breakdowns breakdowns;
  private final Monitors monitors;
  private final Clusters clusters;
  private final SlaWatch sla;
  private final Performances performances;
  private boolean checking;

  private Fleet(
      Scenario scenario,
      Simulation simulation,
      Chance chance,
      RunRecorder recorder,
      Function<Map<String, GroupKeeper>, Load> load) {
    this.scenario = scenario;
    this.window = scenario.window();
    this.places = scenario.geography();
    this.planes = new ControlPlanes(places.names());
    this.simulation = simulation;
    this.chance = chance;
    this.spotPrices = new SpotPrices(scenario.cloud().spot(), chance, window.toNanos());
    this.accounts = new InstanceAccounts(scenario, spotPrices);
    this.sla = new SlaWatch(scenario);
    this.sites = new Sites(scenario, zones, chance, simulation::now);
    this.region = new Region(scenario.cloud(), places, sites, zones, spotPrices, chance);
    this.recorder = recorder;
    this.performances = new Performances(scenario, simulation, chance, recorder);
    this.monitors = new Monitors(groups, simulation, recorder, window.toNanos());
    this.clusters = new Clusters(scenario, groups, simulation, chance, window.toNanos());
    this.load = load.apply(Collections.unmodifiableMap(groups));
    this.breakdowns = new Breakdowns(
        scenario, simulation, chance, recorder, this.load, zones, sites, planes, desks, groups);
  }

  /** Builds a fleet whose traffic is requests. */
  public static Fleet build(
      Scenario scenario, Simulation simulation, Chance chance, RunRecorder recorder) {
    return build(new Fleet(
        scenario,
        simulation,
        chance,
        recorder,
        groups -> new RequestLoad(scenario, groups, simulation, chance, recorder, recorder)));
  }

  /** Builds a fleet whose traffic is rates instead of requests, or, in a hybrid, both. */
  public static Fleet build(
      Scenario scenario,
      Simulation simulation,
      Chance chance,
      RunRecorder recorder,
      FlowRecorder rates,
      WindowRule windows) {
    return build(new Fleet(scenario, simulation, chance, recorder, groups -> {
      RequestLoad single =
          new RequestLoad(scenario, groups, simulation, chance, recorder, new SeenRecorder(rates));
      RateLoad amounts =
          new RateLoad(scenario, groups, simulation, chance, recorder, rates, single.requests());
      return scenario.trafficModel() == TrafficModel.HYBRID
          ? new HybridLoad(scenario, single, amounts, rates, recorder, simulation, chance, windows)
          : amounts;
    }));
  }

  private static Fleet build(Fleet fleet) {
    Scenario scenario = fleet.scenario;
    // First of all, so that a failure of the same moment counts.
    fleet.simulation.at(fleet.window.fromNanos(), Phase.CHANGE, fleet::startCounting);
    scenario.cloud().launchServices().forEach(fleet::add);
    scenario.groups().forEach(fleet::add);
    scenario.loadBalancers().forEach(rule -> fleet.load.add(rule, fleet.keeper(rule.targets())));
    scenario.dns().forEach(fleet.load::add);
    scenario.groups().forEach(fleet::addCalls);
    scenario.alarms().forEach(alarm -> fleet.monitors.add(alarm, scenario));
    fleet.breakdowns.addAll();
    scenario.workloads().forEach(fleet.load::add);
    return fleet;
  }

  private void add(LaunchService service) {
    desks.put(service.name(), new LaunchDesk(service, simulation));
  }

  private void add(Group group) {
    List<InstanceType> types = scenario.typesOf(group);
    RunTimes runTimes = accounts.of(group, types);
    InstanceGroup instances = instances(group.name(), group, types, runTimes);
    ServerGroup servers = new ServerGroup(
        instances,
        scenario.serviceOf(group),
        scenario.cpuWhenBusy(group),
        simulation,
        chance.of(group.name(), "serial-section"),
        window.fromNanos());
    GroupMetrics metrics =
        new GroupMetrics(servers, group.settings().monitoring(), window.fromNanos());
    load.add(servers, metrics);
    performances.add(group, servers, types, scenario.systemOf(group), load::busyTime);
    Market market = clusters.market(region, group, instances, types);
    if (group.mix().usesSpot()) {
      instances.listen(new SpotInterruptions(
          market,
          group.mix(),
          simulation,
          chance.of(group.name(), "spot-interruption"),
          window.toNanos()));
    }
    int doors = Math.toIntExact(balancersOf(group).count());
    groups.put(
        group.name(),
        new GroupKeeper(
            group,
            servers,
            metrics,
            new ScalingMeasures(
                group,
                instances,
                new SloCapacity(servers.service(), scenario.slo().latencyP99()),
                window.fromNanos()),
            market,
            planes.of(places.of(group)),
            scenario.cloud().retry(),
            simulation,
            chance,
            recorder,
            scenario.refreshImages(group),
            warmPool(group, types, runTimes),
            beside(group, types, runTimes),
            doors,
            window.fromNanos()));
  }

  private InstanceGroup instances(
      String name, Group group, List<InstanceType> types, RunTimes runTimes) {
    return new InstanceGroup(
        name,
        types.stream().map(InstanceType::name).toList(),
        scenario.imageOf(group),
        new HookWaits(group.upkeep().hooks(Transition.LAUNCH), name, chance),
        group.zones(),
        simulation,
        chance,
        recorder,
        runTimes,
        desks,
        window.fromNanos());
  }

  private Optional<WarmPoolKeeper.Parts> warmPool(
      Group group, List<InstanceType> types, RunTimes runTimes) {
    return group.upkeep().warmPool().map(rule -> {
      InstanceGroup pool = instances(group.name() + ".warm-pool", group, types, runTimes);
      return new WarmPoolKeeper.Parts(rule, pool, region.market(pool, types, group));
    });
  }

  private Optional<InstanceGroup> beside(Group group, List<InstanceType> types, RunTimes runTimes) {
    if (group.upkeep().operations().isEmpty()) {
      return Optional.empty();
    }
    InstanceGroup aside = instances(group.name() + ".aside", group, types, runTimes);
    region.market(aside, types, group);
    return Optional.of(aside);
  }

  private Stream<LoadBalancer> balancersOf(Group group) {
    return scenario.loadBalancers().stream().filter(lb -> lb.targets().equals(group.name()));
  }

  private void addCalls(Group group) {
    if (!group.serves().calls().isEmpty()) {
      load.addCalls(keeper(group.name()).servers());
    }
  }

  private GroupKeeper keeper(String name) {
    GroupKeeper keeper = groups.get(name);
    if (keeper == null) {
      throw new IllegalStateException("no group " + name);
    }
    return keeper;
  }

  /** Re-derives cached counts every simulated minute from now on. */
  public void checkWhileRunning() {
    checking = true;
  }

  /** Puts the first instances in place and schedules the first of everything. */
  public void start() {
    // Pods come where nodes are.
    scenario.groups().stream()
        .sorted(Comparator.<Group, Boolean>comparing(group -> group.pod().isPresent())
            .thenComparing(Group::name))
        .forEach(group ->
            keeper(group.name()).start(monitors.alarms(), scenario.start(), window.toNanos()));
    monitors.start(load::advance);
    clusters.start(load::advance);
    load.start();
    if (window.toNanos() >= MINUTE) {
      // By name: where one group calls another, whose turn comes first is no matter of the file.
      List<GroupKeeper> byName = List.copyOf(new TreeMap<>(groups).values());
      simulation.at(MINUTE, Phase.DECIDE, now -> decide(byName, now));
      simulation.at(MINUTE, Phase.OBSERVE, this::observe);
    }
  }

  private void startCounting(long now) {
    load.advance(now);
    groups.values().forEach(keeper -> {
      keeper.instances().inServiceLevel().reset(now);
      keeper.servers().startCounting(now);
      keeper.serviceTimes().startCounting(now);
    });
    performances.startCounting(now);
    sites.startCounting(now);
    load.startCounting(now);
  }

  private void decide(List<GroupKeeper> byName, long now) {
    monitors.alarms().evaluate(now);
    byName.forEach(keeper -> keeper.decide(now));
    if (now + MINUTE <= window.toNanos()) {
      simulation.at(now + MINUTE, Phase.DECIDE, at -> decide(byName, at));
    }
  }

  private void observe(long now) {
    load.advance(now);
    groups.values().forEach(keeper -> {
      keeper.metrics().observe(now);
      keeper.observe(now);
    });
    load.observe(now);
    if (!scenario.failures().isEmpty()) {
      sla.observe(groups.values(), now);
    }
    recorder.showing().ifPresent(showing -> {
      Gauges.show(groups.values(), load, showing, now);
      Gauges.show(spotPrices, showing, now);
    });
    if (checking) {
      check(now);
    }
    if (now + MINUTE <= window.toNanos()) {
      simulation.at(now + MINUTE, Phase.OBSERVE, this::observe);
    }
  }

  /** Everything that must hold at any moment; throws when it does not. */
  public void check(long now) {
    load.check(now);
    sites.check();
    groups.values().forEach(keeper -> {
      keeper.instances().check();
      keeper.warmPool().ifPresent(InstanceGroup::check);
      keeper.beside().ifPresent(InstanceGroup::check);
      keeper.servers().checkIdentity(now);
    });
  }

  /** What was used, up to the end. */
  public Usage usage() {
    load.finish(window.toNanos());
    groups.values().forEach(keeper -> {
      keeper.instances().billOpen(window.toNanos());
      keeper.warmPool().ifPresent(pool -> pool.billOpen(window.toNanos()));
      keeper.beside().ifPresent(aside -> aside.billOpen(window.toNanos()));
    });
    Usage used = load.usage(accounts.billed())
        .with(accounts.spotRuns())
        .with(performances.finish(window.toNanos()))
        .with(accounts.attached(window.toNanos()))
        .with(sites.usage(window.toNanos()));
    return NatUse.in(scenario, RegionTraffic.in(scenario, used));
  }

  InstanceAccounts accounts() {
    return accounts;
  }

  Sites sites() {
    return sites;
  }

  Scenario scenario() {
    return scenario;
  }

  /** True when the group may end instances that run, and launch others for them. */
  boolean replacesRunning(String name) {
    Group group = scenario.group(name);
    return isRefreshed(name)
        || group.upkeep().maximumInstanceLifetime().isPresent()
        || (group.health().check() == Health.Check.LOAD_BALANCER
            && balancersOf(group).anyMatch(balancer -> balancer.healthCheck().deep()));
  }

  boolean isRefreshed(String group) {
    return !scenario.group(group).upkeep().instanceRefreshes().isEmpty();
  }

  /** The groups, as far as the figures of a run need them. */
  Iterable<GroupKeeper> groups() {
    return groups.values();
  }

  Performances performances() {
    return performances;
  }

  SlaWatch sla() {
    return sla;
  }

  Load load() {
    return load;
  }

  /** Logarithm of the run's likelihood over that under its bias; empty if it has none. */
  public OptionalDouble logWeight() {
    return breakdowns.logWeight(window.toNanos());
  }

  /** How often each failure struck, by its name. */
  Map<String, Tally> failures() {
    return breakdowns.tallies();
  }
}
