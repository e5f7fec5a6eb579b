package headroom.results;

import headroom.results.MetastableEpisode.Effect;
import headroom.results.MetastableRule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the times when a fleet stays down though its trigger is over: nothing named acts on it, no
 * group has more load for its capacity than it once served well, and still less than 90 % of what a
 * workload offers is answered, for longer than recovery takes, while the fleet is busy with work
 * that is sent again, that nobody waits for, or that a warm cache would spare.
 */
final class MetastableWatch {

  /** Episodes kept; further ones are counted only. */
  static final int MOST_EPISODES = 1_000;

  /** A trigger that was none: the load was greater than ever served well. */
  static final String LOAD = "load";

  /** No trigger was seen. */
  static final String NONE = "none";

  private static final double DOWN = 0.9;
  private static final double WELL = 0.95;
  private static final double TOLERANCE = 1.05;
  private static final double AMPLIFIED = 1.2;
  private static final double WASTED = 0.1;

  private final MetastableRule rule;
  private final LoadWindow window = new LoadWindow();
  private final SortedMap<String, Double> mostServed = new TreeMap<>();
  private final List<MetastableEpisode> episodes = new ArrayList<>();
  private double usualHits;
  private String struckBy = "";
  private String trigger = NONE;
  private long readAt = Long.MIN_VALUE;
  private boolean wasDisturbed;
  private long disturbedUntil = Long.MIN_VALUE;
  private long namedUntil = Long.MIN_VALUE;
  private long downSince = Long.MAX_VALUE;
  private Optional<MetastableEpisode> open = Optional.empty();
  private long count;
  private long nanos;

  MetastableWatch(MetastableRule rule) {
    this.rule = rule;
  }

  /** A failure happened at a moment that nobody knew beforehand. */
  void struck(String failure) {
    struckBy = failure;
  }

  /** Reads the fleet; at moments that are at most a minute apart where requests are simulated. */
  void observe(LoadReading reading, Recorder log) {
    long now = reading.atNanos();
    window.add(reading);
    boolean named = isStruck(now) | acts(readAt, now);
    readAt = now;
    if (window.isFull()) {
      judge(named, now, log);
    }
  }

  private boolean isStruck(long now) {
    if (struckBy.isEmpty()) {
      return false;
    }
    String name = struckBy;
    struckBy = "";
    return struckBy(name, now);
  }

  /** True when a failure that is known beforehand acts within a stretch of time. */
  private boolean acts(long after, long until) {
    boolean any = false;
    for (Trigger known : rule.triggers()) {
      if (known.fromNanos() <= until && known.toNanos() > after) {
        any = struckBy(known.name(), Math.min(until, known.toNanos()));
      }
    }
    return any;
  }

  private void judge(boolean named, long now, Recorder log) {
    boolean down = worst() < DOWN;
    if (worst() >= WELL && window.first().atNanos() >= namedUntil) {
      remember();
    }
    if (!named && isTooMuch()) {
      disturbed(wasDisturbed ? trigger : overloadedBy(), now);
    } else {
      wasDisturbed = named;
    }
    downSince = down ? Math.min(downSince, now) : Long.MAX_VALUE;
    if (wasDisturbed) {
      close(now, "is disturbed again", trigger, log);
    } else if (down) {
      mayBeStuck(now, log);
    } else {
      close(window.first().atNanos(), "answers again what is offered", "", log);
    }
  }

  private void disturbed(String name, long until) {
    trigger = name;
    wasDisturbed = true;
    disturbedUntil = Math.max(disturbedUntil, until);
  }

  private boolean struckBy(String name, long until) {
    disturbed(name, until);
    namedUntil = Math.max(namedUntil, until);
    return true;
  }

  /** The smallest share of a workload's requests that was answered; 1 when too few arrived. */
  private double worst() {
    double worst = 1;
    for (int i = 0; i < window.workloads(); i++) {
      worst = window.tells(i) ? Math.min(worst, window.answered(i)) : worst;
    }
    return worst;
  }

