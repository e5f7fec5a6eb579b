package headroom.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** Watches every workload of a run for times when it stays down though the trigger is over. */
final class Metastability {

  /** Episodes told; further ones are counted only. */
  static final int MOST_EPISODES = 1_000;

  private final LoadWindow window = new LoadWindow();
  private final List<MetastableWatch> watches = new ArrayList<>();
  private final List<String> groups;
  private boolean looked;

  Metastability(MetastableRule rule) {
    this.groups =
        rule.watched().stream().flatMap(w -> w.groups().stream()).distinct().toList();
    rule.watched().forEach(one -> watches.add(new MetastableWatch(rule, one)));
  }

  /** The groups whose capacity is wanted. */
  List<String> groups() {
    return groups;
  }

  /** A failure happened at a moment that nobody knew beforehand. */
  void struck(String subject, String failure) {
    watches.forEach(watch -> watch.struck(subject, failure));
  }

  /** Reads the fleet; at moments that are at most a minute apart where requests are simulated. */
  void observe(LoadReading reading, Recorder log) {
    looked = true;
    window.add(reading);
    watches.forEach(watch -> watch.observe(window, log));
  }

  /** Ends what is still going on with the run. */
  void finish(long endNanos) {
    watches.forEach(watch -> watch.finish(endNanos));
  }

  /** What was found, by time. */
  List<MetastableEpisode> episodes() {
    return watches.stream()
        .flatMap(watch -> watch.episodes().stream())
        .sorted(Comparator.comparingLong(MetastableEpisode::fromNanos))
        .limit(MOST_EPISODES)
        .toList();
  }

  /** Writes how often and how long; nothing when the fleet was never looked at. */
  void report(SortedMap<Metric, Double> into) {
    if (looked) {
      long count = watches.stream().mapToLong(MetastableWatch::count).sum();
      long nanos = watches.stream().mapToLong(MetastableWatch::nanos).sum();
      into.put(Metric.count("metastable", "episodes", "", Unit.ONE), (double) count);
      into.put(Metric.count("metastable", "seconds", "", Unit.SECONDS), nanos / 1e9);
    }
  }
}
