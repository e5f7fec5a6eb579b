package headroom.fleet.flow;

/** Where a station stands among its laws: which one holds, and between which of its levels. */
final class Standing {

  private QueueLaw law;
  private double load;
  private int level;
  private double fraction;

  Standing(QueueLaw law) {
    this.law = law;
  }

  QueueLaw law() {
    return law;
  }

  void holds(QueueLaw now) {
    law = now;
  }

  double load() {
    return load;
  }

  void setLoad(double value) {
    load = value;
    level = Math.min(QueueLaw.below(value), QueueLaw.LEVELS - 2);
    fraction = QueueLaw.part(value, level);
  }

  int level() {
    return level;
  }

  /** How far the load lies from the level toward the next. */
  double part01() {
    return fraction;
  }

  double refusedShare() {
    return law.refusedAt(load);
  }

  /** Requests waiting in balance, before each of the law's queues. */
  double queue() {
    return law.queueAt(load);
  }

  double waitSeconds() {
    return between(law.waitSeconds(level), law.waitSeconds(level + 1));
  }

  /** Mean seconds of those who are taken and answered before a limit. */
  double meanSeconds(double limit) {
    double mean =
        between(law.profile(level).meanSeconds(), law.profile(level + 1).meanSeconds());
    return Math.min(mean, limit);
  }

  /** The share of those taken that is answered within a time. */
  double within(double limit) {
    return between(law.profile(level).within(limit), law.profile(level + 1).within(limit));
  }

  private double between(double here, double next) {
    return (1 - fraction) * here + fraction * next;
  }
}
