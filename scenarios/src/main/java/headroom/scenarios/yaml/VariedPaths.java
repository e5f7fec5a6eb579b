package headroom.scenarios.yaml;

import headroom.problem.Problem;
import headroom.problem.Suggestion;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.spec.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the paths that a study varies against the scenario as it stands.
 *
 * @param root the whole scenario
 * @param groups its groups; empty ones were rejected
 * @param field the field of the experiment that names the paths
 */
record VariedPaths(Node root, Map<String, Optional<Group>> groups, String field) {

  /** The tables of named parts, and what one of them is called. */
  private static final Map<String, String> PARTS = parts();

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("workloads", "workload");
    parts.put("load-balancers", "load balancer");
    parts.put("dns", "name");
    parts.put("images", "image");
    parts.put("alarms", "alarm");
    parts.put("groups", "group");
    parts.put("commitments", "commitment");
    return parts;
  }

  void check(Vary vary) {
    for (String path : vary.paths()) {
      checkPart(path);
      groups.forEach((name, group) -> group.ifPresent(known -> checkType(path, name, known, vary)));
    }
  }

  /** A path into a part that is not there would make one, with everything else missing. */
  void checkPart(String path) {
    List<TreePath.Step> steps = TreePath.parse(path).steps();
    if (steps.size() < 3
        || !(steps.get(0) instanceof TreePath.Name table)
        || !(steps.get(1) instanceof TreePath.Name part)
        || !PARTS.containsKey(table.name())) {
      return;
    }
    List<String> known = root.tree().at(new TreePath(steps.subList(0, 1))).stream()
        .filter(Tree.Fields.class::isInstance)
        .flatMap(tree -> ((Tree.Fields) tree).fields().keySet().stream())
        .toList();
    if (!known.contains(part.name())) {
      String what = PARTS.getOrDefault(table.name(), "part");
      root.complain(new Problem(
          "experiment." + field,
          "varies " + path + ", but there is no " + what + " '" + part.name() + "'",
          Suggestion.cure(part.name(), known)));
    }
  }

  /** A plan across types means something only where it is said what was measured on which. */
  private void checkType(String path, String name, Group group, Vary vary) {
    if (path.equals("groups." + name + ".type")
        && group.worth().measuredOn().isEmpty()
        && !vary.paths().contains("groups." + name + ".measured-on")) {
      root.complain(new Problem(
          "experiment." + field,
          "varies " + path + ", but it is not said on which type the times were measured",
          "add groups." + name + ".measured-on: " + group.type()));
    }
  }
}
