package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A kind of instance that can be launched.
 *
 * @param name the provider's name: "m5.large"
 * @param vcpus virtual processors
 * @param memoryGiB memory in GiB
 */
public record InstanceType(String name, int vcpus, double memoryGiB) {

  public static List<Problem> problems(int vcpus, double memoryGiB) {
    return Problems.of()
        .require("vcpus", vcpus >= 1, "must be at least 1, was " + vcpus)
        .positive("memory", memoryGiB)
        .list();
  }

  public InstanceType {
    Problems.throwIfAny(problems(vcpus, memoryGiB));
  }
}
