package headroom.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of requests in a timeline, when there are rates instead of requests. */
final class FlowShowing {

  private final Showing showing;
  private final Window window;
  private final LatencyBins[] latencies;
  final double[] offered;
  final double[] succeeded;
  private final double[] failed;
  private String lastWhy = "";
  private double[] lastFailedBy = new double[0];

  FlowShowing(Showing showing, Window window) {
    this.showing = showing;
    this.window = window;
    this.offered = showing.counts("offered", "");
    this.succeeded = showing.counts("succeeded", "");
    this.failed = showing.counts("failed", "");
    this.latencies = new LatencyBins[offered.length];
  }

  void failed(long fromNanos, long toNanos, double count, String why) {
    add(failed, fromNanos, toNanos, count);
    if (!why.equals(lastWhy) || lastFailedBy.length == 0) {
      lastWhy = why;
      lastFailedBy = showing.counts("failed-by", why);
    }
    add(lastFailedBy, fromNanos, toNanos, count);
  }

  /** Shares an amount out over the steps it lies in. */
  void add(double[] column, long fromNanos, long toNanos, double count) {
    long step = showing.stepNanos();
    long begin = Math.max(0, fromNanos);
    long end = Math.min(window.toNanos(), toNanos);
    if (begin / step == Math.max(begin, end - 1) / step) {
      column[(int) Math.min(column.length - 1, begin / step)] += count;
      return;
    }
    for (long at = begin; at < end; at = (at / step + 1) * step) {
      long ends = Math.min(end, (at / step + 1) * step);
      column[(int) (at / step)] += count * ((double) (ends - at) / (end - begin));
    }
  }

  void took(long fromNanos, long toNanos, LatencyBins bins) {
    latencies(step(fromNanos, toNanos)).add(bins);
  }

  void took(long arrivedNanos, double seconds, double count) {
    latencies(step(arrivedNanos, arrivedNanos)).add(seconds, count);
  }

  /** The step that a stretch lies in by its middle. */
  int step(long fromNanos, long toNanos) {
    long middle = Math.max(0, Math.min(window.toNanos() - 1, (fromNanos + toNanos) / 2));
    return (int) (middle / showing.stepNanos());
  }

  private LatencyBins latencies(int step) {
    if (latencies[step] == null) {
      latencies[step] = new LatencyBins();
    }
    return latencies[step];
  }

  Timeline timeline(Showing.Downtime downtime) {
    Timeline counted = showing.timeline(downtime, Set.of());
    List<Timeline.Column> columns = new ArrayList<>(counted.columns().stream()
        .filter(column -> !column.metric().subject().equals("latency"))
        .toList());
    columns.add(latency("mean", Double.NaN));
    columns.add(latency("p50", 0.50));
    columns.add(latency("p90", 0.90));
    columns.add(latency("p99", 0.99));
    return new Timeline(counted.fromNanos(), counted.stepNanos(), columns);
  }

  private Timeline.Column latency(String name, double quantile) {
    double[] values = new double[latencies.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(latencies[i], quantile);
    }
    return new Timeline.Column(Metric.value("latency", name, "", Unit.SECONDS), values);
  }

  private static double of(@org.jspecify.annotations.Nullable LatencyBins bins, double quantile) {
    if (bins == null) {
      return Double.NaN;
    }
    return Double.isNaN(quantile) ? bins.meanSeconds() : bins.quantileSeconds(quantile);
  }
}
