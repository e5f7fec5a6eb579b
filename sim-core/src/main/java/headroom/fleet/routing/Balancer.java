package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.targets.TargetListener;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Destination;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.How;
import headroom.results.Recorder;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Why;
import headroom.spec.LoadBalancer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A load balancer at work: checks its targets, and sends each request to a healthy one. */
public final class Balancer
    implements Destination, TargetListener, Entry.Settled, DeepChecks.Verdict {

  private final LoadBalancer rule;
  private final ServerGroup group;
  private final Simulation simulation;
  private final BalancerLog log;
  private final TargetHealthListener listener;
  private final HealthChecks checks;
  private final Stream probeLuck;
  private final Nodes nodes;
  private final Ejections ejections;
  private final BalancerMeter meter;
  private final Map<Server, Entry> registered = new LinkedHashMap<>();
  private final Entrance entrance;
  private final Approach approach;
  private final Codes codes = new Codes();
  private final @Nullable Cookies cookies;
  private final @Nullable SurgeQueue surge;
  private final @Nullable Growth growth;
  private final long countsFrom;
  private final long connectTimeout;
  private long requests;
  private long rejected;

  /** A balancer in front of a group with instances in some zones. */
  public Balancer(
      LoadBalancer rule,
      List<String> zones,
      ServerGroup group,
      Network network,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      TargetHealthListener listener,
      long countsFrom,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.simulation = simulation;
    this.log = new BalancerLog(rule.name(), recorder);
    this.listener = listener;
    this.checks = new HealthChecks(rule.healthCheck(), chance.of(rule.name(), "health-check"));
    this.probeLuck = chance.of(rule.name(), "probe");
    this.nodes = new Nodes(rule, zones);
    this.ejections = new Ejections(rule, simulation, this::place);
    Hops hops = Hops.through(rule, zones, network.places(), countsFrom, endNanos);
    this.meter = new BalancerMeter(hops, countsFrom, endNanos);
    this.cookies =
        rule.stickiness().map(sticky -> new Cookies(sticky, rule.type())).orElse(null);
    this.entrance = new Entrance(rule, zones, network, checks);
    this.approach = new Approach(network, entrance.region(), this::take);
    this.surge = rule.surgeQueue() == 0
        ? null
        : new SurgeQueue(rule, nodes.zones(), this::whyNone, entrance::left, codes, countsFrom);
    this.growth = rule.capacity().map(Growth::new).orElse(null);
    this.countsFrom = countsFrom;
    this.connectTimeout = Entrance.connectTimeoutNanos(rule);
    group.listen(Registration.of(this, rule, group, network, entrance.region()));
    if (surge != null) {
      group.hearRoom(this::mayHaveRoom);
    }
    Shifts.schedule(rule.zonalShifts(), simulation, this::shift);
  }

  private void shift(String zone, boolean away, long now) {
    nodes.shift(zone, away, now);
    List.copyOf(registered.values()).forEach(entry -> place(entry, now));
    log.shifted(zone, away, now);
  }

  public LoadBalancer rule() {
    return rule;
  }

  /** Requests of the counted window. */
  public long requests() {
    return requests;
  }

  /** Requests of the counted window that it answered itself, for want of a target or of room. */
  public long rejected() {
    return rejected;
  }

  /** What else it has counted in the window. */
  public BalancerReport report(long endNanos) {
    return BalancerReport.of(rule, codes, surge, cookies, ejections, endNanos);
  }

  /** Results count from now. */
  public void startCounting(long now) {
    if (surge != null) {
      surge.length().reset(now);
    }
  }

  public Usage.BalancerUsage usage() {
    return meter.usage(rule.name(), rule.type().word());
  }

  public Usage.TransferUsage transfer() {
    return meter.transfer("load-balancers." + rule.name());
  }

  /** What came through it, and of it what crossed zones. */
  public List<ResourceUsage> besides() {
    return meter.besides();
  }

  @Override
  public long answersWithinNanos() {
    return rule.idleTimeout().toNanos();
  }

  @Override
  public void accept(Attempt request, long now) {
    approach.come(request, now);
  }

  private void take(Attempt request, long now) {
    Node node = nodes.of(request, now);
    String zone = entrance.zone(request, now);
    if (entrance.swallows(request, zone)) {
      return;
    }
    boolean counts = now >= countsFrom;
    requests += counts ? 1 : 0;
    meter.arrived(request, now);
    group.request();
    if (growth != null && !growth.takes(entrance.canChange(), now)) {
      reject(request, How.REFUSED, Why.CAPACITY, counts, now);
      return;
    }
    Pool pool = node.pool();
    if (pool.size() > 0) {
      Entry chosen =
          cookies == null ? pool.choose(request, now) : cookies.choose(request, pool, counts, now);
      Entry entry = entrance.reachable(chosen, zone, now);
      if (entry == null) {
        reject(request, How.NO_TARGET, entrance.knownCut(chosen, zone, now), counts, now);
      } else if (surge == null) {
        send(request, entry, now);
      } else {
        sendOrKeep(request, entry, zone, surge, counts, now);
      }
    } else if (rule.type().failsOpen() && !node.unhealthy().isEmpty()) {
      send(request, node.anyUnhealthy(), now);
    } else {
      reject(request, How.NO_TARGET, whyNone(), counts, now);
    }
  }

  private void reject(Attempt request, How how, String why, boolean counts, long now) {
    if (counts) {
      rejected++;
      codes.turnedAway();
    }
    request.fail(how, why, now);
  }

  /** With a surge queue nobody is refused by a target: it waits until one has a place. */
  private void sendOrKeep(
      Attempt request, Entry entry, String zone, SurgeQueue queue, boolean counts, long now) {
    Entry free = !entry.server().isUp() ? entry : entrance.withPlace(entry, zone, now);
    if (free != null && queue.size() == 0) {
      send(request, free, now);
    } else if (queue.add(request, counts, now)) {
      entrance.passes(request, now);
    } else {
      reject(request, How.REFUSED, whyNone(), counts, now);
    }
  }

  private void mayHaveRoom(Server server, long now) {
    Entry entry = registered.get(server);
    while (surge != null && entry != null && entry.isHealthy() && server.hasPlaceNow()) {
      Attempt next = surge.poll(now);
      if (next == null) {
        return;
      }
      send(next, entry, now);
    }
  }

  /** Its arrival is in the books already. */
  @Override
  public void resume(Attempt attempt, long now) {
    Pool pool = nodes.of(attempt, now).pool();
    if (pool.size() == 0) {
      attempt.fail(How.NO_TARGET, whyNone(), now);
    } else {
      reach(attempt, pool.chooseWithPlace(attempt, now), now);
    }
  }

  private void send(Attempt request, Entry entry, long now) {
    meter.sent(request, entry.server(), now);
    reach(request, entry, now);
  }

  private void reach(Attempt request, Entry entry, long now) {
    entry.send(request);
    entrance.passes(request, now);
    if (!entrance.loses(request, entry, now) && entry.hears(request, now)) {
      entry.offer(request, now);
    } else if (connectTimeout < Long.MAX_VALUE) {
      simulation.schedule(request, now + connectTimeout, Phase.WORK);
    } else {
      entry.holdsSilently(request);
    }
  }

  @Override
  public void pressedBy(String cause, LongPredicate active) {
    group.pressedBy(cause, active);
  }

  @Override
  public int classNumber(String requestClass) {
    return group.classNumber(requestClass);
  }

  @Override
  public boolean hasHealthyTarget() {
    return nodes.hasUp() && entrance.hasNode();
  }

  @Override
  public String whyNone() {
    return group.why(null);
  }

  @Override
  public void settled(Entry entry, Attempt request, boolean succeeded, long now) {
    entrance.left(request);
    meter.settled(request, entry.server(), succeeded, now);
    if (!succeeded && request.sentAt() >= countsFrom) {
      codes.failed(request);
    }
    Outcomes outcomes = entry.outcomes;
    if (outcomes != null && (succeeded || !request.clientLeft())) {
      outcomes.add(now - request.sentAt(), succeeded, now);
    }
    ejections.settled(entry, request, succeeded, now);
    if (entry.draining && entry.outstanding() == 0) {
      drainedNow(entry, now);
    }
  }

  @Override
  public void arrived(Server server, boolean known, long now) {
    Node node = nodes.in(server.instance().zoneName());
    Entry entry = new Entry(node.pool(), server, this);
    entry.outcomes = rule.routing().needsOutcomes() ? new Outcomes() : null;
    registered.put(server, entry);
    node.registered++;
    entry.checkedFrom = checks.firstCheck(server.instance().ordinal(), now);
    if (rule.healthCheck().deep()) {
      entry.probes = new DeepChecks(entry, rule.healthCheck(), known, simulation, probeLuck, this);
    }
    if (known) {
      entry.well = true;
      place(entry, now);
    } else if (entry.probes == null) {
      // One pass makes a new target healthy (§6.1 [L6], §6.2).
      simulation.at(entry.checkedFrom, Phase.CHANGE, at -> healthy(entry, at));
    }
  }

  /** Puts a target among those that get requests, or takes it out, as things are. */
  private void place(Entry entry, long now) {
    boolean gets = entry.well
        && !entry.draining
        && !entry.ejected
        && !nodes.leavesOut(entry.server().instance().zoneName());
    if (gets != entry.isHealthy()) {
      if (gets) {
        entry.pool().add(entry, now);
        mayHaveRoom(entry.server(), now);
      } else {
        entry.pool().remove(entry);
      }
      nodes.review(now);
    }
  }

  @Override
  public void healthy(Entry entry, long now) {
    if (!registered.containsKey(entry.server()) || !entry.server().isUp() || entry.draining) {
      return;
    }
    nodes.in(entry.server().instance().zoneName()).unhealthy().remove(entry);
    entry.well = true;
    place(entry, now);
    log.target(now, EventLog.Kind.HEALTHY, entry, "healthy");
    listener.healthy(entry.server().instance(), now);
  }

  @Override
  public void stopped(Server server, long now) {
    Entry entry = registered.get(server);
    if (entry != null && entry.probes == null) {
      long at = checks.unhealthyAt(entry.checkedFrom, now);
      simulation.at(at, Phase.CHANGE, noticed -> unhealthy(entry, noticed));
    }
  }

  @Override
  public void unhealthy(Entry entry, long now) {
    if (!registered.containsKey(entry.server()) || entry.draining) {
      return;
    }
    List<Entry> unhealthy = nodes.in(entry.server().instance().zoneName()).unhealthy();
    if (!unhealthy.contains(entry)) {
      unhealthy.add(entry);
    }
    entry.well = false;
    place(entry, now);
    log.target(now, EventLog.Kind.UNHEALTHY, entry, "unhealthy");
    listener.unhealthy(entry.server().instance(), now);
    // A network balancer resets the flows of a target that is unhealthy (§6.3).
    entry.breakSilence(now);
  }

  @Override
  public void leaving(Server server, long now) {
    Entry entry = registered.get(server);
    if (entry == null) {
      // It was never added, so that there is nothing to drain.
      simulation.at(now, Phase.CHANGE, at -> listener.drained(server.instance(), at));
      return;
    }
    entry.draining = true;
    nodes.in(server.instance().zoneName()).registered--;
    place(entry, now);
    nodes.review(now);
    entry.stopProbes();
    if (entry.outstanding() == 0) {
      drainedNow(entry, now);
    } else {
      long limit = now + rule.draining().toNanos();
      simulation.at(limit, Phase.CHANGE, at -> drained(entry, at));
    }
  }

  /** Told as an event of its own: whoever reports it is still in the middle of something. */
  private void drainedNow(Entry entry, long now) {
    simulation.at(now, Phase.CHANGE, at -> drained(entry, at));
  }

  private void drained(Entry entry, long now) {
    if (registered.remove(entry.server()) != null) {
      listener.drained(entry.server().instance(), now);
    }
  }

  @Override
  public void gone(Server server, long now) {
    Entry entry = registered.remove(server);
    if (entry != null) {
      Node node = nodes.in(server.instance().zoneName());
      node.registered -= entry.draining ? 0 : 1;
      node.unhealthy().remove(entry);
      entry.well = false;
      entry.stopProbes();
      place(entry, now);
      nodes.review(now);
      ejections.gone(entry);
      entry.breakSilence(now);
    }
  }
}
