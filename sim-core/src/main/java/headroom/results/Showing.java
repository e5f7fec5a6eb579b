package headroom.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the timeline and the event log of a replication that is to be shown. */
public final class Showing {

  /** Events kept; further ones are counted only. */
  public static final int MOST_EVENTS = 50_000;

  private static final int MOST_STEPS = 720;
  private static final long MINUTE = 60_000_000_000L;

  private final long step;
  private final int steps;
  private final Map<Metric, double[]> columns = new LinkedHashMap<>();
  private final LatencySketch[] latencies;
  private final Composition[] compositions;
  private final Slowest slowest = new Slowest();
  private final List<EventLog.Entry> events = new ArrayList<>();
  private long leftOut;
  private final double[] offered;
  private final double[] succeeded;
  private final double[] failed;

  public Showing(Window window) {
    long wanted = (window.toNanos() + MOST_STEPS - 1) / MOST_STEPS;
    this.step = Math.max(MINUTE, (wanted + MINUTE - 1) / MINUTE * MINUTE);
    this.steps = Math.toIntExact((window.toNanos() + step - 1) / step);
    this.latencies = new LatencySketch[steps];
    this.compositions = new Composition[steps];
    this.offered = counts("offered", "");
    this.succeeded = counts("succeeded", "");
    this.failed = counts("failed", "");
  }

  /** Length of a step: a whole number of minutes. */
  public long stepNanos() {
    return step;
  }

  void offered(long now) {
    offered[at(now)]++;
  }

  void succeeded(long arrived, long took) {
    int index = at(arrived);
    succeeded[index]++;
    if (latencies[index] == null) {
      latencies[index] = LatencySketch.coarse();
    }
    latencies[index].record(took);
  }

  /** True when the parts of this answered request's time are wanted; to be asked once for each. */
  boolean looksInto(long arrived) {
    int index = at(arrived);
    if (compositions[index] == null) {
      compositions[index] = Composition.ofStep();
    }
    return compositions[index].isDue();
  }

  /** Takes the parts of an answered request's time. */
  void spent(long arrived, long took, long[] parts) {
    compositions[at(arrived)].add(took, parts);
  }

  /** Picks the requests that are told of one by one. */
  Slowest slowest() {
    return slowest;
  }

  void failed(long arrived, String why) {
    failed[at(arrived)]++;
    counts("failed-by", why)[at(arrived)]++;
  }

  void happened(long now, EventLog.Kind kind, String subject, String what, String why) {
    if (events.size() < MOST_EVENTS) {
      events.add(new EventLog.Entry(now, kind, subject, what, why));
    } else {
      leftOut++;
    }
  }

  /** Sets the value that stands for the step which ends now, or in which now lies. */
  public void gauge(long now, Metric metric, double value) {
    columns.computeIfAbsent(metric, m -> empty())[at(Math.max(0, now - 1))] = value;
  }

  private double[] empty() {
    double[] values = new double[steps];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  double[] counts(String measure, String statistic) {
    Metric metric = Metric.count("requests", measure, statistic, Unit.ONE);
    return columns.computeIfAbsent(metric, m -> new double[steps]);
  }

  private int at(long nanos) {
    return Math.min(steps - 1, (int) (nanos / step));
  }

  EventLog events() {
    return new EventLog(events, leftOut);
  }

  /** Seconds of bad minutes by cause, between two moments. */
  interface Downtime {
    SortedMap<String, Double> between(long from, long to);
  }

  Timeline timeline(Downtime downtime, Set<Part> parts) {
    latency("mean", Double.NaN);
    latency("p50", 0.50);
    latency("p90", 0.90);
    latency("p99", 0.99);
    List<Part> ordered = List.of(Part.values()).stream().filter(parts::contains).toList();
    composition("mean", Double.NaN, ordered);
    composition("p99", 0.99, ordered);
    downtime(downtime);
    List<Timeline.Column> all = new ArrayList<>();
    columns.forEach((metric, values) -> all.add(new Timeline.Column(metric, values)));
    return new Timeline(0, step, all);
  }

  private void latency(String name, double quantile) {
    double[] values = empty();
    for (int i = 0; i < steps; i++) {
      if (latencies[i] != null) {
        values[i] = latencySeconds(i, quantile);
      }
    }
    columns.put(Metric.value("latency", name, "", Unit.SECONDS), values);
  }

  private double latencySeconds(int step, double quantile) {
    return Double.isNaN(quantile)
        ? latencies[step].meanSeconds()
        : latencies[step].quantileSeconds(quantile);
  }

  /** A latency of each step, split by where the time of the requests around it went. */
  private void composition(String name, double quantile, List<Part> parts) {
    double[][] values = new double[parts.size()][];
    Arrays.setAll(values, part -> empty());
    for (int i = 0; i < steps; i++) {
      if (compositions[i] != null) {
        double[] shares = Double.isNaN(quantile)
            ? compositions[i].shares()
            : compositions[i].sharesAround(quantile);
        double whole = latencySeconds(i, quantile);
        for (int part = 0; part < values.length; part++) {
          values[part][i] = whole * shares[parts.get(part).ordinal()];
        }
      }
    }
    for (int part = 0; part < values.length; part++) {
      String word = parts.get(part).word();
      columns.put(Metric.value("latency", name, word, Unit.SECONDS), values[part]);
    }
  }

  private void downtime(Downtime downtime) {
    List<SortedMap<String, Double>> bySteps = new ArrayList<>();
    SortedSet<String> causes = new TreeSet<>();
    for (int i = 0; i < steps; i++) {
      bySteps.add(downtime.between(i * step, (i + 1) * step));
      causes.addAll(bySteps.get(i).keySet());
    }
    for (String why : causes) {
      double[] values = new double[steps];
      for (int i = 0; i < steps; i++) {
        values[i] = bySteps.get(i).getOrDefault(why, 0.0);
      }
      columns.put(Metric.count("downtime", why, "", Unit.SECONDS), values);
    }
  }
}
