package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What something has of a machine, or asks of it.
 *
 * @param vcpus virtual processors; a pod may ask for a part of one
 * @param memoryGiB memory in GiB
 */
public record Resources(double vcpus, double memoryGiB) {

  // Sums of what pods ask for must not lack room by binary rounding.
  private static final double SLACK = 1e-9;

  public static final Resources NONE = new Resources(0, 0);

  public static List<Problem> problems(double vcpus, double memoryGiB) {
    return Problems.of()
        .require("vcpus", vcpus >= 0 && vcpus < 1e9, "must be 0 or more, was " + vcpus)
        .require("memory", memoryGiB >= 0 && memoryGiB < 1e9, "must be 0 or more")
        .list();
  }

  public Resources {
    Problems.throwIfAny(problems(vcpus, memoryGiB));
  }

  /** All that an instance of a type has. */
  public static Resources of(InstanceType type) {
    return new Resources(type.vcpus(), type.memoryGiB());
  }

  /** True when it holds that much. */
  public boolean fits(Resources need) {
    return need.vcpus <= vcpus + SLACK && need.memoryGiB <= memoryGiB + SLACK;
  }

  public Resources minus(Resources other) {
    return new Resources(
        Math.max(0, vcpus - other.vcpus), Math.max(0, memoryGiB - other.memoryGiB));
  }

  public Resources plus(Resources other) {
    return new Resources(vcpus + other.vcpus, memoryGiB + other.memoryGiB);
  }

  public Resources times(int count) {
    return new Resources(vcpus * count, memoryGiB * count);
  }

  /** The larger of the two shares that are taken when this much of a whole is free. */
  public double utilisationOf(Resources whole) {
    double cpu = whole.vcpus == 0 ? 0 : 1 - vcpus / whole.vcpus;
    double memory = whole.memoryGiB == 0 ? 0 : 1 - memoryGiB / whole.memoryGiB;
    return Math.max(cpu, memory);
  }
}
