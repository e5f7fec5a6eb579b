package headroom.results;

import headroom.results.MetastableEpisode.Effect;
import headroom.results.MetastableRule.Trigger;
import headroom.results.MetastableRule.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the times when a workload stays down though the trigger is over: nothing named acts on the
 * groups it reaches, none of them has more load for its capacity than was once served well, and
 * still less than 90 % of what is offered is answered, for longer than recovery takes, while the
 * fleet is busy with what is sent again, what nobody waits for, or what a warm cache would spare.
 */
final class MetastableWatch {

  /** A trigger that was none: the load was greater than ever served well. */
  static final String LOAD = "load";

  /** No trigger was seen. */
  static final String NONE = "none";

  private static final double DOWN = 0.9;
  private static final double WELL = 0.95;
  private static final double AMPLIFIED = 1.2;
  private static final double WASTED = 0.1;

  private final Watched watched;
  private final List<Trigger> triggers;
  private final List<ServedLoad> sharing = new ArrayList<>();
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

  MetastableWatch(MetastableRule rule, Watched watched) {
    this.watched = watched;
    this.triggers =
        rule.triggers().stream().filter(t -> t.actsOn(watched.groups())).toList();
    for (Watched other : rule.watched()) {
      List<String> shared = other.shared(watched);
      if (!shared.isEmpty()) {
        sharing.add(new ServedLoad(other.workload(), shared));
      }
    }
  }

  /** A failure happened to something at a moment that nobody knew beforehand. */
  void struck(String subject, String failure) {
    boolean elsewhere = subject.startsWith("groups.")
        && watched.groups().stream().noneMatch(group -> isOf(subject, group));
    // What is known beforehand is not news.
    if (!elsewhere && triggers.stream().noneMatch(t -> t.name().equals(failure))) {
      struckBy = failure;
    }
  }

  private static boolean isOf(String subject, String group) {
    return subject.equals("groups." + group) || subject.startsWith("groups." + group + ".");
  }

  /** Looks at the window's new end. */
  void observe(LoadWindow window, Recorder log) {
    long now = window.last().atNanos();
    boolean struck = isStruck(now);
    boolean named = acts(readAt, now) || struck;
    readAt = now;
    if (window.isFull()) {
      judge(window, named, now, log);
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
    for (Trigger known : triggers) {
      if (known.fromNanos() <= until && known.toNanos() > after) {
        any = struckBy(known.name(), Math.min(until, known.toNanos()));
      }
    }
    return any;
  }

  private void judge(LoadWindow window, boolean named, long now, Recorder log) {
    boolean down = window.answered(watched.workload()) < DOWN;
    if (isServedWell(window)) {
      remember(window);
    }
    if (!named && isTooMuch(window)) {
      disturbed(wasDisturbed ? trigger : overloadedBy(window), now);
    } else {
      wasDisturbed = named;
    }
    downSince = down ? Math.min(downSince, now) : Long.MAX_VALUE;
    if (wasDisturbed) {
      close(now, "is disturbed again", trigger, log);
    } else if (down) {
      mayBeStuck(window, log);
    } else {
      close(window.first().atNanos(), "is answered again", "", log);
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

  /** All that send to the same groups are answered, and no failure acted meanwhile. */
  private boolean isServedWell(LoadWindow window) {
    if (window.first().atNanos() < namedUntil) {
      return false;
    }
    for (ServedLoad other : sharing) {
      if (window.answered(other.workload()) < WELL) {
        return false;
      }
    }
    return true;
  }

  /** More load for the capacity there was than was ever served well, beyond what chance explains. */
  private boolean isTooMuch(LoadWindow window) {
    for (ServedLoad other : sharing) {
      if (other.isExceeded(window)) {
        return true;
      }
    }
    return false;
  }

  private String overloadedBy(LoadWindow window) {
    return sharing.stream().anyMatch(other -> other.isHigher(window)) ? LOAD : Why.CAPACITY;
  }

  /** Notes what was served well. */
  private void remember(LoadWindow window) {
    for (ServedLoad other : sharing) {
      other.remember(window);
    }
    usualHits = Math.max(usualHits, window.hits());
  }

  private void mayBeStuck(LoadWindow window, Recorder log) {
    if (open.isPresent()) {
      return;
    }
    boolean caused =
        disturbedUntil != Long.MIN_VALUE && downSince <= disturbedUntil + watched.settleNanos();
    long since = caused ? Math.max(disturbedUntil, downSince - LoadWindow.LENGTH) : downSince;
    if (window.first().atNanos() >= since + watched.settleNanos()
        && window.answeredLately(watched.workload()) < DOWN) {
      String cause = caused ? trigger : NONE;
      effect(window).ifPresent(effect -> open(window, since, cause, effect, log));
    }
  }

  /** What keeps the fleet busy. A cold cache comes first, since retries and waste go with it. */
  private Optional<Effect> effect(LoadWindow window) {
    if (window.hits() < DOWN * usualHits) {
      return Optional.of(Effect.COLD_CACHE);
    }
    if (window.amplification(watched.workload()) >= AMPLIFIED) {
      return Optional.of(Effect.RETRIES);
    }
    return window.abandoned() >= WASTED ? Optional.of(Effect.ABANDONED_WORK) : Optional.empty();
  }

  private void open(LoadWindow window, long since, String cause, Effect effect, Recorder log) {
    open = Optional.of(new MetastableEpisode(watched.workload(), since, readAt, cause, effect));
    count++;
    log.happened(
        readAt,
        EventLog.Kind.METASTABLE,
        "workloads." + watched.workload(),
        "stays down without its trigger, for "
            + (readAt - since) / 1_000_000_000L
            + " s so far: "
            + Math.round(100 * window.answered(watched.workload()))
            + " % answered, kept there by "
            + effect.word(),
        cause);
  }

  private void close(long end, String what, String why, Recorder log) {
    if (open.isPresent()) {
      keep(open.get(), end);
      open = Optional.empty();
      String subject = "workloads." + watched.workload();
      log.happened(readAt, EventLog.Kind.RECOVERY, subject, what, why);
    }
  }

  private void keep(MetastableEpisode e, long end) {
    nanos += end - e.fromNanos();
    if (episodes.size() < Metastability.MOST_EPISODES) {
      episodes.add(
          new MetastableEpisode(e.workload(), e.fromNanos(), end, e.trigger(), e.effect()));
    }
  }

  /** Ends what is still going on with the run. */
  void finish(long endNanos) {
    open.ifPresent(episode -> keep(episode, endNanos));
    open = Optional.empty();
  }

  List<MetastableEpisode> episodes() {
    return episodes;
  }

  /** Episodes so far. */
  long count() {
    return count;
  }

  /** Their length, but for one that is still going on. */
  long nanos() {
    return nanos;
  }
}
