package headroom.math;

/** Erlang's formulas of queues with Poisson arrivals (A. K. Erlang 1917). */
public final class Erlangs {

  private Erlangs() {}

  /**
   * Probability to wait in M/M/m (his C).
   *
   * @param load the load of one server, above 0 and below 1
   */
  public static double c(int servers, double load) {
    double blocked = b(servers, servers * load);
    return blocked / (1 - load * (1 - blocked));
  }

  /**
   * Probability to be turned away by m servers without a queue (his B): 1/B is the sum of
   * m(m-1).../a^k, of which all terms that count are taken, the largest first.
   */
  public static double b(int servers, double offered) {
    double term = 1;
    double sum = 1;
    for (int k = 0; k < servers; k++) {
      term *= (servers - k) / offered;
      sum += term;
      if (term < 1e-17 * sum || sum > 1e30) {
        break;
      }
    }
    return 1 / sum;
  }

  /**
   * The same where gaps are gamma distributed: GI/M/m/m, whose chance to find all busy is Palm's
   * (1943; Takács, "Introduction to the Theory of Queues", 1962, ch. 4).
   *
   * @param ca2 squared coefficient of variation of the gaps, 0 or more; 1 is {@link #b}
   */
  public static double b(int servers, double offered, double ca2) {
    if (ca2 == 1) {
      return b(servers, offered);
    }
    double term = 1;
    double sum = 1;
    for (int k = 1; k <= servers; k++) {
      double during = k / offered;
      double passes =
          ca2 > 0 ? Elementary.pow(1 + during * ca2, -1 / ca2) : Elementary.exp(-during);
      term *= (servers - k + 1.0) / k * (1 - passes) / passes;
      sum += term;
      if (term < 1e-17 * sum || sum > 1e30) {
        break;
      }
    }
    return 1 / sum;
  }
}
