package headroom.fleet;

import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.Balancer;
import headroom.fleet.routing.DirectGroup;
import headroom.fleet.routing.Name;
import headroom.fleet.routing.Network;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.targets.BusyTime;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Destination;
import headroom.fleet.traffic.Kinds;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.ResourceUsage;
import headroom.results.RunRecorder;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.DnsName;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Traffic whose every request is a way through the fleet. */
final class RequestLoad implements Load {

  private static final long WATCH_EVERY = 10_000_000_000L;

  private final Scenario scenario;
  private final Map<String, GroupKeeper> groups;
  private final Simulation simulation;
  private final Chance chance;
  private final RunRecorder log;
  private final Recorder recorder;
  private final Window window;
  private final Kinds kinds;
  private final Network network;
  private final Traffic traffic;
  private final Map<String, Balancer> balancers = new LinkedHashMap<>();
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, DirectGroup> direct = new LinkedHashMap<>();
  private final FleetPulse pulse;
  private final BalancerSla sla;

  /**
   * No requests yet.
   *
   * @param groups the fleet's groups, filled as they are added
   * @param log the run's own recorder
   * @param recorder hears what becomes of requests: the same, or one that others write to as well
   */
  RequestLoad(
      Scenario scenario,
      Map<String, GroupKeeper> groups,
      Simulation simulation,
      Chance chance,
      RunRecorder log,
      Recorder recorder) {
    this.scenario = scenario;
    this.groups = groups;
    this.simulation = simulation;
    this.chance = chance;
    this.log = log;
    this.recorder = recorder;
    this.window = scenario.window();
    this.network = new Network(scenario.geography());
    this.kinds = new Kinds(classes(scenario));
    this.traffic = new Traffic(
        simulation,
        recorder,
        kinds,
        this::way,
        window.fromNanos(),
        recorder == log && log.showing().isPresent());
    this.pulse = new FleetPulse(groups, traffic.work());
    this.sla = new BalancerSla(scenario, network);
  }

  private static List<String> classes(Scenario scenario) {
    return scenario.workloads().stream()
        .flatMap(workload -> workload.classes().stream())
        .map(RequestClass::name)
        .distinct()
        .toList();
  }

  /** What a name leads to: a name of DNS, a balancer, or a group without one. */
  private Destination way(String name) {
    Name looked = names.get(name);
    if (looked != null) {
      return looked;
    }
    Balancer balancer = balancers.get(name);
    return balancer != null
        ? balancer
        : direct.computeIfAbsent(
            name,
            to -> new DirectGroup(
                keeper(to).servers(), network, window.fromNanos(), window.toNanos()));
  }

  private GroupKeeper keeper(String name) {
    GroupKeeper keeper = groups.get(name);
    if (keeper == null) {
      throw new IllegalStateException("no group " + name);
    }
    return keeper;
  }

  @Override
  public void add(ServerGroup servers, GroupMetrics metrics) {
    // Requests find their way to a group by its name.
  }

  @Override
  public void add(LoadBalancer rule, GroupKeeper keeper) {
    add(rule, keeper.servers(), keeper);
  }

  /** Adds a load balancer whose news of its targets go to somebody else. */
  void add(LoadBalancer rule, ServerGroup servers, TargetHealthListener listener) {
    balancers.put(
        rule.name(),
        new Balancer(
            rule,
            scenario.group(rule.targets()).zones(),
            servers,
            network,
            simulation,
            chance,
            recorder,
            listener,
            window.fromNanos(),
            window.toNanos()));
  }

  @Override
  public void add(DnsName rule) {
    Name name = new Name(
        rule, network, simulation, chance, recorder, kinds, window.fromNanos(), window.toNanos());
    for (String place : rule.pointsTo()) {
      Balancer balancer = balancers.get(place);
      if (balancer == null) {
        name.pointTo(keeper(place).servers());
      } else {
        name.pointTo(balancer);
      }
    }
    names.put(rule.name(), name);
  }

  @Override
  public void addCalls(ServerGroup servers) {
    traffic.addCalls(servers, chance);
  }

