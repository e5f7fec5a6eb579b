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
 * @param vcpus vCPUs on demand by group of families, "standard" or the letters of a family; without
 *     an entry there is no quota
 * @param spotVcpus the same of spot instances, which have quotas of their own ([E10])
 */
public record Quotas(
    OptionalInt instances, SortedMap<String, Integer> vcpus, SortedMap<String, Integer> spotVcpus) {

  /** As much as one likes. */
  public static final Quotas NONE = new Quotas(OptionalInt.empty(), new TreeMap<>());

  // What a new account has of spot's standard families, and of the others ([E10]).
  private static final int USUAL_SPOT = 5;

  /** The families that share one quota of vCPUs. */
  public static final String STANDARD = "standard";

  // Which families have quotas of their own: [E9], and from general knowledge, unverified.
  private static final List<String> OTHERS =
      List.of("dl", "f", "g", "hpc", "inf", "mac", "p", "trn", "u", "x");

  // The change is of late 2019 (from general knowledge, unverified).
  private static final LocalDate VCPU_ERA = LocalDate.of(2019, 11, 1);

  public static List<Problem> problems(
      OptionalInt instances, Map<String, Integer> vcpus, Map<String, Integer> spotVcpus) {
    Problems problems = Problems.of();
    instances.ifPresent(most -> problems.require(
        "instances", most >= 0, "must be 0 or more, was " + most, "for example 20"));
    families("vcpus.", vcpus, problems);
    families("spot-vcpus.", spotVcpus, problems);
    return problems.list();
  }

  private static void families(String at, Map<String, Integer> vcpus, Problems problems) {
    vcpus.forEach((group, most) -> problems
        .require(at + group, most >= 0, "must be 0 or more, was " + most, "for example 256")
        .require(
            at + group,
            group.equals(STANDARD) || OTHERS.contains(group),
            "is no group of families with a quota of its own",
            "known: " + STANDARD + ", " + String.join(", ", OTHERS)));
  }

  public Quotas {
    Problems.throwIfAny(problems(instances, vcpus, spotVcpus));
    vcpus = Collections.unmodifiableSortedMap(new TreeMap<>(vcpus));
    spotVcpus = Collections.unmodifiableSortedMap(new TreeMap<>(spotVcpus));
  }

  /** Quotas of what runs on demand alone. */
  public Quotas(OptionalInt instances, SortedMap<String, Integer> vcpus) {
    this(instances, vcpus, new TreeMap<>());
  }

  /**
   * What a new account has at a date: 20 instances in the era of counts [E8], then 32 vCPUs of the
   * standard families ([M9] reports 5 or 32; which is from general knowledge, unverified), and of
   * spot 5 vCPUs of the standard families and none of the others [E10].
   */
  public static Quotas usualAt(LocalDate date) {
    return date.isBefore(VCPU_ERA)
        ? new Quotas(OptionalInt.of(20), new TreeMap<>())
        : new Quotas(OptionalInt.empty(), new TreeMap<>(Map.of(STANDARD, 32)), usualOfSpot());
  }

  private static SortedMap<String, Integer> usualOfSpot() {
    SortedMap<String, Integer> usual = new TreeMap<>(Map.of(STANDARD, USUAL_SPOT));
    OTHERS.forEach(family -> usual.put(family, 0));
    return usual;
  }

  /** The families whose vCPUs a type's are counted with: the standard ones, unless it is of others. */
  public static String groupOf(InstanceType type) {
    String family = type.family().toLowerCase(Locale.ROOT);
    return family.startsWith("vt")
        ? "g"
        : OTHERS.stream().filter(family::startsWith).findFirst().orElse(STANDARD);
  }

  /** The vCPUs that a type's group may have in all, on demand or of spot. */
  public OptionalInt vcpusFor(InstanceType type, boolean spot) {
    SortedMap<String, Integer> quotas = spot ? spotVcpus : vcpus;
    // Asked at every launch.
    if (quotas.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer most = quotas.get(groupOf(type));
    return most == null ? OptionalInt.empty() : OptionalInt.of(most);
  }
}
