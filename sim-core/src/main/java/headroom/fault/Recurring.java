package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.Iterator;
import java.util.List;

/**
 * Outages at random for ever: up for a time to failure, down for a time to repair, up at first (an
 * alternating renewal process, whose availability is the share of the mean times).
 *
 * @param timeToFailure seconds from the end of a repair to the next failure
 * @param timeToRepair seconds from a failure to the end of its repair
 */
public record Recurring(Distribution timeToFailure, Distribution timeToRepair) implements Timing {

  private static final double NANOS = 1e9;

  // Beyond the end of every run, a century, and far from the end of what a long can count.
  private static final long NEVER = Long.MAX_VALUE / 2;

  public static List<Problem> problems(Distribution timeToFailure, Distribution timeToRepair) {
    return Problems.of()
        .require(
            "time-to-failure",
            timeToFailure.mean() > 0,
            "must have a mean above 0, was " + timeToFailure.mean() + " s",
            "for example {exponential: {mean: 60d}}")
        .require(
            "time-to-repair",
            timeToRepair.mean() > 0,
            "must have a mean above 0, was " + timeToRepair.mean() + " s",
            "for example {lognormal: {mean: 2h, cv: 1}}")
        .list();
  }

  public Recurring {
    Problems.throwIfAny(problems(timeToFailure, timeToRepair));
  }

  /** The share of the time that it is up in the long run. */
  public double availability() {
    return timeToFailure.mean() / (timeToFailure.mean() + timeToRepair.mean());
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public Iterator<Outage> outages(Stream luck) {
    return new Course(timeToFailure.sampler(), timeToRepair.sampler(), luck);
  }

  private static final class Course implements Iterator<Outage> {
    private final Sampler up;
    private final Sampler down;
    private final Stream luckOfUp;
    private final Stream luckOfDown;
    private long k;
    private long time;

    Course(Sampler up, Sampler down, Stream luck) {
      this.up = up;
      this.down = down;
      this.luckOfUp = luck.of("up");
      this.luckOfDown = luck.of("down");
    }

    @Override
    public boolean hasNext() {
      return time < NEVER;
    }

    @Override
    public Outage next() {
      long from = later(time, up.sample(luckOfUp.at(k)));
      // A repair takes a nanosecond at least, so that time goes on.
      long to = Math.max(from + 1, later(from, down.sample(luckOfDown.at(k))));
      k++;
      time = to;
      return new Outage(from, to);
    }

    private static long later(long time, double seconds) {
      return time + (long) Math.min(seconds * NANOS, (double) (NEVER - Math.min(time, NEVER)));
    }
  }
}
