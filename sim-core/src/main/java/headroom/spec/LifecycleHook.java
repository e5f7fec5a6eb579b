package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.List;

/**
 * A wait in the life of an instance for something outside the group (fleet sheet §4.10 [A24]).
 *
 * @param name its name within the group
 * @param on when it waits
 * @param takes seconds until that something is done
 * @param fails the share that then answers ABANDON
 * @param heartbeatTimeout how long the group waits for a sign of life
 * @param heartbeats true when that something gives one in time, as often as it may
 * @param defaultResult what becomes of an instance whose hook is not answered in time
 */
public record LifecycleHook(
    String name,
    Transition on,
    Distribution takes,
    double fails,
    Duration heartbeatTimeout,
    boolean heartbeats,
    Result defaultResult) {

  /** When a hook waits. */
  public enum Transition {
    LAUNCH,
    TERMINATE
  }

  /** How a hook ends. */
  public enum Result {
    CONTINUE,
    ABANDON
  }

  /**
   * How a wait ended.
   *
   * @param nanos how long it was
   * @param result and with what
   */
  public record Outcome(long nanos, Result result) {}

  /** The most hooks of a group (fleet sheet §4.1). */
  public static final int MOST = 50;

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration MOST_IN_ALL = Duration.ofHours(48);
  private static final double NANOS = 1e9;

  public static List<Problem> problems(double fails, Duration heartbeatTimeout) {
    return Problems.of()
        .percent("fails", fails)
        .require(
            "heartbeat-timeout",
            heartbeatTimeout.compareTo(SHORTEST) >= 0 && heartbeatTimeout.compareTo(LONGEST) <= 0,
            "must be from 30 s to 2 h, was " + Problems.seconds(heartbeatTimeout),
            "with heartbeats: true it may last 100 times as long")
        .list();
  }

  public LifecycleHook {
    Problems.throwIfAny(problems(fails, heartbeatTimeout));
  }

  /** However many heartbeats: 48 h, or 100 times the timeout if that is shorter. */
  public Duration globalLimit() {
    Duration hundred = heartbeatTimeout.multipliedBy(100);
    return hundred.compareTo(MOST_IN_ALL) < 0 ? hundred : MOST_IN_ALL;
  }

  /** What comes of something that takes so long, and then says that it failed, or did not. */
  public Outcome outcome(double seconds, boolean failed) {
    Duration limit = heartbeats ? globalLimit() : heartbeatTimeout;
    return seconds * NANOS <= limit.toNanos()
        ? new Outcome((long) (seconds * NANOS), failed ? Result.ABANDON : Result.CONTINUE)
        : new Outcome(limit.toNanos(), defaultResult);
  }
}
