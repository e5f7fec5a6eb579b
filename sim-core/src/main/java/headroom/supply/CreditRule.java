package headroom.supply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a burstable type earns (fleet sheet §1.8, [E15] to [E17]). A CPU credit is one vCPU at full
 * use for a minute.
 *
 * @param vcpus virtual processors
 * @param earnedPerHour credits earned an hour
 * @param launchCredits credits given at each start in standard mode
 * @param usual the mode of who does not choose
 */
public record CreditRule(int vcpus, double earnedPerHour, double launchCredits, CreditMode usual) {

  private static final int MINUTES = 60;
  private static final int HOURS_OF_CAP = 24;
  private static final double LAUNCH_CREDITS_PER_VCPU = 30;

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
    T2.put(name, new CreditRule(vcpus2, earns2, given, CreditMode.STANDARD));
    LATER.put(name, new CreditRule(vcpus3, earns3, 0, CreditMode.UNLIMITED));
  }

  /** The rule of a type by its name; empty for one that has no credits. */
  public static Optional<CreditRule> of(String type) {
    int dot = type.indexOf('.');
    String size = type.substring(dot + 1);
    return switch (dot < 0 ? "" : type.substring(0, dot)) {
      case "t2" -> Optional.ofNullable(T2.get(size));
      case "t3", "t3a", "t4g" -> Optional.ofNullable(LATER.get(size));
      default -> Optional.empty();
    };
  }

  /** True of t2, whose credits are lost when it is stopped; the others keep them for a while. */
  public boolean isLostByStopping() {
    return launchCredits > 0;
  }

  /** The share of its CPU that it can use for ever. */
  public double baseline() {
    return earnedPerHour / (MINUTES * vcpus);
  }

  /** The most earned credits it can have. */
  public double cap() {
    return HOURS_OF_CAP * earnedPerHour;
  }

  /** Credits spent where its CPU is in use by a share for so many hours. */
  public double spent(double cpu, double hours) {
    return vcpus * cpu * MINUTES * hours;
  }
}
