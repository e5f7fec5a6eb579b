package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which groups of nodes the priority expander prefers: the higher the number, the sooner (Kubernetes
 * autoscaler, expander/priority).
 *
 * @param byGroup the number of each group that has one; empty where another expander chooses
 */
public record Priorities(SortedMap<String, Integer> byGroup) {

  /** No group is preferred. */
  public static final Priorities NONE = new Priorities(new TreeMap<>());

  private static final int UNLISTED = -1;

  public static List<Problem> problems(SortedMap<String, Integer> byGroup) {
    Problems problems = Problems.of();
    byGroup.forEach((group, number) ->
        problems.require(group, number >= 0, "must be 0 or more, was " + number, "for example 10"));
    return problems.list();
  }

  public Priorities {
    Problems.throwIfAny(problems(byGroup));
    byGroup = Collections.unmodifiableSortedMap(new TreeMap<>(byGroup));
  }

  /** True when no group has a number. */
  public boolean isEmpty() {
    return byGroup.isEmpty();
  }

  /** A group's number; below all others where it has none. */
  int of(String group) {
    return byGroup.getOrDefault(group, UNLISTED);
  }
}
