package headroom.results;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of the requests of one run and keeps what is asked to be shown. */
public final class RunRecorder implements Recorder, Account {

  private final Window window;
  private final long from;
  private final double availability;
  private final long slowNanos;
  private final Minutes minutes;
  private final LatencySketch latency = new LatencySketch();
  private final long[] failedHow = new long[How.values().length];
  private final SortedMap<String, Long> failedWhy = new TreeMap<>();
  private final Optional<Showing> showing;
  private long offered;
  private long retries;
  private long degraded;
  private long succeeded;
  private long failed;

  /**
   * @param window the time that counts
   * @param availability success share below which a minute is bad
   * @param slowNanos latency that 99 % of a minute's answers must stay within; Long.MAX_VALUE if
   *     no limit was promised
   * @param showing collects timeline and event log, if this run is to be shown
   */
  public RunRecorder(
      Window window, double availability, long slowNanos, Optional<Showing> showing) {
    this.window = window;
    this.from = window.fromNanos();
    this.availability = availability;
    this.slowNanos = slowNanos;
    this.minutes = new Minutes(window);
    this.showing = showing;
  }

  @Override
  public Account account(String workload, String requestClass, double value) {
    return this;
  }

  @Override
  public void attempted(long arrivedNanos) {
    retries += arrivedNanos >= from ? 1 : 0;
  }

  @Override
  public void degraded(long arrivedNanos) {
    degraded += arrivedNanos >= from ? 1 : 0;
  }

  @Override
  public boolean keepsStops() {
    return showing.isPresent();
  }

  @Override
  public void offered(long nowNanos) {
    if (nowNanos >= from) {
      offered++;
    }
    if (showing.isPresent()) {
      showing.get().offered(nowNanos);
    }
  }

  @Override
  public void succeeded(long arrivedNanos, long nowNanos, Journey troubled) {
    long took = nowNanos - arrivedNanos;
    if (arrivedNanos >= from) {
      succeeded++;
      latency.record(took);
      minutes.succeeded(arrivedNanos);
      if (took > slowNanos) {
        minutes.slow(arrivedNanos, troubled.why(nowNanos));
      }
    }
    if (showing.isPresent()) {
      showing.get().succeeded(arrivedNanos, took);
    }
  }

  @Override
  public void failed(long arrivedNanos, long nowNanos, How how, String why) {
    if (arrivedNanos >= from) {
      failed++;
      failedHow[how.ordinal()]++;
      failedWhy.merge(why, 1L, Long::sum);
      minutes.failed(arrivedNanos, why);
    }
    if (showing.isPresent()) {
      showing.get().failed(arrivedNanos, why);
    }
  }

  @Override
  public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
    if (!healthy && nowNanos > from) {
      minutes.withoutTarget(nowNanos, whyNot);
    }
  }

  @Override
  public boolean readsEvents() {
    return showing.isPresent();
  }

  @Override
  public void happened(long nowNanos, EventLog.Kind kind, String subject, String what, String why) {
    if (showing.isPresent()) {
      showing.get().happened(nowNanos, kind, subject, what, why);
    }
  }

  /** Requests of the counted time without an outcome so far. */
  public long inFlight() {
    return offered - succeeded - failed;
  }

  /** What collects timeline and event log, if this run is shown. */
  public Optional<Showing> showing() {
    return showing;
  }

  public LatencySketch latency() {
    return latency;
  }

  /** Writes what became of the requests, and which minutes were bad. */
  public void report(SortedMap<Metric, Double> into) {
    put(into, "offered", "", offered);
    put(into, "succeeded", "", succeeded);
    put(into, "failed", "", failed);
    put(into, "in-flight", "", inFlight());
    put(into, "attempts", "", offered + retries);
    for (How how : How.values()) {
      put(into, "failed", how.word(), failedHow[how.ordinal()]);
    }
    failedWhy.forEach((why, count) -> put(into, "failed-by", why, count));
    reportAvailability(into);
    reportLatency(into);
  }

  private static void put(
      SortedMap<Metric, Double> into, String measure, String statistic, long count) {
    into.put(Metric.count("requests", measure, statistic, Unit.ONE), (double) count);
  }

  private void reportAvailability(SortedMap<Metric, Double> into) {
    if (succeeded + failed > 0) {
      into.put(share("request"), (double) succeeded / (succeeded + failed));
    }
    SortedMap<String, Double> downtime = minutes.downtime(availability);
    double total = downtime.values().stream().mapToDouble(Double::doubleValue).sum();
    into.put(share("minutes"), 1 - total / window.seconds());
    into.put(Metric.count("downtime", "total", "", Unit.SECONDS), total);
    downtime.forEach(
        (why, seconds) -> into.put(Metric.count("downtime", why, "", Unit.SECONDS), seconds));
  }

  private static Metric share(String statistic) {
    return new Metric("availability", statistic, "", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
  }

  private void reportLatency(SortedMap<Metric, Double> into) {
    if (latency.count() == 0) {
      return;
    }
    into.put(Metric.value("latency", "mean", "", Unit.SECONDS), latency.meanSeconds());
    quantile(into, "p50", 0.50);
    quantile(into, "p90", 0.90);
    quantile(into, "p99", 0.99);
    quantile(into, "p99.9", 0.999);
  }

  private void quantile(SortedMap<Metric, Double> into, String name, double p) {
    into.put(Metric.value("latency", name, "", Unit.SECONDS), latency.quantileSeconds(p));
  }

  /** The timeline, if this run is shown. */
  public Optional<Timeline> timeline() {
    return showing.map(s -> s.timeline((begin, end) -> minutes.downtime(availability, begin, end)));
  }

  /** The event log, if this run is shown. */
  public Optional<EventLog> events() {
    return showing.map(Showing::events);
  }
}
