package headroom.fleet.flow;

import headroom.workload.Gamma;
import headroom.workload.Regular;
import headroom.workload.Workload;

/** How irregular what comes to a station is. */
final class Gaps {

  private Gaps() {}

  /** Squared coefficient of variation of the gaps of all that comes, by their rates until an end. */
  static double at(FlowStation station, long endNanos) {
    double rates = 0;
    double sum = 0;
    for (FlowClient client : station.clients()) {
      Workload workload = client.origin().workload();
      if (workload == null) {
        // Calls come from many requests at once.
        return 1;
      }
      if (workload.session().isPresent()) {
        // One user's requests come among those of the others.
        return 1;
      }
      double rate = workload.rate().mean(0, endNanos);
      rates += rate;
      // What is taken out by chance is the more like Poisson's.
      sum += rate * (1 + (of(workload) - 1) * client.origin().part());
    }
    return rates > 0 ? sum / rates : 1;
  }

  /**
   * The same of what one of a workload's processes sends: they take turns, so its gaps are sums of
   * as many. Attempts made again come by chance.
   */
  static double ofOneSender(FlowClient client) {
    Workload workload = client.origin().workload();
    if (workload == null || workload.session().isPresent() || client.total() <= 0) {
      return 1;
    }
    double inTurn = 1 + (of(workload) - 1) * client.origin().part();
    double firsts = client.made(0) / client.total();
    return 1 + (inTurn / workload.client().processes() - 1) * firsts;
  }

  private static double of(Workload workload) {
    if (workload.arrivals() instanceof Regular) {
      return 0;
    }
    return workload.arrivals() instanceof Gamma gamma ? gamma.cv() * gamma.cv() : 1;
  }
}
