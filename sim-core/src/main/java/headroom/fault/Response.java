package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import headroom.random.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How people mend a failure: it is noticed, somebody is paged, and acts; what they have begun they
 * end, whatever the time.
 *
 * @param detect seconds until it is noticed
 * @param page seconds from there until somebody is at it, at work or on call
 * @param act seconds from there until it is mended
 * @param hours when somebody can begin; empty for round the clock
 */
public record Response(
    Distribution detect, Distribution page, Distribution act, Optional<WorkingHours> hours) {

  // A century, beyond the end of every run, and far from the end of what a long can count.
  private static final double MOST_SECONDS = 3.2e9;

  public static List<Problem> problems(Distribution act) {
    return Problems.of()
        .require("act", act.mean() > 0, "must have a mean above 0", "for example 30m")
        .list();
  }

  public Response {
    Problems.throwIfAny(problems(act));
  }

  /**
   * The course of an outage.
   *
   * @param from nanoseconds from the start at which it began
   * @param start the calendar at time zero
   * @param luck of whatever is mended
   * @param k which outage of it
   */
  public Outage answer(long from, Instant start, Stream luck, long k) {
    long detected = from + nanos(detect, luck.of("detect"), k);
    long paged = detected + nanos(page, luck.of("page"), k);
    long begun = hours
        .map(when -> Duration.between(start, when.firstFrom(start.plusNanos(paged))).toNanos())
        .orElse(paged);
    // A repair takes a nanosecond at least, so that time goes on.
    long to = Math.max(from + 1, begun + nanos(act, luck.of("act"), k));
    return new Outage(from, to, detected, begun);
  }

  private static long nanos(Distribution law, Stream luck, long k) {
    return (long) (Math.min(MOST_SECONDS, law.quantile(luck.at(k))) * 1e9);
  }
}
