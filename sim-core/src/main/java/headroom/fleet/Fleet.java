package headroom.fleet;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.fleet.faults.DeskOutage;
import headroom.fleet.faults.InstanceCrashes;
import headroom.fleet.faults.LostCaches;
import headroom.fleet.faults.SlowSpells;
import headroom.fleet.faults.ZoneOutage;
import headroom.fleet.flow.FlowTraffic;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.LaunchDesk;
import headroom.fleet.instances.Zones;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.Balancer;
import headroom.fleet.routing.DirectGroup;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Destination;
import headroom.fleet.traffic.Kinds;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.InstanceUsage;
import headroom.results.RunRecorder;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.supply.LaunchService;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that lives during a run, built from a scenario and wired. */
public final class Fleet {

  private static final long MINUTE = 60_000_000_000L;
  private static final long CALM_WATCH = 10 * MINUTE;
  private static final long WATCH_EVERY = 10_000_000_000L;

  private final Scenario scenario;
  private final Window window;
  private final Simulation simulation;
  private final Chance chance;
  private final RunRecorder recorder;
  private final InstanceUsage.Builder usage = new InstanceUsage.Builder();
  private final Zones zones = new Zones();
  private final Map<String, LaunchDesk> desks = new LinkedHashMap<>();
  private final Traffic traffic;
  private final Map<String, GroupKeeper> groups = new LinkedHashMap<>();
  private final Map<String, Balancer> balancers = new LinkedHashMap<>();
  private final Map<String, DirectGroup> direct = new LinkedHashMap<>();
  private final Optional<FlowRecorder> rates;
  private final Optional<FlowTraffic> flow;
  private final SlowSpells slowSpells;
  private final FleetPulse pulse;
  private boolean checking;

  private Fleet(
      Scenario scenario,
      Simulation simulation,
      Chance chance,
      RunRecorder recorder,
      Optional<FlowRecorder> rates) {
    this.scenario = scenario;
    this.window = scenario.window();
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.slowSpells = new SlowSpells(simulation, recorder);
    this.traffic = new Traffic(
        simulation,
        recorder,
        new Kinds(classes(scenario)),
        this::way,
        window.fromNanos(),
        recorder.showing().isPresent());
    this.pulse = new FleetPulse(groups, traffic.work());
    this.rates = rates;
    this.flow = rates.map(to -> new FlowTraffic(simulation, chance, recorder, to, window));
  }

  private static List<String> classes(Scenario scenario) {
    return scenario.workloads().stream()
        .flatMap(workload -> workload.classes().stream())
        .map(RequestClass::name)
        .distinct()
        .toList();
  }

  public static Fleet build(
      Scenario scenario, Simulation simulation, Chance chance, RunRecorder recorder) {
    return build(new Fleet(scenario, simulation, chance, recorder, Optional.empty()), scenario);
  }

  /** Builds a fleet whose traffic is rates instead of requests. */
  public static Fleet build(
      Scenario scenario,
      Simulation simulation,
      Chance chance,
      RunRecorder recorder,
      FlowRecorder rates) {
    return build(new Fleet(scenario, simulation, chance, recorder, Optional.of(rates)), scenario);
  }

  private static Fleet build(Fleet fleet, Scenario scenario) {
    scenario.cloud().launchServices().forEach(fleet::add);
    scenario.groups().forEach(fleet::add);
    scenario.loadBalancers().forEach(fleet::add);
    scenario.groups().forEach(fleet::addCalls);
    scenario.failures().forEach(fleet::add);
    scenario.workloads().forEach(fleet::add);
    return fleet;
  }

  private void add(LaunchService service) {
    desks.put(service.name(), new LaunchDesk(service, simulation));
  }

  private void add(Group group) {
    InstanceGroup instances = new InstanceGroup(
        group.name(),
        group.type(),
        scenario.imageOf(group),
        group.zones(),
        simulation,
        chance,
        recorder,
        usage,
        desks,
        window.fromNanos());
    ServerGroup servers = new ServerGroup(
        instances,
        scenario.serviceOf(group),
        scenario.cpuWhenBusy(group),
        simulation,
        chance.of(group.name(), "serial-section"),
        window.fromNanos());
    GroupMetrics metrics = new GroupMetrics(servers, window.fromNanos());
    flow.ifPresent(rates -> {
      rates.add(servers);
      metrics.observeAlike(rates.view(group.name()));
    });
    int doors = Math.toIntExact(balancersOf(group).count());
    groups.put(
        group.name(),
        new GroupKeeper(
            group,
            servers,
            metrics,
            zones,
            simulation,
            chance,
            recorder,
            doors,
            window.fromNanos()));
  }

  private Stream<LoadBalancer> balancersOf(Group group) {
    return scenario.loadBalancers().stream().filter(lb -> lb.targets().equals(group.name()));
  }

  private void add(LoadBalancer rule) {
    GroupKeeper keeper = keeper(rule.targets());
    if (flow.isPresent()) {
      flow.get().add(rule, keeper);
      return;
    }
    balancers.put(
        rule.name(),
        new Balancer(
            rule,
            keeper.servers(),
            simulation,
            chance,
            recorder,
            keeper,
            window.fromNanos(),
            window.toNanos()));
  }

