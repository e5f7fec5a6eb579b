package headroom.fleet.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * By how much less is asked of a station for each request that is there: whoever waits for it does
 * not ask again meanwhile. Only of users who come back, and of so few that it is felt.
 */
final class UserSlope {

  private static final double MANY = 2000;

  // A law is kept while what it is for moves by no more than this share.
  private static final double LITTLE = 0.2;

  private static final double ALL = 0.9;

  private double held = 1;
  private final List<FlowClient> clients = new ArrayList<>();

  void add(FlowClient client) {
    Population users = client.origin().population();
    if (users != null && users.isClosed()) {
      clients.add(client);
    }
  }

  /** Tells a station's laws, from how it stood in the step before. */
  void tell(StationStep step, StationLaws laws) {
    if (!clients.isEmpty() && step.speed() > 0) {
      double less = perSecond(step.underWay() * step.instances());
      laws.fallBy(less * step.servingSeconds());
    }
  }

  /**
   * Requests a second that are not asked for each one that is there.
   *
   * @param there requests there, those included that nobody waits for any more
   */
  private double perSecond(double there) {
    double less = 0;
    double waiting = 0;
    for (FlowClient client : clients) {
      Population users = client.origin().population();
      if (users == null || users.users() > MANY) {
        continue;
      }
      double share = users.firsts() > 0 ? client.made(0) / users.firsts() : 1;
      double here = Math.max(share * users.waiting(), 1e-9);
      waiting += here;
      less += here * share / users.awaySeconds();
    }
    double share = waiting > 0 ? waiting / Math.max(there, waiting) : 1;
    if (share > ALL) {
      held = 1;
    } else if (Math.abs(share - held) > LITTLE * held) {
      held = inEighths(share);
    }
    return waiting > 0 ? less / waiting * held : 0;
  }

  /** A share as near to others as makes it differ by an eighth. */
  private static double inEighths(double share) {
    long bits = Double.doubleToRawLongBits(share);
    return Double.longBitsToDouble(bits >>> 49 << 49);
  }
}
