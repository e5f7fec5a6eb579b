package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.policy.limit.RateLimit;

/**
 * The token buckets of all callers as one amount each, and what chance turns away besides.
 *
 * <p>A bucket that fills at r and holds b is a queue M/D/1 of rate r with b places in all: what is
 * missing from it is the work there, so Poisson arrivals find it empty with the probability that
 * such a queue refuses. For few places that is the chain at departures (Tijms 2003, §9.2), for many
 * his (1 - ρ)Π/(1 - ρΠ) with the exponential tail Π of the unlimited queue. Before gaps of another
 * squared cv than 1 the tokens beyond the first count for 1 / cv² each (ours, by the scale of a
 * diffusion; held against requests).
 */
final class FlowRateLimit {

  private static final int FEW = 50;
  private static final double HOPELESS = 20;
  private static final double EVEN = 1e-3;

  private final RateLimit rule;
  private double tokens;
  private double knownLoad = -1;
  private double knownPlaces;
  private double knownShare;

  FlowRateLimit(RateLimit rule) {
    this.rule = rule;
    this.tokens = rule.burst();
  }

  /**
   * The share turned away of so many a second that come to each caller through a step.
   *
   * @param ca2 squared coefficient of variation of the gaps between them
   */
  double turnsAway(double perSecond, double ca2, double seconds) {
    if (perSecond <= 0) {
      return 0;
    }
    double load = perSecond / rule.perSecond();
    double lasts = load < 1 ? 0 : tokens / -drift(perSecond);
    return Math.max(0, 1 - lasts / seconds) * byChance(load, places(ca2));
  }

  /** What a bucket gains a second; at a load of just 1 it is emptied by chance, after b²/r. */
  private double drift(double perSecond) {
    double rate = rule.perSecond();
    return rate - perSecond - (perSecond >= rate ? rate / rule.burst() : 0);
  }

  private double places(double ca2) {
    return ca2 == 1 ? rule.burst() : 1 + (rule.burst() - 1) / Math.max(ca2, EVEN);
  }

  private double byChance(double load, double places) {
    if (load != knownLoad || places != knownPlaces) {
      knownLoad = load;
      knownPlaces = places;
      knownShare = refused(load, places);
    }
    return knownShare;
  }

  /** A step is over in which so many a second came to each caller. */
  void settle(double perSecond, double seconds) {
    double left = tokens + drift(perSecond) * seconds;
    tokens = Math.max(0, Math.min(rule.burst(), left));
  }

  /** The share that M/D/1 with so many places in all refuses. */
  static double refused(double load, double places) {
    if (places > FEW) {
      double tail = Elementary.exp(-places * decay(load));
      return load >= 1
          ? Math.max(1 - 1 / load, 1 / (1 + 2 * places))
          : (1 - load) * tail / (1 - load * tail);
    }
    int low = (int) places;
    double share = exact(load, low);
    // Between two whole numbers of tokens the odds are drawn straight.
    return share + (places - low) * (exact(load, low + 1) - share);
  }

  /** θ > 0 with load (exp(θ) - 1) = θ. */
  private static double decay(double load) {
    double theta = 2 * (1 - load) / load;
    for (int i = 0; i < 30; i++) {
      double power = Elementary.exp(theta);
      theta -= (load * (power - 1) - theta) / (load * power - 1);
    }
    return Math.max(0, theta);
  }

  /** By the numbers left behind at departures: up and down over each level as often. */
  private static double exact(double load, int places) {
    if (load > HOPELESS) {
      return 1 - 1 / load;
    }
    double[] above = new double[places + 1];
    double term = Elementary.exp(-load);
    double none = term;
    double left = 1;
    for (int k = 0; k <= places; k++) {
      left -= term;
      above[k] = Math.max(0, left);
      term *= load / (k + 1);
    }
    double[] behind = new double[places];
    behind[0] = 1;
    double sum = 1;
    for (int j = 0; j + 1 < places; j++) {
      double up = behind[0] * above[j];
      for (int i = 1; i <= j; i++) {
        up += behind[i] * above[j + 1 - i];
      }
      behind[j + 1] = up / none;
      sum += behind[j + 1];
    }
    return 1 - 1 / (behind[0] / sum + load);
  }
}
