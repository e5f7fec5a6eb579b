package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import java.util.Iterator;
import java.util.List;

/**
 * Outages as they were recorded.
 *
 * @param rows in order of time, none beginning before the last is over
 */
public record Replayed(List<Outage> rows) implements Timing {

  public static List<Problem> problems(List<Outage> rows) {
    Problems problems = Problems.of()
        .require("rows", !rows.isEmpty(), "must hold at least one outage", "another file");
    for (int i = 1; i < rows.size(); i++) {
      problems.require(
          "rows[" + i + "]",
          rows.get(i).fromNanos() >= rows.get(i - 1).toNanos(),
          "begins before the one before it is over",
          "in order of time, and joined where they overlap");
    }
    return problems.list();
  }

  public Replayed {
    rows = List.copyOf(rows);
    Problems.throwIfAny(problems(rows));
  }

  @Override
  public Iterator<Outage> outages(Stream luck) {
    return rows.iterator();
  }
}
