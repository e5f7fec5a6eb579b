package headroom.supply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a burstable type earns (fleet sheet §1.8, [E15] to [E17]). A CPU credit is one vCPU at full
 * use for a minute.
 *
 * <p>AWS never said how a t1.micro is throttled: it has no credits to be seen, only two levels of
 * speed. What was measured from outside is taken for credits here: at full load 10 to 13 s at full
 * speed every 120 to 150 s and 11 % of it in between, 15 % of load for ever without a pause, 20 % not
 * (codeforhire.com, "Benchmarking Amazon micro instances", 2013; a tenth and 10 to 20 s as well in
 * imoz.jp, "An Investigation of EC2 Micro Instances", 2012). Earning 18 % with room for 12 s at full
 * speed gives 12 s of 152 s.
 *
 * @param vcpus virtual processors
 * @param earnedPerHour credits earned an hour
 * @param launchCredits credits given at each start in standard mode
 * @param usual the mode of who does not choose
 * @param cap the most earned credits it can have
 * @param throttledTo the share of its CPU that it can use while it is throttled
 * @param recovery credits at which a throttled one works at full speed again
 * @param lookNanos how closely its credits are watched
 */
public record CreditRule(
    int vcpus,
    double earnedPerHour,
    double launchCredits,
    CreditMode usual,
    double cap,
    double throttledTo,
    double recovery,
    long lookNanos) {

  private static final int MINUTES = 60;
  private static final int HOURS_OF_CAP = 24;
  private static final double LAUNCH_CREDITS_PER_VCPU = 30;

  private static final long SECOND = 1_000_000_000L;

  // See above; 15 launch credits are AWS's own figure (sheet §1.8 [E17]).
  private static final double MICRO_BUCKET = 12 * (1 - 0.18) / MINUTES;
  private static final CreditRule T1 = new CreditRule(
      1, 0.18 * MINUTES, 15, CreditMode.STANDARD, MICRO_BUCKET, 0.11, MICRO_BUCKET, SECOND);

  private static final Map<String, CreditRule> T2 = new LinkedHashMap<>();
  private static final Map<String, CreditRule> LATER = new LinkedHashMap<>();

  static {
    size("nano", 1, 3, 2, 6);
    size("micro", 1, 6, 2, 12);
    size("small", 1, 12, 2, 24);
    size("medium", 2, 24, 2, 24);
    size("large", 2, 36, 2, 36);
    size("xlarge", 4, 54, 4, 96);
    size("2xlarge", 8, 81.6, 8, 192);
  }

  private static void size(String name, int vcpus2, double earns2, int vcpus3, double earns3) {
    double given = LAUNCH_CREDITS_PER_VCPU * vcpus2;
    T2.put(name, of(vcpus2, earns2, given, CreditMode.STANDARD));
    LATER.put(name, of(vcpus3, earns3, 0, CreditMode.UNLIMITED));
  }

  /**
   * A day's earnings at most, and throttled to what it earns until it has a minute at full speed: the
   * sheet says only that it is throttled gradually.
   */
  private static CreditRule of(int vcpus, double earned, double given, CreditMode usual) {
    double baseline = earned / (MINUTES * vcpus);
    return new CreditRule(
        vcpus, earned, given, usual, HOURS_OF_CAP * earned, baseline, vcpus, MINUTES * SECOND);
  }

  /**
   * The same where work is told as a rate, minute by minute: one whose throttled speed is not what it
   * earns gets what it earns on average.
   */
  public CreditRule smoothed() {
    return new CreditRule(
        vcpus, earnedPerHour, launchCredits, usual, cap, baseline(), recovery, MINUTES * SECOND);
  }

  /** The rule of a type by its name; empty for one that has no credits. */
  public static Optional<CreditRule> of(String type) {
    int dot = type.indexOf('.');
    String size = type.substring(dot + 1);
    return switch (dot < 0 ? "" : type.substring(0, dot)) {
      case "t1" -> size.equals("micro") ? Optional.of(T1) : Optional.empty();
      case "t2" -> Optional.ofNullable(T2.get(size));
      case "t3", "t3a", "t4g" -> Optional.ofNullable(LATER.get(size));
      default -> Optional.empty();
    };
  }

  /** True of t1 and t2, whose credits are lost when it is stopped; the others keep them for a while. */
  public boolean isLostByStopping() {
    return launchCredits > 0;
  }

  /** The share of its CPU that it can use for ever. */
  public double baseline() {
    return earnedPerHour / (MINUTES * vcpus);
  }

  /** Credits spent where its CPU is in use by a share for so many hours. */
  public double spent(double cpu, double hours) {
    return vcpus * cpu * MINUTES * hours;
  }
}
