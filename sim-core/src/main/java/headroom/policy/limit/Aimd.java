package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * One more after each request that went well while at least half of the limit was in use; a share
 * of the limit after one that was dropped or took too long (additive increase, multiplicative
 * decrease: Chiu and Jain 1989; form and figures of Netflix concurrency-limits, {@code AIMDLimit}).
 *
 * @param initial the limit at first
 * @param least the limit never falls below it
 * @param most the limit never rises above it
 * @param backoff what the limit is multiplied with after a bad one, 0.5 or more and below 1
 * @param timeout a request that takes longer is a bad one
 */
public record Aimd(int initial, int least, int most, double backoff, Duration timeout)
    implements ConcurrencyLimit {

  public static final Aimd DEFAULT = new Aimd(20, 20, 200, 0.9, Duration.ofSeconds(5));

  public static List<Problem> problems(
      int initial, int least, int most, double backoff, Duration timeout) {
    return Problems.of()
        .addAll("", Bounds.problems(initial, least, most))
        .require(
            "backoff",
            backoff >= 0.5 && backoff < 1,
            "must be at least 0.5 and below 1, was " + backoff,
            "for example 0.9")
        .require("timeout", timeout.toNanos() > 0, "must be above 0", "for example 5s")
        .list();
  }

  public Aimd {
    Problems.throwIfAny(problems(initial, least, most, backoff, timeout));
  }

  @Override
  public Memory memory() {
    return new Window(initial);
  }

  @Override
  public int limit(Memory memory) {
    return ((Window) memory).limit;
  }

  @Override
  public void left(Memory memory, long tookNanos, int inFlight, boolean dropped, long nowNanos) {
    Window window = (Window) memory;
    if (dropped || tookNanos > timeout.toNanos()) {
      window.limit = Math.max(least, (int) (window.limit * backoff));
    } else if (2L * inFlight >= window.limit) {
      window.limit = Math.min(most, window.limit + 1);
    }
  }

  private static final class Window implements Memory {
    private int limit;

    private Window(int limit) {
      this.limit = limit;
    }
  }
}
