package headroom.fleet.flow;

import headroom.math.Elementary;

/**
 * The share that is refused where arrivals clump and few may wait: renewal arrivals with gamma gaps,
 * as {@code workload.Gamma} and every n-th of them have, at m servers with exponential services.
 *
 * <p>Without waiting places it is Palm's and Takács' exact 1/B = Σ C(m,k) Π (1 - φ(jμ))/φ(jμ), the
 * product over j = 1…k, with φ the transform of the gaps (Takács, "Introduction to the Theory of
 * Queues", 1962, ch. 4). With waiting places an arrival finds n ≥ m as the embedded chain of GI/M/m/m+K
 * has it, solved from the fullest state down: while all are busy so many end in a gap with a negative
 * binomial probability. That fewer than m are found has the odds to m - 1 of no waiting places, which
 * is exact for Poisson arrivals.
 */
final class Peaked {

  private static final int MOST_SERVERS = 2_000;
  private static final double MOST_PLACES = 200;

  private final double shape;
  private final double scale;

  /** Gaps of a squared coefficient of variation, in mean services of one of m servers at a load. */
  private Peaked(int servers, double load, double ca2) {
    this.shape = 1 / ca2;
    this.scale = ca2 / (servers * load);
  }

  /** True when arrivals clump so that they must be looked at, and can be. */
  static boolean fits(int servers, double places, double ca2) {
    return ca2 > 1 && servers <= MOST_SERVERS && places <= MOST_PLACES;
  }

  /**
   * The refused share of all that come.
   *
   * @param servers m
   * @param places waiting places
   * @param load the load of a server, above 0
   * @param ca2 squared coefficient of variation of the gaps, above 0
   */
  static double refused(int servers, double places, double load, double ca2) {
    return new Peaked(servers, load, ca2).refused(servers, (int) places);
  }

  private double refused(int servers, int places) {
    double blocked = loss(servers);
    double none = transform(servers);
    // Found fewer than m, over found m - 1.
    double below =
        blocked == 0 ? Double.POSITIVE_INFINITY : (1 - blocked) / blocked * none / (1 - none);
    double[] ends = ends(servers, places + 1);
    double[] found = new double[places + 2];
    found[0] = 1;
    double sum = 1;
    for (int n = 1; n <= places + 1; n++) {
      // Balance of the state n - 1 below the fullest.
      double from = found[n - 1] - ends[n - 1] * found[0];
      for (int i = 1; i < n; i++) {
        from -= ends[n - i] * found[i];
      }
      found[n] = Math.max(0, from) / none;
      sum += n <= places ? found[n] : 0;
      if (sum > 1e200) {
        return 0;
      }
    }
    return 1 / (sum + below * found[places + 1]);
  }

  /** The probability that so many of a full house end in a gap. */
  private double[] ends(int servers, int most) {
    double[] ends = new double[most + 1];
    double success = scale * servers / (1 + scale * servers);
    ends[0] = transform(servers);
    for (int k = 1; k <= most; k++) {
      ends[k] = ends[k - 1] * success * (shape + k - 1) / k;
    }
    return ends;
  }

  private double transform(double rate) {
    return Elementary.pow(1 + scale * rate, -shape);
  }

  private double loss(int servers) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k <= servers; k++) {
      double arrives = transform(k);
      term *= (servers - k + 1.0) / k * (1 - arrives) / arrives;
      sum += term;
      if (sum > 1e300) {
        return 0;
      }
    }
    return 1 / sum;
  }
}
