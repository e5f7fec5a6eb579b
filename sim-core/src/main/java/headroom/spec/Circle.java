package headroom.spec;

import headroom.spec.CallGraph.Edge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Calls that come back to where they began.
 *
 * @param closing the call that leads back to the first group
 * @param groups the groups in the order of the calls, the first one again at the end
 */
record Circle(Edge closing, List<String> groups) {

  /** The circles there are, one for each call that closes one. */
  static List<Circle> in(CallGraph graph, int most) {
    List<Circle> circles = new ArrayList<>();
    Set<Edge> closing = new LinkedHashSet<>();
    Set<String> left = left(graph, closing);
    while (!left.isEmpty() && circles.size() < most) {
      Circle circle = before(left, graph, closing);
      circles.add(circle);
      closing.add(circle.closing());
      left = left(graph, closing);
    }
    return circles;
  }

  /** The groups in a circle, and those that are asked from one. */
  private static Set<String> left(CallGraph graph, Set<Edge> without) {
    Set<String> left = new LinkedHashSet<>(graph.groups());
    graph.callersFirst(without).forEach(left::remove);
    return left;
  }

  /** Whoever is left is asked by one that is left: going back, some group comes a second time. */
  private static Circle before(Set<String> left, CallGraph graph, Set<Edge> without) {
    Map<String, Edge> into = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      if (!without.contains(edge) && left.contains(edge.from())) {
        into.putIfAbsent(edge.to(), edge);
      }
    }
    Set<String> way = new LinkedHashSet<>();
    String group = left.iterator().next();
    while (way.add(group)) {
      group = Objects.requireNonNull(into.get(group)).from();
    }
    List<String> back = new ArrayList<>(way);
    List<String> groups = new ArrayList<>(back.subList(back.indexOf(group), back.size()));
    groups.add(group);
    Collections.reverse(groups);
    return new Circle(Objects.requireNonNull(into.get(group)), groups);
  }
}
