package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Outages that people mend: one at a known moment, or one after another, up for a time to failure
 * and down until somebody has mended it.
 *
 * @param at simulated time from the start, of the only one
 * @param timeToFailure seconds from the end of a repair to the next failure, where there is no moment
 * @param response who mends it, and when
 * @param start the calendar at time zero
 */
public record Attended(
    Optional<Duration> at, Optional<Distribution> timeToFailure, Response response, Instant start)
    implements Timing {

  // Beyond the end of every run, a century, and far from the end of what a long can count.
  private static final long NEVER = Long.MAX_VALUE / 2;

  public static List<Problem> problems(
      Optional<Duration> at, Optional<Distribution> timeToFailure) {
    return Problems.of()
        .require(
            "at",
            at.isPresent() != timeToFailure.isPresent(),
            "must be given, or a time-to-failure, and not both",
            "for example at: 1d6h")
        .require(
            "at",
            at.isEmpty() || !at.get().isNegative(),
            "must be 0 or later",
            "for example 1d6h")
        .require(
            "time-to-failure",
            timeToFailure.isEmpty() || timeToFailure.get().mean() > 0,
            "must have a mean above 0",
            "for example {exponential: {mean: 60d}}")
        .list();
  }

  public Attended {
    Problems.throwIfAny(problems(at, timeToFailure));
  }

  @Override
  public boolean isRandom() {
    return timeToFailure.isPresent();
  }

  @Override
  public Iterator<Outage> outages(Stream luck) {
    return timeToFailure
        .<Iterator<Outage>>map(law -> new Course(law.sampler(), luck))
        .orElseGet(() -> List.of(
                response.answer(at.orElseThrow().toNanos(), start, luck, 0))
            .iterator());
  }

  private final class Course implements Iterator<Outage> {
    private final Sampler up;
    private final Stream luck;
    private long k;
    private long time;

    Course(Sampler up, Stream luck) {
      this.up = up;
      this.luck = luck;
    }

    @Override
    public boolean hasNext() {
      return time < NEVER;
    }

    @Override
    public Outage next() {
      double nanos = up.sample(luck.of("up").at(k)) * 1e9;
      if (nanos >= NEVER - time) {
        time = NEVER;
        return new Outage(NEVER, NEVER + 1);
      }
      Outage outage = response.answer(time + (long) nanos, start, luck, k++);
      time = outage.toNanos();
      return outage;
    }
  }
}
