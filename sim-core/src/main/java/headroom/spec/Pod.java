package headroom.spec;

import headroom.policy.placement.Packing;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Resources;
import java.util.List;
import java.util.Optional;

/**
 * What makes a group's instances pods: they run on the instances of other groups, the nodes, which
 * are billed in their stead.
 *
 * @param on the groups of nodes
 * @param requests what a pod asks of a node, and is given of it
 * @param packing which node with room it goes to
 * @param disruptionBudget how many of the group may be evicted at once; empty for all
 */
public record Pod(
    List<String> on,
    Resources requests,
    Packing packing,
    Optional<DisruptionBudget> disruptionBudget) {

  public static List<Problem> problems(List<String> on, Resources requests) {
    return Problems.of()
        .require(
            "on", !on.isEmpty(), "must name at least one group of nodes", "for example [nodes]")
        .require("on", on.stream().distinct().count() == on.size(), "must not name one twice")
        .require("vcpus", requests.vcpus() > 0, "must be above 0", "for example 0.5")
        .require("memory", requests.memoryGiB() > 0, "must be above 0", "for example 512 MiB")
        .list();
  }

  public Pod {
    on = List.copyOf(on);
    Problems.throwIfAny(problems(on, requests));
  }

  /** Pods that may all be evicted at once. */
  public Pod(List<String> on, Resources requests, Packing packing) {
    this(on, requests, packing, Optional.empty());
  }
}
