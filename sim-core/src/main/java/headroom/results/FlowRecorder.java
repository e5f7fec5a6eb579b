package headroom.results;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what becomes of expected requests, under the names that {@link RunRecorder} uses. */
public final class FlowRecorder implements FlowAccount {

  private final Window window;
  private final long from;
  private final double availability;
  private final long slowNanos;
  private final FlowMinutes minutes;
  private final LatencyBins latency = new LatencyBins();
  private final double[] failedHow = new double[How.values().length];
  private final SortedMap<String, Double> failedWhy = new TreeMap<>();
  private final Optional<FlowShowing> showing;
  private double offered;
  private double retries;
  private double succeeded;
  private double degraded;
  private double failed;

  /**
   * @param window the time that counts
   * @param availability success share below which a minute is bad
   * @param slowNanos latency that 99 % of a minute's answers must stay within; Long.MAX_VALUE if
   *     no limit was promised
   * @param showing collects the timeline, if this run is to be shown
   */
  public FlowRecorder(
      Window window, double availability, long slowNanos, Optional<Showing> showing) {
    this.window = window;
    this.from = window.fromNanos();
    this.availability = availability;
    this.slowNanos = slowNanos;
    this.minutes = new FlowMinutes(window);
    this.showing = showing.map(s -> new FlowShowing(s, window));
  }

  /** Where to tell what becomes of a workload's requests. */
  public FlowAccount account(String workload) {
    return this;
  }

  /** What a request must stay within, in seconds; infinite when nothing was promised. */
  public double slowSeconds() {
    return slowNanos == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : slowNanos / 1e9;
  }

  /** At a minute's end: whether each destination of requests had a healthy target. */
  public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
    if (!healthy && nowNanos > from) {
      minutes.withoutTarget(nowNanos, whyNot);
    }
  }

  @Override
  public boolean isShown() {
    return showing.isPresent();
  }

  @Override
  public void offered(long fromNanos, long toNanos, double count) {
    offered += counted(fromNanos, toNanos, count);
    showing.ifPresent(s -> s.add(s.offered, fromNanos, toNanos, count));
  }

  @Override
  public void attempted(long fromNanos, long toNanos, double count) {
    retries += counted(fromNanos, toNanos, count);
  }

  @Override
  public void degraded(long fromNanos, long toNanos, double count) {
    degraded += counted(fromNanos, toNanos, count);
  }

  /** The part of an amount, even over a stretch, that lies in the time that counts. */
  private double counted(long fromNanos, long toNanos, double count) {
    if (fromNanos >= from) {
      return count;
    }
    return toNanos <= from ? 0 : count * ((double) (toNanos - from) / (toNanos - fromNanos));
  }

  @Override
  public void succeeded(long fromNanos, long toNanos, double count, double slow, String why) {
    succeeded += counted(fromNanos, toNanos, count);
    spread(fromNanos, toNanos, (minute, share) -> {
      minutes.succeeded(minute, share * count);
      if (slow > 0) {
        minutes.slow(minute, share * slow, why);
      }
    });
    showing.ifPresent(s -> s.add(s.succeeded, fromNanos, toNanos, count));
  }

  @Override
  public void failed(long fromNanos, long toNanos, double count, How how, String why) {
    double counts = counted(fromNanos, toNanos, count);
    if (counts > 0) {
      failed += counts;
      failedHow[how.ordinal()] += counts;
      failedWhy.merge(why, counts, Double::sum);
      spread(fromNanos, toNanos, (minute, share) -> minutes.failed(minute, share * count, why));
    }
    showing.ifPresent(s -> s.failed(fromNanos, toNanos, count, why));
  }

  @Override
  public void took(long fromNanos, long toNanos, LatencyBins latencies) {
    showing.ifPresent(s -> s.took(fromNanos, toNanos, latencies));
  }

  /** Takes over latencies of the time that counts; {@link #took} is for the timeline only. */
  public void tookInAll(LatencyBins latencies) {
    latency.add(latencies);
  }

  private interface ByMinute {
    void add(int minute, double share);
  }

  /** Shares a stretch out over its minutes; what lies before the window is left out. */
  private void spread(long fromNanos, long toNanos, ByMinute each) {
    long begin = Math.max(fromNanos, from);
    long end = Math.min(toNanos, window.toNanos());
    int first = minutes.at(begin);
    if (fromNanos >= from && end <= minutes.begins(first + 1)) {
      each.add(first, 1);
      return;
    }
    for (int minute = first; minutes.begins(minute) < end; minute++) {
      long ends = Math.min(end, minutes.begins(minute + 1));
      long starts = Math.max(begin, minutes.begins(minute));
      each.add(minute, (double) (ends - starts) / (toNanos - fromNanos));
    }
  }

  /** Expected requests of the counted time without an outcome so far. */
  public double inFlight() {
    double left = offered - succeeded - failed;
    return Math.abs(left) <= 1e-9 * offered ? 0 : left;
  }

  public LatencySketch latency() {
    return latency.sketch();
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
      SortedMap<Metric, Double> into, String measure, String statistic, double count) {
    into.put(Metric.count("requests", measure, statistic, Unit.ONE), count);
  }

  private void reportAvailability(SortedMap<Metric, Double> into) {
    if (succeeded + failed > 0) {
      into.put(share("request"), succeeded / (succeeded + failed));
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
    if (!(latency.total() > 0)) {
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
}
