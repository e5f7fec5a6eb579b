package headroom.results;

import java.util.SortedMap;

/** What became of some expected requests of the counted time. */
final class FlowCounts {

  // Smaller amounts are what rounding leaves over.
  private static final double NOTHING = 1e-9;

  final LatencyBins latency = new LatencyBins();
  private final double[] failedHow = new double[How.values().length];
  private final LastNamed<double[]> failedWhy = new LastNamed<>(() -> new double[1]);
  double offered;
  double retries;
  double degraded;
  double succeeded;
  double failed;

  /** Of those offered, the ones that were simulated one by one. */
  double simulated;

  void failed(How how, String why, double count) {
    failed += count;
    failedHow[how.ordinal()] += count;
    failedWhy.of(why)[0] += count;
  }

  void add(FlowCounts other) {
    offered += other.offered;
    retries += other.retries;
    degraded += other.degraded;
    succeeded += other.succeeded;
    failed += other.failed;
    simulated += other.simulated;
    for (int how = 0; how < failedHow.length; how++) {
      failedHow[how] += other.failedHow[how];
    }
    other.failedWhy.all().forEach((why, count) -> failedWhy.of(why)[0] += count[0]);
    latency.add(other.latency);
  }

  double inFlight() {
    double left = offered - succeeded - failed;
    return Math.abs(left) <= NOTHING * offered ? 0 : left;
  }

  /** Writes counts, the share answered, and latency, as {@link RequestFigures} names them. */
  void report(String subject, Possible possible, SortedMap<Metric, Double> into) {
    count(subject, "offered", offered, into);
    count(subject, "succeeded", succeeded, into);
    count(subject, "failed", failed, into);
    count(subject, "in-flight", inFlight(), into);
    count(subject, "attempts", offered + retries, into);
    if (possible.degraded()) {
      count(subject, "degraded", degraded, into);
    }
    if (succeeded + failed > 0) {
      Metric share = subject.isEmpty()
          ? new Metric("availability", "request", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE)
          : new Metric(subject, "availability", "request", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
      into.put(share, succeeded / (succeeded + failed));
    }
    if (latency.total() > 0) {
      latency(subject, "mean", latency.meanSeconds(), into);
      for (Percentile percentile : Percentile.values()) {
        latency(subject, percentile.word(), latency.quantileSeconds(percentile.share()), into);
      }
    }
  }

  private static void count(
      String subject, String statistic, double count, SortedMap<Metric, Double> into) {
    Metric metric = subject.isEmpty()
        ? Metric.count("requests", statistic, "", Unit.ONE)
        : Metric.count(subject, "requests", statistic, Unit.ONE);
    into.put(metric, count);
  }

  private static void latency(
      String subject, String statistic, double seconds, SortedMap<Metric, Double> into) {
    Metric metric = subject.isEmpty()
        ? Metric.value("latency", statistic, "", Unit.SECONDS)
        : Metric.value(subject, "latency", statistic, Unit.SECONDS);
    into.put(metric, seconds);
  }

  /** How requests failed, and what it is put down to. */
  void failures(Possible possible, SortedMap<Metric, Double> into) {
    for (How how : How.values()) {
      if (possible.hows().contains(how) || failedHow[how.ordinal()] > 0) {
        into.put(
            Metric.count("requests", "failed", how.word(), Unit.ONE), failedHow[how.ordinal()]);
      }
    }
    failedWhy.all().forEach((why, count) -> {
      if (count[0] > NOTHING) {
        into.put(Metric.count("requests", "failed-by", why, Unit.ONE), count[0]);
      }
    });
  }
}
