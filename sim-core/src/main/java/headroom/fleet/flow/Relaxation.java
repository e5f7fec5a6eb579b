package headroom.fleet.flow;

/**
 * Where a station that keeps up gets to in a step: its number waiting X relaxes toward the balance of
 * its load, dX/dt = arrivals taken - served(X), implicit in time.
 */
final class Relaxation {

  private static final double LEAST_HIGH = 10;
  private static final double SETTLED = 1e-4;

  private Relaxation() {}

  /**
   * The load whose balance a queue is nearest to at the step's end.
   *
   * @param waiting how many wait before it at the step's beginning
   * @param served how many it can serve in the step
   * @param offered the load that comes
   */
  static double load(BalanceLaw law, double waiting, double served, double offered) {
    if (Math.abs(law.queueAt(offered) - waiting) < SETTLED * served) {
      return offered;
    }
    double low = 0;
    double high = Math.max(offered, LEAST_HIGH);
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      double taken = 1 - law.refusedAt(middle);
      double excess = law.queueAt(middle) + served * (middle - offered) * taken - waiting;
      if (excess > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }
}
