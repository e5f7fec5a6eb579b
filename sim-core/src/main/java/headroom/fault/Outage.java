package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A stretch of simulated time in which something is down.
 *
 * @param fromNanos nanoseconds from the start at which it goes down
 * @param toNanos when it is back
 * @param detectedNanos when somebody has noticed; -1 where nobody has to
 * @param begunNanos when somebody begins to mend it; -1 where nobody has to
 */
public record Outage(long fromNanos, long toNanos, long detectedNanos, long begunNanos) {

  /** One that is over by itself. */
  public Outage(long fromNanos, long toNanos) {
    this(fromNanos, toNanos, -1, -1);
  }

  /** True when people have mended it. */
  public boolean isAttended() {
    return detectedNanos >= 0;
  }

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
