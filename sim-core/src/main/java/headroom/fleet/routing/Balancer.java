package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.targets.TargetListener;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Destination;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.EventLog;
import headroom.results.How;
import headroom.results.Recorder;
import headroom.results.Usage;
import headroom.spec.LoadBalancer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** A load balancer at work: checks its targets, and sends each request to a healthy one. */
public final class Balancer implements Destination, TargetListener, Entry.Settled {

  // An application balancer answers 504 when a target does not accept within 10 s (sheet §6.2,
  // [L11]). For the classic one only the idle timeout is documented (§6.1).
  private static final long APPLICATION_CONNECT_NANOS = 10_000_000_000L;
  private static final long CLASSIC_IDLE_NANOS = 60_000_000_000L;

  private final LoadBalancer rule;
  private final ServerGroup group;
  private final Simulation simulation;
  private final Recorder recorder;
  private final TargetHealthListener listener;
  private final HealthChecks checks;
  private final Pool pool;
  private final BalancerMeter meter;
  private final Map<Server, Entry> registered = new LinkedHashMap<>();
  private final List<Entry> unhealthy = new ArrayList<>();
  private final long countsFrom;
  private int failOpenTurn;
  private long requests;
  private long rejected;

  public Balancer(
      LoadBalancer rule,
      ServerGroup group,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      TargetHealthListener listener,
      long countsFrom,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.simulation = simulation;
    this.recorder = recorder;
    this.listener = listener;
    this.checks = new HealthChecks(rule.healthCheck(), chance.of(rule.name(), "health-check"));
    this.pool = new Pool(rule.routing());
    this.meter = new BalancerMeter(countsFrom, endNanos);
    this.countsFrom = countsFrom;
    group.listen(this);
  }

  public LoadBalancer rule() {
    return rule;
  }

  /** Requests of the counted window. */
  public long requests() {
    return requests;
  }

  /** Requests of the counted window that it answered itself, for want of a target. */
  public long rejected() {
    return rejected;
  }

  public Usage.BalancerUsage usage() {
    return meter.usage(rule.name(), rule.type().word());
  }

  public Usage.TransferUsage transfer() {
    return meter.transfer("load-balancers." + rule.name());
  }

  @Override
  public void accept(Attempt request, long now) {
    boolean counts = now >= countsFrom;
    requests += counts ? 1 : 0;
    meter.arrived(request, now);
    group.request();
    if (pool.size() > 0) {
      send(request, pool.choose(), now);
    } else if (rule.type() == LoadBalancer.Type.APPLICATION && !unhealthy.isEmpty()) {
      send(request, anyUnhealthy(), now);
    } else {
      rejected += counts ? 1 : 0;
      request.fail(How.NO_TARGET, whyNone(), now);
    }
  }

  /** Its arrival is in the books already. */
  @Override
  public void resume(Attempt attempt, long now) {
    if (pool.size() == 0) {
      attempt.fail(How.NO_TARGET, whyNone(), now);
    } else {
      send(attempt, pool.chooseWithPlace(), now);
    }
  }

  /**
   * With unhealthy targets only, an application balancer tries them all (§6.2, fail-open). Those
   * that have not been checked yet, or are leaving, are not among them.
   */
  private Entry anyUnhealthy() {
    failOpenTurn = (failOpenTurn + 1) % unhealthy.size();
    return unhealthy.get(failOpenTurn);
  }

  private void send(Attempt request, Entry entry, long now) {
    entry.send(request);
    Server server = entry.server();
    if (!server.isUp()) {
      simulation.schedule(request, now + connectTimeoutNanos(), Phase.WORK);
    } else {
      entry.offer(request, now);
    }
  }

  private long connectTimeoutNanos() {
    return rule.type() == LoadBalancer.Type.APPLICATION
        ? APPLICATION_CONNECT_NANOS
        : CLASSIC_IDLE_NANOS;
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
    return pool.hasUp();
  }

  @Override
  public String whyNone() {
    return group.why(null);
  }

  @Override
  public void settled(Entry entry, Attempt request, boolean succeeded, long now) {
    meter.settled(request, succeeded, now);
    if (entry.draining && entry.outstanding() == 0) {
      drainedNow(entry, now);
    }
  }

  @Override
  public void arrived(Server server, boolean known, long now) {
    Entry entry = new Entry(pool, server, this);
    registered.put(server, entry);
    entry.checkedFrom = checks.firstCheck(server.instance().ordinal(), now);
    if (known) {
      pool.add(entry);
    } else {
      // One pass makes a new target healthy (§6.1 [L6], §6.2).
      simulation.at(entry.checkedFrom, Phase.CHANGE, at -> passFirst(entry, at));
    }
  }

  private void passFirst(Entry entry, long now) {
    if (entry.server().isUp() && !entry.draining) {
      pool.add(entry);
      log(now, EventLog.Kind.HEALTHY, entry, "healthy");
      listener.healthy(entry.server().instance(), now);
    }
  }

  @Override
  public void stopped(Server server, long now) {
    Entry entry = registered.get(server);
    if (entry == null) {
      return;
    }
    long at = checks.unhealthyAt(entry.checkedFrom, now);
    simulation.at(at, Phase.CHANGE, noticed -> notice(entry, noticed));
  }

  private void notice(Entry entry, long now) {
    if (registered.containsKey(entry.server()) && !entry.draining) {
      pool.remove(entry);
      unhealthy.add(entry);
      log(now, EventLog.Kind.UNHEALTHY, entry, "unhealthy");
      listener.unhealthy(entry.server().instance(), now);
    }
  }

  @Override
  public void leaving(Server server, long now) {
    Entry entry = entryOf(server);
    pool.remove(entry);
    entry.draining = true;
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
      pool.remove(entry);
      unhealthy.remove(entry);
    }
  }

  private Entry entryOf(Server server) {
    Entry entry = registered.get(server);
    if (entry == null) {
      throw new IllegalStateException(server.instance().label() + " is not behind " + rule.name());
    }
    return entry;
  }

  private void log(long now, EventLog.Kind kind, Entry entry, String what) {
    if (!recorder.readsEvents()) {
      return;
    }
    Server server = entry.server();
    recorder.happened(
        now,
        kind,
        server.instance().label(),
        what + " for load balancer " + rule.name(),
        server.instance().crashCause());
  }
}
