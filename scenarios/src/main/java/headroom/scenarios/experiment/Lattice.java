package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What can be chosen: every combination of a level of each factor.
 *
 * @param factors what is chosen, in the order of the scenario; the last changes fastest
 * @param variants makes the variant with these levels, one of each factor
 */
public record Lattice(List<Factor> factors, Function<List<Integer>, Variant> variants) {

  /**
   * One thing to choose.
   *
   * @param path where it stands: "groups.web.size.min"
   * @param levels what it may be, as the scenario would write it
   * @param isOrdered whether a level's neighbours are those beside it; otherwise they are all others
   */
  public record Factor(String path, List<String> levels, boolean isOrdered) {

    public Factor {
      levels = List.copyOf(levels);
    }
  }

  public static List<Problem> problems(List<Factor> factors) {
    return Problems.of()
        .require("over", !factors.isEmpty(), "has nothing to choose")
        .require(
            "over",
            factors.stream().noneMatch(factor -> factor.levels().isEmpty()),
            "has a factor without a level")
        .list();
  }

  public Lattice {
    factors = List.copyOf(factors);
    Problems.throwIfAny(problems(factors));
  }

  /** The same with a warm-up that was found, for every combination that says none. */
  Lattice settled(Settling found) {
    return new Lattice(factors, point -> variants.apply(point).settled(found));
  }

  /** How many combinations there are; {@link Long#MAX_VALUE} when there are more. */
  public long size() {
    long size = 1;
    for (Factor factor : factors) {
      size = size > Long.MAX_VALUE / factor.levels().size()
          ? Long.MAX_VALUE
          : size * factor.levels().size();
    }
    return size;
  }

  /** Every combination, in order. */
  public List<List<Integer>> all() {
    List<List<Integer>> all = List.of(List.of());
    for (Factor factor : factors) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> point : all) {
        for (int level = 0; level < factor.levels().size(); level++) {
          List<Integer> next = new ArrayList<>(point);
          next.add(level);
          longer.add(List.copyOf(next));
        }
      }
      all = longer;
    }
    return all;
  }

  /** The points that differ in one factor: by one level where levels have an order. */
  List<List<Integer>> neighbours(List<Integer> point) {
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      for (int level = 0; level < factors.get(f).levels().size(); level++) {
        int steps = Math.abs(level - point.get(f));
        if (steps == 1 || (steps > 1 && !factors.get(f).isOrdered())) {
          List<Integer> next = new ArrayList<>(point);
          next.set(f, level);
          neighbours.add(List.copyOf(next));
        }
      }
    }
    return neighbours;
  }

  /** The paths at which a point lies at an end of its range: the best may lie beyond. */
  List<String> ends(List<Integer> point) {
    List<String> ends = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      Factor factor = factors.get(f);
      int last = factor.levels().size() - 1;
      if (factor.isOrdered() && last > 0 && (point.get(f) == 0 || point.get(f) == last)) {
        ends.add(factor.path());
      }
    }
    return ends;
  }
}