  private void add(Failure failure) {
    if (failure instanceof InstanceFailures rule) {
      InstanceCrashes crashes = new InstanceCrashes(rule, chance, window.toNanos());
      keeper(rule.of()).instances().listen(crashes);
    } else if (failure instanceof ZoneFailure rule) {
      // By name: who is struck first must not depend on the order in the file.
      List<GroupKeeper> all = List.copyOf(new TreeMap<>(groups).values());
      new ZoneOutage(rule, zones, all, recorder).schedule(simulation);
    } else if (failure instanceof Slowdown rule) {
      slowSpells.schedule(rule, keeper(rule.of()).servers());
    } else if (failure instanceof LaunchServiceOutage rule) {
      new DeskOutage(rule, desk(rule.of()), recorder).schedule(simulation);
    } else if (failure instanceof CacheLoss rule) {
      new LostCaches(traffic, recorder).schedule(rule, simulation);
    } else {
      throw new IllegalArgumentException("no way to carry out " + failure);
    }
  }

  private LaunchDesk desk(String name) {
    LaunchDesk desk = desks.get(name);
    if (desk == null) {
      throw new IllegalStateException("no launch service " + name);
    }
    return desk;
  }

  private void addCalls(Group group) {
    if (!group.serves().calls().isEmpty()) {
      traffic.addCalls(keeper(group.name()).servers(), chance);
    }
  }

  private void add(Workload workload) {
    if (flow.isPresent()) {
      flow.get().add(workload);
      return;
    }
    traffic.add(workload, chance, window.toNanos());
  }

  /** What a name leads to: a balancer, or a group without one. */
  private Destination way(String name) {
    Balancer balancer = balancers.get(name);
    return balancer != null
        ? balancer
        : direct.computeIfAbsent(
            name,
            to -> new DirectGroup(keeper(to).servers(), window.fromNanos(), window.toNanos()));
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
    groups.values().forEach(keeper -> keeper.start(scenario.start(), window.toNanos()));
    traffic.start();
    simulation.at(window.fromNanos(), Phase.CHANGE, this::startCounting);
    boolean watched = rates.map(FlowRecorder::wantsPulse).orElse(recorder.wantsPulse());
    long every = flow.isPresent() ? MINUTE : WATCH_EVERY;
    if (watched && window.toNanos() >= every) {
      simulation.at(every, Phase.OBSERVE, flow.isPresent() ? this::watchRates : this::watch);
    }
    if (window.toNanos() >= MINUTE) {
      simulation.at(MINUTE, Phase.DECIDE, this::decide);
      simulation.at(MINUTE, Phase.OBSERVE, this::observe);
    }
  }

  /** Looks whether the fleet has got stuck. */
  private void watch(long now) {
    recorder.observe(now, pulse);
    if (now + WATCH_EVERY <= window.toNanos()) {
      simulation.at(now + WATCH_EVERY, Phase.OBSERVE, this::watch);
    }
  }

  /** The same where traffic is rates: each minute when all is not well, else now and then. */
  private void watchRates(long now) {
    FlowTraffic traffic = flow.orElseThrow();
    traffic.advance(now);
    boolean isNew = now <= window.fromNanos() + CALM_WATCH;
    if (isNew || now % CALM_WATCH == 0 || traffic.wasRestless(now - CALM_WATCH)) {
      rates.orElseThrow().observe(now, new RatesPulse(groups, traffic));
    }
    if (now + MINUTE <= window.toNanos()) {
      simulation.at(now + MINUTE, Phase.OBSERVE, this::watchRates);
    }
  }

  private void startCounting(long now) {
    flow.ifPresent(rates -> rates.startCounting(now));
    groups.values().forEach(keeper -> {
      keeper.instances().inServiceLevel().reset(now);
      keeper.servers().startCounting(now);
    });
  }

  private void decide(long now) {
    groups.values().forEach(keeper -> keeper.decide(now));
    if (now + MINUTE <= window.toNanos()) {
      simulation.at(now + MINUTE, Phase.DECIDE, this::decide);
    }
  }

  private void observe(long now) {
    flow.ifPresent(rates -> {
      rates.advance(now);
      rates.observe(now);
    });
    groups.values().forEach(keeper -> keeper.metrics().observe(now));
    if (flow.isEmpty()) {
      traffic.observe(now);
    }
    recorder.showing().ifPresent(showing -> Gauges.show(groups.values(), flow, showing, now));
    if (checking) {
      check(now);
    }
    if (now + MINUTE <= window.toNanos()) {
      simulation.at(now + MINUTE, Phase.OBSERVE, this::observe);
    }
  }

  /** Everything that must hold at any moment; throws when it does not. */
  public void check(long now) {
    if (recorder.inFlight() != traffic.waitedFor()) {
      throw new IllegalStateException("clients wait for "
          + traffic.waitedFor()
          + " requests, and "
          + recorder.inFlight()
          + " have no outcome yet");
    }
    groups.values().forEach(keeper -> {
      keeper.instances().check();
      keeper.servers().checkIdentity(now);
    });
  }

  /** What was used, up to the end. */
  public Usage usage() {
    flow.ifPresent(rates -> {
      rates.advance(window.toNanos());
      rates.finish();
    });
    groups.values().forEach(keeper -> keeper.instances().billOpen(window.toNanos()));
    List<Usage.TransferUsage> transfers = new ArrayList<>();
    balancers.values().forEach(balancer -> transfers.add(balancer.transfer()));
    direct.values().forEach(group -> transfers.add(group.transfer()));
    if (flow.isPresent()) {
      return new Usage(usage.build(), flow.get().balancers(), flow.get().transfers());
    }
    return new Usage(
        usage.build(), balancers.values().stream().map(Balancer::usage).toList(), transfers);
  }

  /** The groups, as far as the figures of a run need them. */
  Iterable<GroupKeeper> groups() {
    return groups.values();
  }

  Optional<FlowTraffic> flow() {
    return flow;
  }

  List<LoadBalancer> balancerRules() {
    return scenario.loadBalancers();
  }

  Iterable<Balancer> balancers() {
    return balancers.values();
  }
}
