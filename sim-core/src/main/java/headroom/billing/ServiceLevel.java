package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A provider's promise of monthly uptime, and the share of the month's charge that it credits below
 * (fleet sheet §2.10).
 *
 * @param bands what is credited, by falling uptime
 */
public record ServiceLevel(List<Band> bands) {

  /** Above this many minutes of a clock hour without an instance, that hour of it is not charged. */
  public static final int FREE_HOUR_MINUTES = 6;

  // Uptimes are counts of minutes over minutes: what differs from a limit by less is rounding.
  private static final double ROUNDING = 1e-12;

  /**
   * A band.
   *
   * @param below uptime below which it holds
   * @param credit share of the charge
   */
  public record Band(double below, double credit) {}

  /** Two or more zones at once (Amazon Compute Service Level Agreement, region-level). */
  public static final ServiceLevel REGION =
      new ServiceLevel(List.of(new Band(0.9999, 0.1), new Band(0.99, 0.3), new Band(0.95, 1)));

  /** One instance (the same agreement, instance-level). */
  public static final ServiceLevel INSTANCE =
      new ServiceLevel(List.of(new Band(0.995, 0.1), new Band(0.99, 0.3), new Band(0.95, 1)));

  /** A load balancer in several zones (Amazon ELB Service Level Agreement, sheet [B14]). */
  public static final ServiceLevel BALANCER = REGION;

  /** One in a single zone (the same agreement; its upper bands are unverified). */
  public static final ServiceLevel BALANCER_IN_ONE_ZONE =
      new ServiceLevel(List.of(new Band(0.999, 0.1), new Band(0.99, 0.3), new Band(0.95, 1)));

  public static List<Problem> problems(List<Band> bands) {
    Problems problems = Problems.of();
    for (int i = 1; i < bands.size(); i++) {
      problems.require(
          "bands[" + i + "].below",
          bands.get(i).below() < bands.get(i - 1).below(),
          "must be lower than the one before");
    }
    return problems.list();
  }

  public ServiceLevel {
    bands = List.copyOf(bands);
    Problems.throwIfAny(problems(bands));
  }

  /** Monthly uptime: the share of the month's minutes in which it was not unavailable. */
  public static double uptime(long unavailableMinutes, long minutesOfMonth) {
    return (double) (minutesOfMonth - unavailableMinutes) / minutesOfMonth;
  }

  /** The share of the month's charge that is credited. */
  public double credit(double uptime) {
    double credit = 0;
    for (Band band : bands) {
      credit = uptime < band.below() - ROUNDING ? band.credit() : credit;
    }
    return credit;
  }

  /** True when a clock hour of an instance is not charged. */
  public static boolean isHourFree(double unavailableMinutes) {
    return unavailableMinutes > FREE_HOUR_MINUTES;
  }
}
