package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A stretch of simulated time in which something is down.
 *
 * @param fromNanos nanoseconds from the start at which it goes down
 * @param toNanos when it is back
 */
public record Outage(long fromNanos, long toNanos) {

  public static List<Problem> problems(long fromNanos, long toNanos) {
    return Problems.of()
        .require("from", fromNanos >= 0, "must be 0 or later", "a later start")
        .require("to", toNanos > fromNanos, "must come after its beginning", "a later end")
        .list();
  }

  public Outage {
    Problems.throwIfAny(problems(fromNanos, toNanos));
  }
}
