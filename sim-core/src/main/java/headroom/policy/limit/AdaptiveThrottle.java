package headroom.policy.limit;

import headroom.math.RollingSum;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * A caller that turns its own requests away, the more the fewer of the last ones were accepted:
 * with probability max(0, (requests - k · accepts) / (requests + 1)), where its own refusals count
 * as requests too (platform sheet §7.3, [R6]).
 *
 * @param k requests it sends for each that is accepted, at least 1
 * @param window how far it looks back, to a sixtieth of it
 */
public record AdaptiveThrottle(double k, Duration window) {

  public static final AdaptiveThrottle DEFAULT = new AdaptiveThrottle(2, Duration.ofMinutes(2));

  private static final int SLICES = 60;

  public static List<Problem> problems(double k, Duration window) {
    return Problems.of()
        .require("k", k >= 1 && k <= 1000, "must be between 1 and 1000, was " + k, "for example 2")
        .require(
            "window",
            window.toSeconds() >= 1 && window.compareTo(Duration.ofDays(1)) <= 0,
            "must be between 1 s and 1 d, was " + Problems.seconds(window),
            "for example 2m")
        .list();
  }

  public AdaptiveThrottle {
    Problems.throwIfAny(problems(k, window));
  }

  /** The memory of a caller that has sent nothing yet. */
  public Memory memory() {
    return new Memory(window.toNanos() / SLICES);
  }

  /**
   * Whether a request is turned away now; it counts in either case.
   *
   * @param u luck, uniform in (0, 1)
   */
  public boolean turnsAway(Memory memory, double u, long nowNanos) {
    long requests = memory.requests.sum(nowNanos);
    long accepts = memory.accepts.sum(nowNanos);
    memory.requests.add(1, nowNanos);
    return u < probability(requests, accepts);
  }

  /** A request was accepted by whoever it was sent to. */
  public void accepted(Memory memory, long nowNanos) {
    memory.accepts.add(1, nowNanos);
  }

  /** The probability that a request is turned away after so many requests and accepts. */
  public double probability(long requests, long accepts) {
    return Math.max(0, (requests - k * accepts) / (requests + 1.0));
  }

  /** What one caller remembers. */
  public static final class Memory {
    private final RollingSum requests;
    private final RollingSum accepts;

    private Memory(long sliceNanos) {
      this.requests = new RollingSum(SLICES, sliceNanos);
      this.accepts = new RollingSum(SLICES, sliceNanos);
    }
  }
}
