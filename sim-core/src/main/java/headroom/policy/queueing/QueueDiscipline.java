package headroom.policy.queueing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/** Who of those that wait is served next, and who is not served at all. */
public sealed interface QueueDiscipline {

  /** First in, first out. */
  record Fifo() implements QueueDiscipline {}

  /** Last in, first out. */
  record Lifo() implements QueueDiscipline {}

  /**
   * First in, first out until so many wait, then last in, first out until none waits any more.
   *
   * @param above waiting requests above which the order turns
   */
  record AdaptiveLifo(int above) implements QueueDiscipline {

    public static List<Problem> problems(int above) {
      return Problems.of()
          .require("above", above >= 0, "must be 0 or more, was " + above, "for example 10")
          .list();
    }

    public AdaptiveLifo {
      Problems.throwIfAny(problems(above));
    }
  }

  /**
   * Drops from the front while requests have waited longer than a target for a whole interval,
   * ever faster: interval / sqrt(drops) (Nichols and Jacobson; RFC 8289 §5).
   *
   * @param target waiting time that is fine
   * @param interval how long it may be exceeded
   */
  record CoDel(Duration target, Duration interval) implements QueueDiscipline {

    public static final CoDel DEFAULT = new CoDel(Duration.ofMillis(5), Duration.ofMillis(100));

    public static List<Problem> problems(Duration target, Duration interval) {
      return Problems.of()
          .require("target", target.toNanos() > 0, "must be above 0", "for example 5ms")
          .require(
              "interval",
              interval.compareTo(target) > 0,
              "must be longer than the target",
              "for example 100ms")
          .list();
    }

    public CoDel {
      Problems.throwIfAny(problems(target, interval));
    }
  }

  /** First in, first out, but those whose caller has given up are passed over at no cost. */
  record DeadlineAware() implements QueueDiscipline {}
}
