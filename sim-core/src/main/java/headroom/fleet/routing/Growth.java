package headroom.fleet.routing;

import headroom.policy.routing.OwnCapacity;

/**
 * What a balancer's own machines can take just now: requests by a bucket of one second's worth, and
 * the highest rate of any minute that lies a lag back.
 */
final class Growth {

  private static final long MINUTE = 60_000_000_000L;

  private final OwnCapacity rule;
  private final double[] seen;
  private final long lagMinutes;
  private long minute;
  private double inMinute;
  private double highest;
  private double perSecond;
  private double tokens;
  private long filledAt;

  Growth(OwnCapacity rule) {
    this.rule = rule;
    this.lagMinutes = Math.max(1, (rule.lag().toNanos() + MINUTE - 1) / MINUTE);
    this.seen = new double[Math.toIntExact(lagMinutes)];
    this.perSecond = rule.perSecond(0);
    this.tokens = burst();
  }

  private double burst() {
    return Math.max(1, perSecond);
  }

  /**
   * Whether it can take one more request now.
   *
   * @param mayGrow false while nobody can change it
   */
  boolean takes(boolean mayGrow, long now) {
    while (now >= (minute + 1) * MINUTE) {
      nextMinute(mayGrow);
    }
    inMinute++;
    tokens = Math.min(burst(), tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private void nextMinute(boolean mayGrow) {
    int slot = (int) (minute % lagMinutes);
    highest = Math.max(highest, seen[slot]);
    seen[slot] = inMinute / 60;
    inMinute = 0;
    minute++;
    if (mayGrow) {
      perSecond = rule.perSecond(highest);
    }
  }
}