  @Override
  public void add(Workload workload) {
    traffic.add(workload, chance, window.toNanos());
  }

  @Override
  public void loseCaches(String group, double share, String cause, long now) {
    traffic.loseCaches(group, share, cause, now);
  }

  @Override
  public Network network() {
    return network;
  }

  /** The requests there are. */
  Traffic requests() {
    return traffic;
  }

  /** Lets names be looked up and workloads begin. */
  void startSources() {
    names.values().forEach(Name::start);
    traffic.start();
  }

  @Override
  public void start() {
    startSources();
    if (log.wantsPulse() && window.toNanos() >= WATCH_EVERY) {
      simulation.at(WATCH_EVERY, Phase.OBSERVE, this::watch);
    }
  }

  /** Looks whether the fleet has got stuck. */
  private void watch(long now) {
    log.observe(now, pulse);
    if (now + WATCH_EVERY <= window.toNanos()) {
      simulation.at(now + WATCH_EVERY, Phase.OBSERVE, this::watch);
    }
  }

  @Override
  public void advance(long now) {
    // Each event has told what it changed.
  }

  @Override
  public void advance(String group, long now) {
    // Each event has told what it changed.
  }

  @Override
  public @Nullable BusyTime busyTime(String group) {
    return null;
  }

  @Override
  public void startCounting(long now) {
    balancers.values().forEach(balancer -> balancer.startCounting(now));
  }

  @Override
  public void observe(long now) {
    traffic.observe(now);
    if (network.mayBreak()) {
      sla.observe(now);
    }
  }

  @Override
  public double waiting(String group) {
    return keeper(group).servers().queue().value();
  }

  @Override
  public void check(long now) {
    if (log.inFlight() != traffic.waitedFor()) {
      throw new IllegalStateException("clients wait for "
          + traffic.waitedFor()
          + " requests, and "
          + log.inFlight()
          + " have no outcome yet");
    }
  }

  @Override
  public void finish(long endNanos) {
    // Nothing is told late.
  }

  @Override
  public Usage usage(InstanceUsage instances) {
    List<Usage.TransferUsage> transfers = new ArrayList<>();
    balancers.values().forEach(balancer -> transfers.add(balancer.transfer()));
    direct.values().forEach(group -> transfers.add(group.transfer()));
    names.values().forEach(name -> transfers.addAll(name.transfers()));
    return new Usage(
        instances,
        balancers.values().stream()
            .filter(balancer -> balancer.rule().type().isBilled())
            .map(Balancer::usage)
            .toList(),
        transfers,
        besides());
  }

  private List<ResourceUsage> besides() {
    List<ResourceUsage> used = new ArrayList<>(
        NameUsage.of(names.values().stream().map(Name::report).toList(), window.toNanos()));
    balancers.values().forEach(balancer -> used.addAll(balancer.besides()));
    direct.values().forEach(group -> used.addAll(group.besides()));
    names.values().forEach(name -> used.addAll(name.besides()));
    return used;
  }

  @Override
  public OfGroup of(String group) {
    ServerGroup servers = keeper(group).servers();
    long end = window.toNanos();
    return new OfGroup(
        servers.meanBusy(end), servers.queue().mean(end), servers.waits().meanSeconds());
  }

  @Override
  public List<OfBalancer> ofBalancers() {
    return balancers.values().stream()
        .map(lb -> new OfBalancer(lb.rule().name(), lb.requests(), lb.rejected()))
        .toList();
  }

  @Override
  public void report(SortedMap<Metric, Double> into) {
    report(any -> true, into);
  }

  /** Adds what can be told of the names, and of some of the load balancers. */
  void report(Predicate<String> balancer, SortedMap<Metric, Double> into) {
    balancers.values().stream()
        .filter(one -> balancer.test(one.rule().name()))
        .forEach(
            one -> BalancerFigures.report(one.rule().name(), one.report(window.toNanos()), into));
    names.values().forEach(name -> NameFigures.report(name.report(), into));
    sla.report(into);
    if (!scenario.failures().isEmpty()) {
      traffic.reportHurt(into);
    }
  }
}
