package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.results.How;
import java.util.SortedMap;
import java.util.TreeMap;

/** The codes that a balancer itself has answered with (fleet sheet §6.2 [L11]). */
final class Codes {

  private long closedByClient;
  private long badGateway;
  private long unavailable;
  private long timedOut;

  /** A request that was sent to a target is over, without an answer. */
  void failed(Attempt request) {
    How how = request.how();
    if (request.clientLeft()) {
      closedByClient++;
    } else if (how == How.TIMEOUT) {
      timedOut++;
    } else if (how == How.CONNECTION_LOST || how == How.REFUSED) {
      badGateway++;
    }
  }

  /** There was nobody to send it to, or no room to wait. */
  void turnedAway() {
    unavailable++;
  }

  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("460", closedByClient);
    counts.put("502", badGateway);
    counts.put("503", unavailable);
    counts.put("504", timedOut);
    return counts;
  }
}
