package headroom.supply;

import headroom.billing.TypePrice;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A kind of instance that can be launched.
 *
 * @param name the provider's name: "m5.large"
 * @param vcpus virtual processors
 * @param memoryGiB memory in GiB
 * @param coreSpeed how fast one vCPU is, in any unit that all types of a scenario share: ECU per
 *     vCPU in the classic era's price books; empty where nobody has said
 * @param spread by how much equal instances differ in speed: the coefficient of variation of a
 *     lognormal law; 0 where they do not
 */
public record InstanceType(
    String name, int vcpus, double memoryGiB, OptionalDouble coreSpeed, double spread) {

  public static List<Problem> problems(
      int vcpus, double memoryGiB, OptionalDouble coreSpeed, double spread) {
    Problems problems = Problems.of()
        .require("vcpus", vcpus >= 1, "must be at least 1, was " + vcpus)
        .require(
            "performance-spread",
            spread >= 0 && spread <= 1,
            "must be between 0 % and 100 %, was " + 100 * spread + " %",
            "for example 12%")
        .positive("memory", memoryGiB);
    coreSpeed.ifPresent(speed -> problems.positive("core-speed", speed));
    return problems.list();
  }

  public InstanceType {
    Problems.throwIfAny(problems(vcpus, memoryGiB, coreSpeed, spread));
  }

  /** A type whose instances are all alike. */
  public InstanceType(String name, int vcpus, double memoryGiB, OptionalDouble coreSpeed) {
    this(name, vcpus, memoryGiB, coreSpeed, 0);
  }

  /** A type of whose cores nothing is known. */
  public InstanceType(String name, int vcpus, double memoryGiB) {
    this(name, vcpus, memoryGiB, OptionalDouble.empty());
  }

  /** A type as a price book lists it. */
  public static InstanceType of(TypePrice listed) {
    OptionalDouble ecu = listed.ecu();
    return new InstanceType(
        listed.name(),
        listed.vcpus(),
        listed.memoryGiB(),
        ecu.isPresent() ? OptionalDouble.of(ecu.getAsDouble() / listed.vcpus()) : ecu);
  }

  /** The same type with cores of this speed. */
  public InstanceType withCoreSpeed(double speed) {
    return new InstanceType(name, vcpus, memoryGiB, OptionalDouble.of(speed), spread);
  }

  /** The same type, of which equal instances differ by so much. */
  public InstanceType withSpread(double cv) {
    return new InstanceType(name, vcpus, memoryGiB, coreSpeed, cv);
  }

  /** What comes before the size: "m5". */
  public String family() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Since when all types run 64-bit systems (from general knowledge, unverified). */
  public static final LocalDate ALL_64_BITS = LocalDate.of(2012, 3, 8);

  /** True when one of two types had 32 bits and the other 64; t1.micro had either. */
  public static boolean isWider(String from, String to, LocalDate day) {
    boolean either = from.equals("t1.micro") || to.equals("t1.micro");
    return day.isBefore(ALL_64_BITS) && !either && has32Bits(from) != has32Bits(to);
  }

  private static boolean has32Bits(String type) {
    return type.equals("m1.small") || type.equals("c1.medium");
  }

  /** True of the types with ARM cores: those whose generation is followed by a g, and a1. */
  public boolean isArm() {
    return family().matches("[a-z]+[0-9]+g[a-z]*|a1");
  }

  /**
   * How many times as long a core of this type takes for what a core of another does; empty where
   * that is not known. The sizes of a family have the same cores, unless the book says otherwise, as
   * it does for the classic types.
   */
  public OptionalDouble slowerThan(InstanceType other) {
    if (name.equals(other.name)) {
      return OptionalDouble.of(1);
    }
    if (coreSpeed.isPresent() && other.coreSpeed.isPresent()) {
      return OptionalDouble.of(other.coreSpeed.getAsDouble() / coreSpeed.getAsDouble());
    }
    boolean kin = coreSpeed.isEmpty() && other.coreSpeed.isEmpty();
    return kin && family().equals(other.family()) ? OptionalDouble.of(1) : OptionalDouble.empty();
  }
}
