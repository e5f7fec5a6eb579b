package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * One outage at a moment that is known beforehand.
 *
 * @param at simulated time from the start
 * @param lasts how long
 */
public record Scripted(Duration at, Duration lasts) implements Timing {

  public static List<Problem> problems(Duration at, Duration lasts) {
    return Problems.of()
        .require(
            "at",
            !at.isNegative(),
            "must be 0 or later, was " + Problems.seconds(at),
            "for example 1d6h")
        .require(
            "lasts",
            lasts.toNanos() > 0,
            "must be above 0, was " + Problems.seconds(lasts),
            "for example 45m")
        .list();
  }

  public Scripted {
    Problems.throwIfAny(problems(at, lasts));
  }

  @Override
  public Iterator<Outage> outages(Stream luck) {
    long from = at.toNanos();
    return List.of(new Outage(from, from + lasts.toNanos())).iterator();
  }
}
