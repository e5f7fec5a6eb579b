package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much an account may run in its region, what is on its way included (fleet sheet §1.5).
 *
 * @param instances instances in all; empty for no such quota
 * @param vcpus vCPUs by group of families, "standard" or the letters of a family; without an entry
 *     there is no quota
 */
public record Quotas(OptionalInt instances, SortedMap<String, Integer> vcpus) {

  /** As much as one likes. */
  public static final Quotas NONE = new Quotas(OptionalInt.empty(), new TreeMap<>());

  /** The families that share one quota of vCPUs. */
  public static final String STANDARD = "standard";

  // Which families have quotas of their own: [E9], and from general knowledge, unverified.
  private static final List<String> OTHERS =
      List.of("dl", "f", "g", "hpc", "inf", "mac", "p", "trn", "u", "x");

  // The change is of late 2019 (from general knowledge, unverified).
  private static final LocalDate VCPU_ERA = LocalDate.of(2019, 11, 1);

  public static List<Problem> problems(OptionalInt instances, Map<String, Integer> vcpus) {
    Problems problems = Problems.of();
    instances.ifPresent(most -> problems.require(
        "instances", most >= 0, "must be 0 or more, was " + most, "for example 20"));
    vcpus.forEach((group, most) -> problems
        .require("vcpus." + group, most >= 0, "must be 0 or more, was " + most, "for example 256")
        .require(
            "vcpus." + group,
            group.equals(STANDARD) || OTHERS.contains(group),
            "is no group of families with a quota of its own",
            "known: " + STANDARD + ", " + String.join(", ", OTHERS)));
    return problems.list();
  }

  public Quotas {
    Problems.throwIfAny(problems(instances, vcpus));
    vcpus = Collections.unmodifiableSortedMap(new TreeMap<>(vcpus));
  }

  /**
   * What a new account has at a date: 20 instances in the era of counts [E8], then 32 vCPUs of the
   * standard families ([M9] reports 5 or 32; which is from general knowledge, unverified).
   */
  public static Quotas usualAt(LocalDate date) {
    return date.isBefore(VCPU_ERA)
        ? new Quotas(OptionalInt.of(20), new TreeMap<>())
        : new Quotas(OptionalInt.empty(), new TreeMap<>(Map.of(STANDARD, 32)));
  }

  /** The families whose vCPUs a type's are counted with: the standard ones, unless it is of others. */
  public static String groupOf(InstanceType type) {
    String family = type.family().toLowerCase(Locale.ROOT);
    return family.startsWith("vt")
        ? "g"
        : OTHERS.stream().filter(family::startsWith).findFirst().orElse(STANDARD);
  }

  /** The vCPUs that a type's group may have in all. */
  public OptionalInt vcpusFor(InstanceType type) {
    // Asked at every launch.
    if (vcpus.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer most = vcpus.get(groupOf(type));
    return most == null ? OptionalInt.empty() : OptionalInt.of(most);
  }
}
