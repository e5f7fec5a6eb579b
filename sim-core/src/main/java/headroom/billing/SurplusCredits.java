package headroom.billing;

import headroom.results.ResourceUsage.Burst;

/**
 * The account of a burstable instance in unlimited mode (sheet §1.8, [E16]). Credits it lacks are
 * borrowed; later earnings pay them back first. What is borrowed beyond a day's earnings is charged at
 * the end of the hour, the rest when the instance is stopped or terminated.
 */
final class SurplusCredits {

  private static final double HOURS_OF_CAP = 24;
  private static final double THOUSANDTHS = 1_000;

  private final double cap;
  private double balance;
  private double borrowed;

  private SurplusCredits(double earnedPerHour) {
    cap = HOURS_OF_CAP * earnedPerHour;
  }

  /** Thousandths of a credit charged in each hour since the run's start. */
  static double[] charged(Burst burst) {
    SurplusCredits account = new SurplusCredits(burst.earned());
    double[] charged = new double[Hours.at(Math.max(0, burst.toNanos() - 1)) + 1];
    long begin = burst.fromNanos();
    for (int hour = 0; begin < burst.toNanos(); hour++) {
      long end = Math.min(begin + Hours.NANOS, burst.toNanos());
      double share = (double) (end - begin) / Hours.NANOS;
      account.live(burst.earned() * share, Hours.recorded(burst.spent(), hour));
      if (share == 1) {
        charged[Hours.at(end - 1)] += account.excess() * THOUSANDTHS;
      }
      begin = end;
    }
    if (burst.stopped()) {
      charged[charged.length - 1] += account.borrowed * THOUSANDTHS;
    }
    return charged;
  }

  static Metered metered(Burst burst) {
    String type = burst.what().type();
    String family = type.substring(0, Math.max(0, type.indexOf('.')));
    String system = burst.what().system();
    return Metered.counted(
        "compute.surplus." + family + (system.equals("linux") ? "" : "." + system),
        InstanceMeter.resource(burst.what()),
        charged(burst));
  }

  private void live(double earned, double spent) {
    double net = balance - borrowed + earned - spent;
    balance = Math.min(cap, Math.max(0, net));
    borrowed = Math.max(0, -net);
  }

  private double excess() {
    double excess = Math.max(0, borrowed - cap);
    borrowed -= excess;
    return excess;
  }
}
