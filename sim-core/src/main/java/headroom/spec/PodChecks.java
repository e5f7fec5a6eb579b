package headroom.spec;

import headroom.policy.placement.Mix;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Resources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between pods and their nodes, and what neither may be told. */
final class PodChecks {

  private final Draft draft;
  private final Problems problems = Problems.of();
  private final Set<String> nodes = new LinkedHashSet<>();

  private PodChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    PodChecks checks = new PodChecks(draft);
    checks.eachGroup((at, group) -> group.pod().ifPresent(pod -> checks.nodes.addAll(pod.on())));
    checks.eachGroup((at, group) -> {
      group.pod().ifPresent(pod -> checks.pod(at, group, pod));
      checks.scaling(at, group);
      if (checks.nodes.contains(group.name())) {
        checks.nodes(at, group);
      }
    });
    checks.nobodyMeansNodes();
    checks.oneAutoscaler();
    return checks.problems.list();
  }

  private interface Check {
    void of(String at, Group group);
  }

  private void eachGroup(Check check) {
    for (Map.Entry<String, Optional<Group>> entry : draft.groups().entrySet()) {
      entry.getValue().ifPresent(group -> check.of("groups." + entry.getKey(), group));
    }
  }

  private void pod(String at, Group group, Pod pod) {
    for (int i = 0; i < pod.on().size(); i++) {
      String name = pod.on().get(i);
      Optional<Group> under = draft.groups().getOrDefault(name, Optional.empty());
      String field = at + ".pod.on[" + i + "]";
      under.ifPresent(node -> {
        problems.require(
            field, node.pod().isEmpty(), "is itself a group of pods", "a group of instances");
        problems.require(
            at + ".zones",
            new TreeSet<>(node.zones()).equals(new TreeSet<>(group.zones())),
            "must be those of its nodes, " + String.join(", ", node.zones()),
            "leave zones out of both");
        problems.require(
            at + ".pod",
            fits(node, pod),
            "asks for more than an instance of " + name + " has",
            "a larger type, or a smaller pod");
      });
    }
    notOfPods(at, group);
  }

  private boolean fits(Group node, Pod pod) {
    return draft.types().orElse(List.of()).stream()
        .filter(type -> type.name().equals(node.type()) || node.otherTypes().contains(type.name()))
        .allMatch(type -> Resources.of(type).fits(pod.requests()));
  }

  /** What says something of a machine of one's own. */
  private void notOfPods(String at, Group group) {
    Upkeep upkeep = group.upkeep();
    never(at + ".measured-on", group.worth().measuredOn().isPresent());
    never(at + ".cpu-share", group.worth().cpuShare().isPresent());
    never(at + ".serves.workers", group.worth().workersPerVcpu());
    never(at + ".other-types", !group.otherTypes().isEmpty());
    never(at + ".mix", !group.mix().equals(Mix.ON_DEMAND));
    never(at + ".placement", !group.placement().isDefault());
    never(at + ".hosts", group.hosts().isPresent());
    never(at + ".disk", group.disk().isPresent());
    never(at + ".public-ip", group.publicIp());
    never(at + ".warm-pool", upkeep.warmPool().isPresent());
    never(at + ".operations", !upkeep.operations().isEmpty());
    never(at + ".health.replace", !group.health().replace());
  }

  private void never(String field, boolean said) {
    problems.require(
        field, !said, "is for instances, not for pods in this version", "leave it out");
  }

  private void scaling(String at, Group group) {
    for (int i = 0; i < group.scaling().size(); i++) {
      ScalingRule rule = group.scaling().get(i);
      String field = at + ".scaling[" + i + "]";
      if (rule instanceof HorizontalPodAutoscaling) {
        horizontal(field, group);
      }
      if (rule instanceof ClusterAutoscaling cluster) {
        priorities(field, cluster);
        problems.require(
            field,
            nodes.contains(group.name()),
            "is for nodes, and no group is a pod on this one",
            "name it in the pod.on of another group");
      }
    }
  }

  /** What a group that is no node would be preferred for; unknown groups are complained of elsewhere. */
  private void priorities(String field, ClusterAutoscaling rule) {
    for (String name : rule.priorities().byGroup().keySet()) {
      boolean grows = draft.groups().getOrDefault(name, Optional.empty()).stream()
          .flatMap(group -> group.scaling().stream())
          .anyMatch(ClusterAutoscaling.class::isInstance);
      problems.require(
          field + ".cluster-autoscaling.priorities." + name,
          grows || draft.groups().getOrDefault(name, Optional.empty()).isEmpty(),
          "is no group that the cluster autoscaler lets grow",
          "cluster-autoscaling in its scaling");
    }
  }

  private void horizontal(String field, Group group) {
    long others = group.scaling().stream()
        .filter(rule -> !(rule instanceof ScheduledAction))
        .count();
    problems
        .require(
            field, group.pod().isPresent(), "is for pods", "say which nodes they are on: pod.on")
        .require(
            field,
            others == 1,
            "must be a group's only policy: two would each undo what the other did",
            "beside it only scheduled actions")
        .require(
            field,
            group.size().min() >= 1,
            "does nothing for a group without pods, so size.min must be at least 1",
            "size: {min: 1}");
  }

  private void nodes(String at, Group group) {
    Upkeep upkeep = group.upkeep();
    long autoscalers =
        group.scaling().stream().filter(ClusterAutoscaling.class::isInstance).count();
    long actions =
        group.scaling().stream().filter(ScheduledAction.class::isInstance).count();
    problems.require(
        at + ".scaling",
        autoscalers <= 1 && autoscalers + actions == group.scaling().size(),
        "of nodes is the business of the cluster autoscaler and of scheduled actions in this version",
        "[{cluster-autoscaling: {}}]");
    notOfNodes(at + ".operations", !upkeep.operations().isEmpty());
    notOfNodes(at + ".warm-pool", upkeep.warmPool().isPresent());
    notOfNodes(at + ".health.check", group.health().check() != Health.Check.INSTANCE_STATUS);
  }

  private void notOfNodes(String field, boolean said) {
    problems.require(field, !said, "is not in this version for nodes", "leave it out");
  }

  /** Requests go to pods, and what nodes do is not measured. */
  private void nobodyMeansNodes() {
    for (Reference reference : draft.references()) {
      boolean sends = reference.kind() == Reference.Kind.DESTINATION
          || reference.kind() == Reference.Kind.PLACE
          || reference.at().endsWith(".targets")
          || (reference.at().startsWith("alarms.") && reference.kind() == Reference.Kind.GROUP);
      problems.require(
          reference.at(),
          !sends || !nodes.contains(reference.name()),
          "means a group of nodes, which serves nothing itself",
          "a group of pods on it");
    }
  }

  private void oneAutoscaler() {
    Set<ClusterAutoscaling> rules = new LinkedHashSet<>();
    eachGroup((at, group) -> {
      for (int i = 0; i < group.scaling().size(); i++) {
        if (group.scaling().get(i) instanceof ClusterAutoscaling rule) {
          rules.add(rule);
          problems.require(
              at + ".scaling[" + i + "]",
              rules.size() == 1,
              "differs from that of another group, but there is one for all nodes",
              "the same settings everywhere");
        }
      }
    });
  }
}