  /** More load for the capacity there was than was ever served well, beyond what chance explains. */
  private boolean isTooMuch() {
    for (int i = 0; i < window.workloads(); i++) {
      for (String group : groupsOf(i)) {
        double usual = mostServed.getOrDefault(key(i, group), 0.0)
            * window.leastCapacity(group)
            * window.seconds();
        if (exceeds(window.offered(i), usual)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean exceeds(long offered, double usual) {
    return offered > TOLERANCE * usual + 3 * Math.sqrt(usual);
  }

  private String overloadedBy() {
    for (int i = 0; i < window.workloads(); i++) {
      double most = mostServed.getOrDefault(window.workload(i), 0.0) * window.seconds();
      if (exceeds(window.offered(i), most)) {
        return LOAD;
      }
    }
    return Why.CAPACITY;
  }

  private List<String> groupsOf(int workload) {
    return rule.groupsOf().getOrDefault(window.workload(workload), List.of());
  }

  private String key(int workload, String group) {
    return window.workload(workload) + " at " + group;
  }

  /** Notes what was served well: requests per second, and those for each of a group's capacity. */
  private void remember() {
    for (int i = 0; i < window.workloads(); i++) {
      double perSecond = window.offered(i) / window.seconds();
      mostServed.merge(window.workload(i), perSecond, Math::max);
      for (String group : groupsOf(i)) {
        double capacity = window.mostCapacity(group);
        if (capacity > 0) {
          mostServed.merge(key(i, group), perSecond / capacity, Math::max);
        }
      }
    }
    usualHits = Math.max(usualHits, window.hits());
  }

  private void mayBeStuck(long now, Recorder log) {
    if (open.isPresent()) {
      return;
    }
    boolean caused =
        disturbedUntil != Long.MIN_VALUE && downSince <= disturbedUntil + rule.settleNanos();
    long since = caused ? Math.max(disturbedUntil, downSince - LoadWindow.LENGTH) : downSince;
    if (window.first().atNanos() < since + rule.settleNanos()) {
      return;
    }
    String cause = caused ? trigger : NONE;
    effect().ifPresent(effect -> open(since, now, cause, effect, log));
  }

  /** What keeps the fleet busy. A cold cache comes first, since retries and waste go with it. */
  private Optional<Effect> effect() {
    if (window.hits() < DOWN * usualHits) {
      return Optional.of(Effect.COLD_CACHE);
    }
    if (window.amplification() >= AMPLIFIED) {
      return Optional.of(Effect.RETRIES);
    }
    return window.abandoned() >= WASTED ? Optional.of(Effect.ABANDONED_WORK) : Optional.empty();
  }

  private void open(long since, long now, String cause, Effect effect, Recorder log) {
    open = Optional.of(new MetastableEpisode(since, now, cause, effect));
    count++;
    log.happened(
        now,
        EventLog.Kind.METASTABLE,
        "workloads",
        "stays down without its trigger, for "
            + (now - since) / 1_000_000_000L
            + " s so far: "
            + Math.round(100 * worst())
            + " % answered, kept there by "
            + effect.word(),
        cause);
  }

  private void close(long end, String what, String why, Recorder log) {
    if (open.isPresent()) {
      keep(open.get(), end);
      open = Optional.empty();
      log.happened(readAt, EventLog.Kind.RECOVERY, "workloads", what, why);
    }
  }

  private void keep(MetastableEpisode e, long end) {
    nanos += end - e.fromNanos();
    if (episodes.size() < MOST_EPISODES) {
      episodes.add(new MetastableEpisode(e.fromNanos(), end, e.trigger(), e.effect()));
    }
  }

  /** Ends what is still going on with the run. */
  void finish(long endNanos) {
    open.ifPresent(episode -> keep(episode, endNanos));
    open = Optional.empty();
  }

  List<MetastableEpisode> episodes() {
    return List.copyOf(episodes);
  }

  /** Writes how often and how long; nothing when the fleet was never looked at. */
  void report(SortedMap<Metric, Double> into) {
    if (readAt == Long.MIN_VALUE) {
      return;
    }
    into.put(Metric.count("metastable", "episodes", "", Unit.ONE), (double) count);
    into.put(Metric.count("metastable", "seconds", "", Unit.SECONDS), nanos / 1e9);
  }

  /** The groups whose capacity is wanted. */
  List<String> groups() {
    return rule.groupsOf().values().stream().flatMap(List::stream).distinct().toList();
  }
}
