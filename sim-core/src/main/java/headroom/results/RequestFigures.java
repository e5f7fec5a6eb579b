package headroom.results;

import java.util.SortedMap;

/** Writes what became of requests as figures of a subject: all, a workload's, or a class's. */
final class RequestFigures {

  private final String subject;
  private final Counts counts;
  private final Possible possible;
  private final SortedMap<Metric, Double> into;

  /**
   * @param subject of what: "workloads.shop"; empty for all requests
   * @param counts what became of them
   * @param possible what can become of them
   * @param into takes the figures
   */
  RequestFigures(String subject, Counts counts, Possible possible, SortedMap<Metric, Double> into) {
    this.subject = subject;
    this.counts = counts;
    this.possible = possible;
    this.into = into;
  }

  /** Counts, the share answered, and latency. */
  void common() {
    count("offered", counts.offered);
    count("succeeded", counts.succeeded);
    count("failed", counts.failed);
    count("in-flight", counts.inFlight());
    count("attempts", counts.attempts());
    if (possible.degraded() || counts.degraded > 0) {
      count("degraded", counts.degraded);
    }
    availability();
    latency();
  }

  private void count(String statistic, long count) {
    // Of all requests the word is the subject, so that its own parts may follow: failed.timeout.
    Metric metric = subject.isEmpty()
        ? Metric.count("requests", statistic, "", Unit.ONE)
        : Metric.count(subject, "requests", statistic, Unit.ONE);
    into.put(metric, (double) count);
  }

  private void availability() {
    long ended = counts.succeeded + counts.failed;
    if (ended > 0) {
      Metric metric = subject.isEmpty()
          ? new Metric("availability", "request", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE)
          : new Metric(subject, "availability", "request", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
      into.put(metric, (double) counts.succeeded / ended);
    }
  }

  private void latency() {
    if (counts.latency.count() == 0) {
      return;
    }
    latency("mean", counts.latency.meanSeconds());
    for (Percentile percentile : Percentile.values()) {
      latency(percentile.word(), counts.latency.quantileSeconds(percentile.share()));
    }
  }

  private void latency(String statistic, double seconds) {
    Metric metric = subject.isEmpty()
        ? Metric.value("latency", statistic, "", Unit.SECONDS)
        : Metric.value(subject, "latency", statistic, Unit.SECONDS);
    into.put(metric, seconds);
  }

  /** How requests failed, and what it is put down to. */
  void failures() {
    for (How how : How.values()) {
      if (possible.hows().contains(how) || counts.failedHow[how.ordinal()] > 0) {
        failed("failed", how.word(), counts.failedHow[how.ordinal()]);
      }
    }
    counts.failedWhy.forEach((why, tally) -> failed("failed-by", why, tally.count()));
  }

  private void failed(String measure, String statistic, long count) {
    into.put(Metric.count("requests", measure, statistic, Unit.ONE), (double) count);
  }

  /** Mean and percentiles of latency, each split by where the time went; they sum to it. */
  void composition() {
    if (counts.latency.count() == 0) {
      return;
    }
    split("mean", counts.latency.meanSeconds(), counts.composition.shares());
    for (Percentile percentile : Percentile.values()) {
      split(
          percentile.word(),
          counts.latency.quantileSeconds(percentile.share()),
          counts.composition.sharesAround(percentile.share()));
    }
  }

  private void split(String measure, double seconds, double[] shares) {
    for (Part part : Part.values()) {
      double share = shares[part.ordinal()];
      if (possible.parts().contains(part) || share > 0) {
        into.put(Metric.value("latency", measure, part.word(), Unit.SECONDS), seconds * share);
      }
    }
  }
}
