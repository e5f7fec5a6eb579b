package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * What a service does differently for one class of request.
 *
 * @param requestClass the class's name
 * @param time its service time in seconds; the service's when empty
 * @param priority 0 is served first; a waiting request of a smaller number goes before
 */
public record ClassRule(String requestClass, Optional<Distribution> time, int priority) {

  public static final int LOWEST_PRIORITY = 9;

  public static List<Problem> problems(Optional<Distribution> time, int priority) {
    return Problems.of()
        .require(
            "time",
            time.isEmpty()
                || (time.get().mean() > 0 && time.get().mean() < Double.POSITIVE_INFINITY),
            "must have a mean above 0 that is finite",
            "for example 80ms")
        .require(
            "priority",
            priority >= 0 && priority <= LOWEST_PRIORITY,
            "must be between 0 and " + LOWEST_PRIORITY + ", was " + priority,
            "for example 1")
        .list();
  }

  public ClassRule {
    Problems.throwIfAny(problems(time, priority));
  }
}
