package headroom.fleet;

import headroom.fleet.flow.FlowLimits;
import headroom.fleet.flow.FlowTraffic;
import headroom.fleet.flow.FlowZones;
import headroom.fleet.flow.StationView;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.Network;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.targets.BusyTime;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.Usage;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Traffic as rates: nothing of it is an event. */
final class RateLoad implements Load {

  private static final long MINUTE = 60_000_000_000L;
  private static final long CALM_WATCH = 10 * MINUTE;

  private final Scenario scenario;
  private final Map<String, GroupKeeper> groups;
  private final Simulation simulation;
  private final Chance chance;
  private final FlowRecorder recorder;
  private final FlowTraffic flow;
  private final Traffic none;
  private long sentBefore;

  /**
   * No traffic yet.
   *
   * @param groups the fleet's groups, filled as they are added
   * @param none the requests there may be beside the rates
   */
  RateLoad(
      Scenario scenario,
      Map<String, GroupKeeper> groups,
      Simulation simulation,
      Chance chance,
      Recorder log,
      FlowRecorder recorder,
      Traffic none) {
    this.scenario = scenario;
    this.groups = groups;
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.none = none;
    this.flow =
        new FlowTraffic(simulation, chance, log, recorder, scenario.geography(), scenario.window());
  }

  FlowTraffic flow() {
    return flow;
  }

  @Override
  public void add(ServerGroup servers, GroupMetrics metrics) {
    String name = servers.instances().name();
    Group group = scenario.group(name);
    boolean byZone = FlowZones.areApart(scenario, group);
    flow.add(servers, FlowLimits.mayAil(scenario, group), byZone);
    metrics.observeAlike(flow.view(name), chance.of(name, "measured-as-alike"));
  }

  @Override
  public void add(LoadBalancer rule, GroupKeeper keeper) {
    add(rule, (TargetHealthListener) keeper);
  }

  /** Adds a load balancer whose news of its targets go to somebody else. */
  void add(LoadBalancer rule, TargetHealthListener listener) {
    flow.add(rule, listener);
  }

  @Override
  public void add(DnsName rule) {
    flow.add(rule);
  }

  @Override
  public void addCalls(ServerGroup servers) {
    flow.addCalls(servers);
  }

  @Override
  public void add(Workload workload) {
    flow.add(workload);
  }

  @Override
  public Network network() {
    return flow.network();
  }

  @Override
  public void loseCaches(String group, double share, String cause, long now) {
    flow.loseCaches(group, share, cause, now);
  }

  @Override
  public void start() {
    flow.start();
    if (recorder.wantsPulse() && endNanos() >= MINUTE) {
      simulation.at(MINUTE, Phase.OBSERVE, this::watch);
    }
  }

  private long endNanos() {
    return scenario.window().toNanos();
  }

  /** Looks whether the fleet has got stuck: each minute unless all is well, else now and then. */
  private void watch(long now) {
    flow.advance(now);
    boolean isNew = now <= scenario.window().fromNanos() + CALM_WATCH;
    boolean sent = isSent();
    if (isNew || sent || now % CALM_WATCH == 0 || flow.wasRestless(now - CALM_WATCH)) {
      recorder.observe(now, new RatesPulse(groups, flow, none.work()));
    }
    if (now + MINUTE <= endNanos()) {
      simulation.at(now + MINUTE, Phase.OBSERVE, this::watch);
    }
  }

  /** True when some were sent as requests since it was last asked. */
  private boolean isSent() {
    long before = sentBefore;
    sentBefore = none.work().finished() + none.work().lookups();
    return sentBefore != before;
  }

  @Override
  public void advance(long now) {
    flow.advance(now);
  }

  @Override
  public void advance(String group, long now) {
    flow.advance(group, now);
  }

  @Override
  public @Nullable BusyTime busyTime(String group) {
    StationView station = flow.view(group);
    return now -> {
      flow.advance(group, now);
      return station.eachBusyNanos(now);
    };
  }

  @Override
  public void startCounting(long now) {
    flow.startCounting(now);
  }

  @Override
  public void observe(long now) {
    flow.advance(now);
    flow.observe(now);
  }

  @Override
  public double waiting(String group) {
    return flow.view(group).waiting();
  }

  @Override
  public void check(long now) {
    // Amounts are told as they are found; nothing is kept twice.
  }

  @Override
  public void finish(long endNanos) {
    flow.advance(endNanos);
    flow.finish();
  }

  @Override
  public Usage usage(InstanceUsage instances) {
    return new Usage(
            instances,
            flow.balancers(),
            flow.transfers(),
            NameUsage.of(flow.names(), scenario.window().toNanos()))
        .with(flow.besides());
  }

  @Override
  public OfGroup of(String group) {
    StationView station = flow.view(group);
    return new OfGroup(
        station.meanBusy(),
        station.meanQueue(scenario.window().seconds()),
        station.meanWaitSeconds());
  }

  @Override
  public List<OfBalancer> ofBalancers() {
    return scenario.loadBalancers().stream()
        .map(LoadBalancer::name)
        .map(this::ofBalancer)
        .toList();
  }

  OfBalancer ofBalancer(String name) {
    return new OfBalancer(name, flow.requestsAt(name), flow.rejectedAt(name));
  }

  @Override
  public void report(SortedMap<Metric, Double> into) {
    // All else that is known of requests the recorder tells.
    if (!scenario.failures().isEmpty()) {
      flow.reportHurt(into);
    }
    flow.names().forEach(name -> NameFigures.report(name, into));
    scenario.loadBalancers().stream()
        .filter(balancer -> balancer.surgeQueue() > 0)
        .forEach(balancer -> BalancerFigures.surge(
            balancer.name(),
            flow.surgeQueueAt(balancer.name()),
            flow.spilledAt(balancer.name()),
            into));
  }
}
