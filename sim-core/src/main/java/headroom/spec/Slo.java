package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the users were promised; a minute that misses it is a bad minute.
 *
 * @param availability the share of a minute's requests that must succeed
 * @param latencyP99 what 99 % of a minute's successful requests must stay within; empty for no limit
 */
public record Slo(double availability, Optional<Duration> latencyP99) {

  /** What a bad minute is judged by when a scenario says nothing (design: 99.9 %, no latency). */
  public static final Slo DEFAULT = new Slo(0.999, Optional.empty());

  public static List<Problem> problems(double availability, Optional<Duration> latencyP99) {
    return Problems.of()
        .require(
            "availability",
            availability > 0 && availability <= 1,
            "must be above 0 % and at most 100 %, was " + 100 * availability + " %",
            "for example 99.95%")
        .require(
            "latency-p99",
            latencyP99.isEmpty() || latencyP99.get().toNanos() > 0,
            "must be above 0",
            "for example 500ms")
        .list();
  }

  public Slo {
    Problems.throwIfAny(problems(availability, latencyP99));
  }
}
