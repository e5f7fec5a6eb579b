package headroom.scenarios.experiment;

import headroom.billing.Breakdown;
import headroom.billing.OpenHours;
import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The replications so far, in the order of their numbers. */
final class Collected {

  private final List<Replication> replications = new ArrayList<>();
  private final SortedMap<Metric, Metric> keys = new TreeMap<>();
  private final LatencySketch latency = new LatencySketch();
  private final List<List<SortedMap<Metric, Double>>> others = new ArrayList<>();
  private final List<Double> controls = new ArrayList<>();
  private final List<OpenHours> open = new ArrayList<>();
  private final List<List<Breakdown>> splits = new ArrayList<>();
  private Optional<Run> shown = Optional.empty();

  void add(Part part) {
    replications.add(withSharedKeys(part.replication()));
    others.add(part.others());
    part.control().ifPresent(controls::add);
    splits.add(part.splits());
    part.open().ifPresent(open::add);
    latency.merge(part.latency());
    shown = part.shown().or(() -> shown);
  }

  /** Of many replications the keys would weigh more than the figures. */
  private Replication withSharedKeys(Replication replication) {
    SortedMap<Metric, Double> figures = new TreeMap<>();
    replication
        .figures()
        .forEach((metric, value) -> figures.put(keys.computeIfAbsent(metric, key -> key), value));
    return new Replication(replication.number(), replication.seed(), figures);
  }

  int size() {
    return replications.size();
  }

  List<SortedMap<Metric, Double>> figures() {
    return replications.stream().map(Replication::figures).toList();
  }

  /** Figures of cost under the other price books, replication by replication. */
  List<List<SortedMap<Metric, Double>>> others() {
    return others;
  }

  /** What the queue of a control variate measured, replication by replication. */
  List<Double> controls() {
    return controls;
  }

  /** What could still be reserved, replication by replication, where that was asked. */
  List<OpenHours> open() {
    return open;
  }

  /** The bills, split by one question after another, replication by replication. */
  List<List<Breakdown>> splits() {
    return splits;
  }

  Optional<Run> shown() {
    return shown;
  }

  List<Replication> replications() {
    return replications;
  }

  LatencySketch latency() {
    return latency;
  }
}
