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
}
