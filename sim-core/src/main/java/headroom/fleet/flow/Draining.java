package headroom.fleet.flow;

import headroom.math.Elementary;
import java.util.List;

/** How long an instance is waited for that takes no more requests. */
final class Draining {

  private static final int POINTS = 64;

  private Draining() {}

  /**
   * Seconds until the last request has left that somebody waits for. Of those there, served evenly in
   * their order, as many are still waited for after t as neither have been served nor have waited for
   * longer than their client does; that there is none of them has a Poisson probability.
   *
   * @param there requests there
   * @param whole seconds until all of them are served
   */
  static double seconds(double there, double whole, List<FlowClient> clients) {
    double all = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (FlowClient client : clients) {
      all += client.total();
      shortest = Math.min(shortest, client.timeoutSeconds());
    }
    if (all <= 0 || shortest >= whole) {
      return whole;
    }
    double seconds = 0;
    for (int i = 0; i < POINTS; i++) {
      double at = (i + 0.5) / POINTS * whole;
      double left = 0;
      for (FlowClient client : clients) {
        double longest = Math.min(whole, client.timeoutSeconds());
        left += client.total() / all * there * Math.max(0, longest - at) / whole;
      }
      seconds += (1 - Elementary.exp(-left)) * whole / POINTS;
    }
    return seconds;
  }
}
