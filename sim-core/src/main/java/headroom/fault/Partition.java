package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Some zones can reach each other and the internet, but no other zone of the region, nor are they
 * reached from there.
 *
 * @param name the cause in the results
 * @param zones the zones that are cut off together
 * @param timing when they are
 */
public record Partition(String name, List<String> zones, Timing timing) implements TimedFailure {

  public static List<Problem> problems(List<String> zones) {
    return Problems.of()
        .require("zones", !zones.isEmpty(), "must name at least one zone", "for example [b]")
        .require(
            "zones", zones.stream().distinct().count() == zones.size(), "must not name one twice")
        .list();
  }

  public Partition {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(zones));
  }
}
