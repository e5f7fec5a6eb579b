package headroom.fleet.traffic;

import headroom.fleet.targets.ServerGroup;
import headroom.kernel.LimitReached;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.Map;

/** Every workload and every call, and the requests under way: reused, and bounded in number. */
public final class Traffic {

  /** Requests that may be under way at once, by clients' or by servers' account. */
  public static final int MOST_IN_FLIGHT = 1_000_000;

  private static final int MOST_COPIES = 11;

  private final Simulation simulation;
  private final Recorder recorder;
  private final Kinds kinds;
  private final Ways ways;
  private final boolean keepsStops;
  private final List<Source> sources = new ArrayList<>();
  private final List<Visitors> visitors = new ArrayList<>();
  private final Hurt hurt = new Hurt();
  private final List<ClientLine> lines = new ArrayList<>();
  private final Map<String, CallPlan> plans = new LinkedHashMap<>();
  private final List<List<Exchange>> idleExchanges = new ArrayList<>();
  private final WorkDone work = new WorkDone();
  private Attempt[] idle = new Attempt[64];
  private int idleCount;
  private final long countsFrom;
  private int inFlight;
  private int exchangesOpen;
  private long waitedFor;

  /** Finds what a name in the scenario leads to. */
  @FunctionalInterface
  public interface Ways {
    Destination to(String name);
  }

  /**
   * Traffic of which nothing is known yet.
   *
   * @param kinds the classes of request there are
   * @param ways finds destinations by name
   * @param countsFrom when the counted time begins
   * @param keepsStops whether the ways of requests are kept for the report
   */
  public Traffic(
      Simulation simulation,
      Recorder recorder,
      Kinds kinds,
      Ways ways,
      long countsFrom,
      boolean keepsStops) {
    this.countsFrom = countsFrom;
    this.simulation = simulation;
    this.recorder = recorder;
    this.kinds = kinds;
    this.ways = ways;
    this.keepsStops = keepsStops;
    for (int i = 0; i <= MOST_COPIES; i++) {
      idleExchanges.add(new ArrayList<>());
    }
  }

  /** Adds a workload that goes on until the end. */
  public void add(Workload workload, Chance chance, long endNanos) {
    ClientLine line = new ClientLine(this, workload, way(workload.to()), chance);
    lines.add(line);
    Source.Arrival arrival = line::send;
    if (workload.session().isPresent()) {
      Visitors all = new Visitors(this, line, workload.session().get(), chance);
      visitors.add(all);
      arrival = all;
    }
    if (workload.users().isEmpty()) {
      sources.add(new Source(this, workload, arrival, chance, endNanos));
    }
  }

  /** Adds a workload that is silent until it is told to send. */
  public Sender addSilent(Workload workload, Chance chance, long endNanos) {
    ClientLine line = new ClientLine(this, workload, way(workload.to()), chance);
    lines.add(line);
    return new Sender(this, line, chance.of(workload.name(), "arrivals"), endNanos);
  }

  /** Adds what the requests of a group need of other services. */
  public void addCalls(ServerGroup group, Chance chance) {
    String name = group.instances().name();
    CallPlan plan = new CallPlan(this, name, group.service(), chance);
    plans.put(name, plan);
    group.then(plan);
    group.listen(plan);
  }

  /** The caches in front of a group's calls lose a share of what they hold. */
  public void loseCaches(String group, double share, String cause, long now) {
    CallPlan plan = plans.get(group);
    if (plan == null) {
      throw new IllegalStateException("group " + group + " makes no calls");
    }
    plan.loseCaches(share, cause, now);
  }

  /** Lets every workload begin. */
  public void start() {
    sources.forEach(Source::scheduleNext);
    visitors.forEach(Visitors::start);
  }

  /** Tells the recorder whether every destination of workloads has a healthy target. */
  public void observe(long now) {
    for (ClientLine line : lines) {
      if (!line.destination.hasHealthyTarget()) {
        recorder.targetsSeen(now, false, line.destination.whyNone());
        return;
      }
    }
    recorder.targetsSeen(now, true, "");
  }

  /** Requests of the counted time that a client still waits for. */
  public long waitedFor() {
    return waitedFor;
  }

  /** What was done so far. */
  public WorkDone work() {
    return work;
  }

  Destination way(String name) {
    return ways.to(name);
  }

  Kinds kinds() {
    return kinds;
  }

  boolean keepsStops() {
    return keepsStops;
  }

  boolean counts(long arrivedAt) {
    return arrivedAt >= countsFrom;
  }

  void begun(boolean counted) {
    waitedFor += counted ? 1 : 0;
  }

  void settled(boolean counted) {
    waitedFor -= counted ? 1 : 0;
  }

  Simulation simulation() {
    return simulation;
  }

  Recorder recorder() {
    return recorder;
  }

  Attempt take(Line line) {
    if (++inFlight > MOST_IN_FLIGHT) {
      throw tooMany(line);
    }
    return idleCount > 0 ? idle[--idleCount] : new Attempt(this, line);
  }

  private static LimitReached tooMany(Line line) {
    return new LimitReached("more than "
        + MOST_IN_FLIGHT
        + " requests are under way at once: the fleet is far too small for "
        + line.sender()
        + ", or its clients wait too long");
  }

  void release(Attempt attempt) {
    inFlight--;
    if (idleCount == idle.length) {
      idle = Arrays.copyOf(idle, 2 * idleCount);
    }
    idle[idleCount++] = attempt;
  }

  Exchange takeExchange(Line line, int mostAtOnce) {
    if (++exchangesOpen > MOST_IN_FLIGHT) {
      throw tooMany(line);
    }
    List<Exchange> free = idleExchanges.get(mostAtOnce);
    return free.isEmpty() ? new Exchange(this, mostAtOnce) : free.remove(free.size() - 1);
  }

  void release(Exchange exchange) {
    exchangesOpen--;
    idleExchanges.get(exchange.mostAtOnce()).add(exchange);
  }

  /** Who is counted among those whom failures hurt. */
  Hurt hurt() {
    return hurt;
  }

  /** Adds whom failures have hurt, where users come in sessions. */
  public void reportHurt(SortedMap<Metric, Double> into) {
    if (!visitors.isEmpty()) {
      hurt.report(into);
    }
  }
}
