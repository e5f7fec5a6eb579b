package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * The instances of a group are down when the nodes of a record were, the first instance when the
 * first node was; each runs again at the end of its outage, in its place.
 *
 * @param name the cause in the results
 * @param of the group
 * @param nodes the outages of each node, in order of time, and joined where they overlapped
 */
public record InstanceReplay(String name, String of, List<List<Outage>> nodes) implements Failure {

  public static List<Problem> problems(List<List<Outage>> nodes) {
    Problems problems = Problems.of()
        .require("trace", !nodes.isEmpty(), "must hold at least one outage", "another file");
    for (int node = 0; node < nodes.size(); node++) {
      if (!nodes.get(node).isEmpty()) {
        problems.addAll("nodes[" + node + "]", Replayed.problems(nodes.get(node)));
      }
    }
    return problems.list();
  }

  public InstanceReplay {
    nodes = nodes.stream().map(List::copyOf).toList();
    Problems.throwIfAny(problems(nodes));
  }
}
