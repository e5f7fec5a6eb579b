package headroom.policy.placement;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many units of a group's capacity an instance of each type counts for (fleet sheet §4.1 [A3]).
 *
 * @param byType units by the type's name; empty where every instance is one
 */
public record Weights(SortedMap<String, Integer> byType) {

  private static final int MOST = 999;

  /** Every instance is one unit. */
  public static final Weights EQUAL = new Weights(new TreeMap<>());

  public static List<Problem> problems(SortedMap<String, Integer> byType) {
    Problems problems = Problems.of();
    byType.forEach((type, units) -> problems.require(
        type,
        units >= 1 && units <= MOST,
        "must be between 1 and " + MOST + ", was " + units,
        "for example 4"));
    return problems.list();
  }

  public Weights {
    Problems.throwIfAny(problems(byType));
    byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
  }

  /** True when an instance is a unit, whatever its type. */
  public boolean areEqual() {
    return byType.isEmpty();
  }

  /** Units of an instance of a type. */
  public int of(String type) {
    return byType.getOrDefault(type, 1);
  }

  /** The fewest instances that come to so many units: all of them of the largest type. */
  public int fewest(int units) {
    return fewest(units, byType.values().stream().max(Integer::compare).orElse(1));
  }

  /** The fewest instances of so many units each that come to so many. */
  public static int fewest(int units, int each) {
    return (units + each - 1) / each;
  }

  /** True when the group launches one more: until what is wanted is met or exceeded. */
  public static boolean launchesMore(int wanted, int units) {
    return units < wanted;
  }

  /** True when an instance can go: a scale-in smaller than what is exceeded does nothing. */
  public static boolean mayGo(int wanted, int units, int itsUnits) {
    return units - itsUnits >= wanted;
  }
}
