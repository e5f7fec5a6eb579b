package headroom.fleet.flow;

import headroom.workload.Cache;

/**
 * A cache in front of a call, as the share of its entries that are there: what a call brings stays
 * for its time to live, or until it is lost. The rule is {@code headroom.workload.Cache}'s.
 */
final class FlowCache {

  // It is looked at this often while it fills.
  private static final double LITTLE = 0.02;

  private final Cache rule;
  private final double ttl;
  private final RetryLine expiring = new RetryLine();
  private double there;
  private double before;
  private double lookups;
  private double hits;
  private double perSecond;
  private double passed;

  FlowCache(Cache rule) {
    this.rule = rule;
    this.ttl = rule.ttl().map(t -> t.toNanos() / 1e9).orElse(Double.POSITIVE_INFINITY);
    if (!rule.startsCold()) {
      // One that has long been in use: its entries are of every age.
      there = 1;
      before = 1;
      if (ttl < Double.POSITIVE_INFINITY) {
        expiring.add(0, ttl, 1, 0);
      }
    }
  }

  /** The share of lookups that find their answer. */
  double hitShare() {
    return rule.hitRatio() * there;
  }

  /** The share of the lookups that miss, and whose answer can be kept. */
  private double missing() {
    return rule.hitRatio() * (1 - there);
  }

  /**
   * Lets a step pass.
   *
   * @param asked lookups in it
   * @param answered of the calls that follow a miss, the share that is answered
   */
  void pass(double begin, double seconds, double asked, double answered) {
    before = there;
    passed = seconds;
    lookups += asked;
    hits += asked * hitShare();
    double gone = 0;
    if (ttl < Double.POSITIVE_INFINITY) {
      expiring.take(begin + seconds);
      gone = expiring.due();
    }
    // Implicit in time: what comes goes by what is still missing at the step's end.
    double brings = asked * rule.hitRatio() * answered / rule.entries();
    double left = Math.max(0, there - gone);
    double full = (left + brings) / (1 + brings);
    if (full > left && ttl < Double.POSITIVE_INFINITY) {
      expiring.add(begin + ttl, begin + seconds + ttl, full - left, 0);
    }
    there = full;
    perSecond = seconds > 0 ? brings / seconds : 0;
  }

  /** Loses a share of its entries, of every age alike. */
  void lose(double share) {
    there *= 1 - share;
    passed = 0;
    expiring.scale(1 - share);
  }

  /** Share of the entries that are there. */
  double warmth() {
    return there;
  }

  /** True while it fills or empties by so much that a step so long would not see it. */
  boolean isMoving(double seconds) {
    double change = Math.abs(there - before);
    // As fast as in the last step, however short that was.
    double coming = passed > 0 ? change * Math.max(1, seconds / passed) : change;
    return coming > LITTLE * Math.max(missing(), LITTLE);
  }

  /** How long it takes to fill, in seconds. */
  double fillSeconds() {
    return perSecond > 0 ? 1 / perSecond : Double.POSITIVE_INFINITY;
  }

  double lookups() {
    return lookups;
  }

  double hits() {
    return hits;
  }
}
