package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the senders of a workload behave.
 *
 * @param timeout how long one attempt is waited for; empty when for ever
 */
public record Client(Optional<Duration> timeout) {

  /** A client of which nothing is said: a minute's patience, one attempt. */
  public static final Client DEFAULT = new Client(Optional.of(Duration.ofMinutes(1)));

  public static List<Problem> problems(Optional<Duration> timeout) {
    return Problems.of()
        .require(
            "timeout",
            timeout.isEmpty() || timeout.get().toNanos() > 0,
            "must be above 0",
            "for example 2s, or never")
        .list();
  }

  public Client {
    Problems.throwIfAny(problems(timeout));
  }

  /** The timeout in nanoseconds; {@link Long#MAX_VALUE} when there is none. */
  public long timeoutNanos() {
    return timeout.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }
}
