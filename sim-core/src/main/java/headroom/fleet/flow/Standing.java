package headroom.fleet.flow;

/** Where a station stands among its laws: which one holds, and between which of its levels. */
final class Standing {

  private BalanceLaw law;
  private double load;
  private int level;
  private double fraction;
  private double unit = 1;

  Standing(BalanceLaw law) {
    this.law = law;
  }

  BalanceLaw law() {
    return law;
  }

  void holds(BalanceLaw now) {
    law = now;
  }

  /** Another law, whose times are in units of so many seconds. */
  void holds(BalanceLaw now, double unitSeconds) {
    law = now;
    unit = unitSeconds;
  }

  double load() {
    return load;
  }

  void setLoad(double value) {
    load = value;
    level = Math.min(BalanceLaw.below(value), BalanceLaw.LEVELS - 2);
    fraction = BalanceLaw.part(value, level);
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

  /** Of those taken, the share that is left out and never served. */
  double droppedShare() {
    return law.leavesOut() ? law.droppedAt(load) : 0;
  }

  /** Of those refused, the share that a limit keeps out. */
  double shedShare() {
    return law.leavesOut() ? law.shedAt(load) : 0;
  }

  /** After how many seconds those are left out. */
  double dropSeconds() {
    return law.leavesOut() ? law.dropSeconds(load) : 0;
  }

  /** Requests waiting in balance, before each of the law's queues. */
  double queue() {
    return law.queueAt(load);
  }

  double waitSeconds() {
    return unit * between(law.waitSeconds(level), law.waitSeconds(level + 1));
  }

  /** The share of a line's requests that finds no place. */
  double refusedShare(int line) {
    return law instanceof ShedLaw shed ? shed.refusedAt(load, line) : refusedShare();
  }

  /** Of those who come, the share that finds no place where lines are turned away before. */
  double fullShare() {
    return law instanceof ShedLaw shed ? shed.fullAt(load) : 0;
  }

  /** The share of those of a line that wait, of those taken. */
  double waitShare(int line) {
    return law instanceof ShedLaw shed ? shed.waitShareAt(load, line) : waitShare();
  }

  /** The same at another load. */
  double waitSecondsAt(double otherLoad) {
    int other = Math.min(BalanceLaw.below(otherLoad), BalanceLaw.LEVELS - 2);
    double part = BalanceLaw.part(otherLoad, other);
    return unit * ((1 - part) * law.waitSeconds(other) + part * law.waitSeconds(other + 1));
  }

  /** Mean seconds for which a worker is kept beyond the work itself. */
  double besidesSeconds() {
    return between(law.besidesSeconds(level), law.besidesSeconds(level + 1));
  }

  /**
   * Mean seconds of those who wait, times the share of the workers that is free, of those who bring a
   * part of all work and see nothing of the others but what is left of a service.
   */
  double clearSeconds(double part) {
    return unit * between(law.clearSeconds(level, part), law.clearSeconds(level + 1, part));
  }

  /** The share of those taken that wait. */
  double waitShare() {
    return between(law.waitShare(level), law.waitShare(level + 1));
  }

  /** The probability that somebody waits: that all servers are busy, and that one more is there. */
  double waitingShare() {
    return waitShare() * factor();
  }

  /** Of those who find all busy and so many waiting or more, the share with one more waiting. */
  double factor() {
    return Math.min(1, between(law.factor(level), law.factor(level + 1)));
  }

  /** The share of those taken that take longer than their work, for whatever reason. */
  double delayedShare() {
    return besidesSeconds() > 0 ? 1 : waitShare();
  }

  /** By how many seconds on average, if they are a share of those taken. */
  double secondsOfThoseWho(double share) {
    return share > 0 ? Math.max(0, (waitSeconds() + besidesSeconds()) / share) : 0;
  }

  /** How long those wait who wait, for a mean in seconds. */
  Times waits(double mean) {
    return law.waits(level == 0 ? 1 : level).times(mean);
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
