package headroom.spec;

import headroom.spec.Reference.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which group asks which, made of names alone, so that it is known even where the rest of a group
 * was rejected.
 */
final class CallGraph {

  private static final String GROUPS = "groups.";
  private static final String CALLS = ".serves.calls";
  private static final String BALANCERS = "load-balancers.";
  private static final String TARGETS = ".targets";
  private static final String NAMES = "dns.";
  private static final String POINTS_TO = ".points-to";

  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Map<String, List<String>> places = new LinkedHashMap<>();
  private final Set<String> groups;
  private final List<Edge> edges = new ArrayList<>();

  /**
   * A call from one group to another.
   *
   * @param at where the name of the other one stands
   * @param from the group that asks
   * @param to the group that is asked
   */
  record Edge(String at, String from, String to) {}

  private CallGraph(Draft draft) {
    groups = draft.groups().keySet();
    for (Reference reference : draft.references()) {
      if (reference.kind() == Kind.GROUP && isOf(reference, BALANCERS, TARGETS)) {
        targets.put(between(reference, BALANCERS, TARGETS), reference.name());
      }
      if (reference.kind() == Kind.PLACE && isOf(reference, NAMES, POINTS_TO)) {
        places
            .computeIfAbsent(between(reference, NAMES, POINTS_TO), key -> new ArrayList<>())
            .add(reference.name());
      }
    }
    for (Reference reference : draft.references()) {
      if (reference.kind() == Kind.DESTINATION && isOf(reference, GROUPS, CALLS)) {
        String from = between(reference, GROUPS, CALLS);
        groupsBehind(reference.name()).stream()
            .filter(to -> groups.contains(from))
            .forEach(to -> edges.add(new Edge(reference.at(), from, to)));
      }
    }
  }

  static CallGraph of(Draft draft) {
    return new CallGraph(draft);
  }

  private static boolean isOf(Reference reference, String before, String after) {
    return reference.at().startsWith(before) && reference.at().contains(after);
  }

  private static String between(Reference reference, String before, String after) {
    return reference.at().substring(before.length(), reference.at().indexOf(after));
  }

  /** The groups that a destination leads to: one at most, but for names. */
  List<String> groupsBehind(String destination) {
    return places.getOrDefault(destination, List.of(destination)).stream()
        .flatMap(place -> groupBehind(place).stream())
        .distinct()
        .toList();
  }

  private Optional<String> groupBehind(String destination) {
    if (groups.contains(destination)) {
      return Optional.of(destination);
    }
    return Optional.ofNullable(targets.get(destination)).filter(groups::contains);
  }

  Set<String> groups() {
    return groups;
  }

  List<Edge> edges() {
    return edges;
  }

  /**
   * The groups, each after all that ask it; those in a circle, and those asked from there, are left
   * out.
   *
   * @param without calls that do not count
   */
  List<String> callersFirst(Set<Edge> without) {
    Map<String, List<Edge>> calls = new LinkedHashMap<>();
    Map<String, Integer> callers = new LinkedHashMap<>();
    groups.forEach(group -> callers.put(group, 0));
    for (Edge edge : edges) {
      if (!without.contains(edge)) {
        calls.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge);
        callers.merge(edge.to(), 1, Integer::sum);
      }
    }
    Deque<String> free = new ArrayDeque<>(groups);
    free.removeIf(group -> Objects.requireNonNull(callers.get(group)) > 0);
    List<String> order = new ArrayList<>();
    while (!free.isEmpty()) {
      String group = free.remove();
      order.add(group);
      for (Edge edge : calls.getOrDefault(group, List.of())) {
        if (callers.merge(edge.to(), -1, Integer::sum) == 0) {
          free.add(edge.to());
        }
      }
    }
    return order;
  }
}
