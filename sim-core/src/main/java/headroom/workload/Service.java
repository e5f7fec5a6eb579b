package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;

/**
 * What one instance does for requests: so many at once, so many waiting, each for so long.
 *
 * @param workers requests served at once
 * @param queue waiting places beyond them; a request that finds none is refused
 * @param time service time of a request in seconds
 */
public record Service(int workers, int queue, Distribution time) {

  public static final int DEFAULT_QUEUE = 100;

  public static List<Problem> problems(int workers, int queue, Distribution time) {
    return Problems.of()
        .require("workers", workers >= 1, "must be at least 1, was " + workers, "for example 8")
        .require("queue", queue >= 0, "must be 0 or more, was " + queue, "for example 100")
        .require(
            "time",
            time.mean() > 0 && time.mean() < Double.POSITIVE_INFINITY,
            "must have a mean above 0 that is finite, was " + time.mean() + " s",
            "for example {lognormal: {mean: 80ms, cv: 1.5}}")
        .list();
  }

  public Service {
    Problems.throwIfAny(problems(workers, queue, time));
  }

  /** Requests per second that one instance can serve without end. */
  public double capacityPerSecond() {
    return workers / time.mean();
  }
}
