package headroom.policy.breaker;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Stops calling what keeps failing, and tries it again after a while, as resilience4j has it
 * (platform sheet §7.3, [R5]). It costs the same for each call, whatever the window.
 *
 * <p>Closed, it opens as soon as the window holds enough calls and a rate is reached. Open, it lets
 * nothing through until its time is over; the next call that asks makes it half-open. Half-open, it
 * lets a few calls through, and opens or closes by their rates when enough of them have ended.
 *
 * <p>A call counts in the state in which it began: one from before the breaker opened says nothing
 * about how things are now.
 *
 * @param window what is looked back on: the last calls, or the calls of the last seconds
 * @param minimumCalls calls in the window before anything is decided
 * @param failureRate share of failures from which it opens, 0 to 1
 * @param slowRate share of slow calls from which it opens, 0 to 1
 * @param slow how long a call takes to be slow
 * @param open how long it lets nothing through
 * @param halfOpenCalls calls let through on trial afterwards
 */
public record CircuitBreaker(
    Window window,
    int minimumCalls,
    double failureRate,
    double slowRate,
    Duration slow,
    Duration open,
    int halfOpenCalls) {

  /** What a breaker does just now. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /** What a breaker looks back on. */
  public sealed interface Window {}

  /**
   * The last so many calls.
   *
   * @param calls how many
   */
  public record Calls(int calls) implements Window {}

  /**
   * The calls of the last so many seconds.
   *
   * @param time how far back, whole seconds
   */
  public record Time(Duration time) implements Window {}

  public static final CircuitBreaker DEFAULT = new CircuitBreaker(
      new Calls(100), 100, 0.5, 1, Duration.ofSeconds(60), Duration.ofSeconds(60), 10);

  private static final int MOST_CALLS = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  public static List<Problem> problems(
      Window window,
      int minimumCalls,
      double failureRate,
      double slowRate,
      Duration slow,
      Duration open,
      int halfOpenCalls) {
    return Problems.of()
        .require(
            "window",
            isBounded(window),
            "must be 1 to " + MOST_CALLS + " calls, or 1 s to 1 d in whole seconds",
            "for example 100, or 60s")
        .require("minimum-calls", minimumCalls >= 1, "must be at least 1", "for example 100")
        .require(
            "failure-rate",
            failureRate > 0 && failureRate <= 1,
            "must be above 0 % and at most 100 %",
            "for example 50%")
        .require(
            "slow-rate",
            slowRate > 0 && slowRate <= 1,
            "must be above 0 % and at most 100 %",
            "for example 100%")
        .require("slow", slow.toNanos() > 0, "must be above 0", "for example 60s")
        .require(
            "open",
            open.toNanos() > 0,
            "must be above 0: a breaker that is never open does nothing",
            "for example 60s")
        .require(
            "half-open-calls",
            halfOpenCalls >= 1,
            "must be at least 1: without a call on trial it can never close",
            "for example 10")
        .list();
  }

  private static boolean isBounded(Window window) {
    if (window instanceof Calls calls) {
      return calls.calls() >= 1 && calls.calls() <= MOST_CALLS;
    }
    Duration time = ((Time) window).time();
    boolean isWhole = time.equals(Duration.ofSeconds(time.toSeconds()));
    return isWhole && time.toSeconds() >= 1 && time.compareTo(LONGEST) <= 0;
  }

  public CircuitBreaker {
    Problems.throwIfAny(
        problems(window, minimumCalls, failureRate, slowRate, slow, open, halfOpenCalls));
  }

  /** The memory of a caller that has called nobody yet. */
  public Memory memory() {
    return new Memory(Outcomes.over(window));
  }

  /**
   * Whether a call may be made now. One that is let through is owed an end: {@link #ended} or
   * {@link #cancelled}.
   */
  public boolean lets(Memory memory, long nowNanos) {
    if (memory.state == State.OPEN && nowNanos - memory.since >= open.toNanos()) {
      memory.enter(State.HALF_OPEN, nowNanos);
    }
    return switch (memory.state) {
      case CLOSED -> true;
      case OPEN -> false;
      case HALF_OPEN -> memory.trial.takesPlace(halfOpenCalls);
    };
  }

  /**
   * A call that was let through has ended.
   *
   * @param tookNanos time since it was let through
   */
  public void ended(Memory memory, boolean failed, long tookNanos, long nowNanos) {
    if (!beganInThisState(memory, tookNanos, nowNanos)) {
      return;
    }
    boolean wasSlow = tookNanos > slow.toNanos();
    if (memory.state == State.CLOSED) {
      memory.outcomes.add(failed, wasSlow, nowNanos);
      if (memory.outcomes.calls() >= enough() && isReached(memory.outcomes)) {
        memory.enter(State.OPEN, nowNanos);
      }
    } else if (memory.state == State.HALF_OPEN) {
      memory.trial.add(failed, wasSlow, nowNanos);
      if (memory.trial.calls() >= Math.min(minimumCalls, halfOpenCalls)) {
        memory.enter(isReached(memory.trial) ? State.OPEN : State.CLOSED, nowNanos);
      }
    }
  }

  /**
   * A call that was let through came to no end of its own, such as a hedge whose twin has answered:
   * it counts as nothing, and a place on trial is free again.
   *
   * @param tookNanos time since it was let through
   */
  public void cancelled(Memory memory, long tookNanos, long nowNanos) {
    if (memory.state == State.HALF_OPEN && beganInThisState(memory, tookNanos, nowNanos)) {
      memory.trial.givePlaceBack();
    }
  }

  private static boolean beganInThisState(Memory memory, long tookNanos, long nowNanos) {
    return nowNanos - tookNanos >= memory.since;
  }

  /** Calls in the window before it decides; a window of fewer calls is full with those. */
  private int enough() {
    return window instanceof Calls calls ? Math.min(minimumCalls, calls.calls()) : minimumCalls;
  }

  private boolean isReached(Outcomes outcomes) {
    double calls = outcomes.calls();
    return outcomes.failed() / calls >= failureRate || outcomes.slow() / calls >= slowRate;
  }

  /** What one breaker remembers. */
  public static final class Memory {
    private final Outcomes outcomes;
    private final Trial trial = new Trial();
    private State state = State.CLOSED;
    private long since;

    private Memory(Outcomes outcomes) {
      this.outcomes = outcomes;
    }

    /** What it does now; an open one stays open until somebody asks. */
    public State state() {
      return state;
    }

    private void enter(State next, long nowNanos) {
      state = next;
      since = nowNanos;
      outcomes.clear();
      trial.clear();
    }
  }
}
