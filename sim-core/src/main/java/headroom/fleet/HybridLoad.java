package headroom.fleet;

import headroom.fleet.flow.FlowTraffic;
import headroom.fleet.flow.StationView;
import headroom.fleet.hybrid.HybridTraffic;
import headroom.fleet.hybrid.RequestParts;
import headroom.fleet.hybrid.WindowRule;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.Network;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.targets.BusyTime;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.Usage;
import headroom.spec.DnsName;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Workload;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Traffic as rates, with windows of requests where rates may be wrong. */
final class HybridLoad implements Load {

  private final Scenario scenario;
  private final RequestLoad requests;
  private final RateLoad rates;
  private final FlowRecorder recorder;
  private final HybridTraffic parts;
  private final RequestParts single;

  HybridLoad(
      Scenario scenario,
      RequestLoad requests,
      RateLoad rates,
      FlowRecorder recorder,
      Recorder log,
      Simulation simulation,
      Chance chance,
      WindowRule windows) {
    this.scenario = scenario;
    this.requests = requests;
    this.rates = rates;
    this.recorder = recorder;
    this.single = RequestParts.of(scenario);
    this.parts = new HybridTraffic(
        rates.flow(),
        requests.requests(),
        simulation,
        chance,
        scenario.window(),
        windows,
        scenario.hybrid(),
        recorder,
        log);
  }

  @Override
  public void add(ServerGroup servers, GroupMetrics metrics) {
    if (single.haveGroup(servers.instances().name())) {
      requests.add(servers, metrics);
      return;
    }
    servers.instances().launchTimes().leaveOutFirstRequests();
    rates.add(servers, metrics);
    parts.add(servers);
  }

  @Override
  public void add(LoadBalancer rule, GroupKeeper keeper) {
    if (single.haveBalancer(rule.name())) {
      requests.add(rule, keeper);
      return;
    }
    rates.add(rule, parts.heard(rule.targets(), false, keeper));
    requests.add(rule, keeper.servers(), parts.heard(rule.targets(), true, keeper));
  }

  @Override
  public void add(DnsName rule) {
    requests.add(rule);
  }

  @Override
  public void addCalls(ServerGroup servers) {
    requests.addCalls(servers);
  }

  @Override
  public void add(Workload workload) {
    if (single.haveWorkload(workload.name())) {
      requests.add(workload);
      return;
    }
    rates.add(workload);
    parts.add(workload);
  }

  @Override
  public Network network() {
    return requests.network();
  }

  @Override
  public void loseCaches(String group, double share, String cause, long now) {
    requests.loseCaches(group, share, cause, now);
  }

  @Override
  public void start() {
    requests.startSources();
    parts.start();
    rates.start();
  }

  @Override
  public void advance(long now) {
    parts.measure(now);
    rates.advance(now);
  }

  @Override
  public void advance(String group, long now) {
    if (!single.haveGroup(group)) {
      parts.measure(now);
      rates.advance(group, now);
    }
  }

  @Override
  public @Nullable BusyTime busyTime(String group) {
    if (single.haveGroup(group)) {
      return null;
    }
    StationView station = rates.flow().view(group);
    return now -> {
      advance(group, now);
      return station.eachBusyNanos(now);
    };
  }

  @Override
  public void startCounting(long now) {
    requests.startCounting(now);
    rates.startCounting(now);
    parts.startCounting(now);
  }

  @Override
  public void observe(long now) {
    parts.measure(now);
    rates.observe(now);
    requests.observe(now);
  }

  @Override
  public double waiting(String group) {
    return single.haveGroup(group) ? requests.waiting(group) : rates.waiting(group);
  }

  /** No request is lost or made where rates and requests hand over to each other. */
  @Override
  public void check(long now) {
    // Of what arrived before the counted time rates know only how much there was; and who waits for
    // ever for an instance that is gone stays in flight, and is nowhere.
    boolean known = scenario.window().fromNanos() == 0
        && scenario.workloads().stream().allMatch(w -> w.client().timeout().isPresent());
    if (!known) {
      return;
    }
    FlowTraffic flow = rates.flow();
    double open = recorder.inFlight();
    double seen = requests.requests().waitedFor() + flow.underWay();
    // What a step's fixed point leaves over adds up.
    double rounding = 1e-6 * Math.max(1, open) + 1e-8 * recorder.offered();
    if (Math.abs(open - seen) > rounding) {
      throw new IllegalStateException(open
          + " requests have no outcome yet, and "
          + requests.requests().waitedFor()
          + " requests and an amount of "
          + flow.underWay()
          + " are under way");
    }
  }

  @Override
  public void finish(long endNanos) {
    parts.finish(endNanos);
    rates.finish(endNanos);
  }

  @Override
  public Usage usage(InstanceUsage instances) {
    return rates.usage(instances).withTraffic(requests.usage(instances));
  }

  @Override
  public OfGroup of(String group) {
    return single.haveGroup(group) ? requests.of(group) : rates.of(group);
  }

  @Override
  public List<OfBalancer> ofBalancers() {
    return requests.ofBalancers().stream().map(this::plusRates).toList();
  }

  private OfBalancer plusRates(OfBalancer one) {
    if (single.haveBalancer(one.name())) {
      return one;
    }
    OfBalancer other = rates.ofBalancer(one.name());
    return new OfBalancer(
        one.name(), one.requests() + other.requests(), one.rejected() + other.rejected());
  }

  @Override
  public void report(SortedMap<Metric, Double> into) {
    parts.report(into, single.withTraffic());
    requests.report(single::haveBalancer, into);
    recorder.reportSimulated(into);
  }
}
