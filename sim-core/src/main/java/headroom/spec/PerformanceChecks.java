package headroom.spec;

import headroom.policy.scaling.ClusterAutoscaling;
import headroom.problem.Problems;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import java.util.ArrayList;
import java.util.List;

/** What must fit together of types, their CPU credits and their weights. */
final class PerformanceChecks {

  private final Problems problems;

  PerformanceChecks(Problems problems) {
    this.problems = problems;
  }

  void group(String at, Group group) {
    List<String> types = new ArrayList<>(List.of(group.type()));
    types.addAll(group.otherTypes());
    boolean burstable = types.stream().anyMatch(type -> CreditRule.of(type).isPresent());
    problems
        .require(
            at + ".credits",
            group.performance().credits().isEmpty() || burstable,
            "are what burstable types have, and " + group.type() + " is none",
            "leave it out, or have a type of t2, t3, t3a or t4g")
        .require(
            at + ".credits",
            !types.contains("t1.micro")
                || group.performance().credits().orElse(CreditMode.STANDARD) == CreditMode.STANDARD,
            "of t1.micro cannot be unlimited: it is throttled in any case",
            "leave it out, or t2.micro (since July 2014)")
        .require(
            at + ".pod",
            group.pod().isEmpty() || !burstable,
            "on burstable nodes is not in this version: pods would not spend their CPU credits",
            "nodes of another type than " + group.type());
    if (!group.weights().areEqual()) {
      weights(at + ".weights", group, types);
    }
  }

  /** All types of a group have a weight, or none has. */
  private void weights(String at, Group group, List<String> types) {
    for (String weighted : group.weights().byType().keySet()) {
      problems.require(
          at + "." + weighted,
          types.contains(weighted),
          "is no type of this group",
          "one of " + String.join(", ", types));
    }
    for (String type : types) {
      problems.require(
          at,
          group.weights().byType().containsKey(type),
          "must say the weight of " + type + ", too: all types have one, or none",
          "for example " + type + ": 1");
    }
    problems
        .require(
            at,
            group.pod().isEmpty(),
            "are for instances of several types, and pods are all alike",
            "leave them out")
        .require(
            at,
            group.scaling().stream().noneMatch(ClusterAutoscaling.class::isInstance),
            "are not for groups that the cluster autoscaler lets grow: it counts nodes, not units",
            "leave them out");
  }
}
