package headroom.policy.breaker;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Stops calling what keeps failing, and tries it again after a while (platform sheet §7.3, [R5]).
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

  public static List<Problem> problems(
      Window window,
      int minimumCalls,
      double failureRate,
      double slowRate,
      Duration slow,
      Duration open,
      int halfOpenCalls) {
    return Problems.of()
        .require("window", isPositive(window), "must be above 0", "for example 100, or 60s")
        .require("minimum-calls", minimumCalls >= 1, "must be at least 1", "for example 100")
        .require(
            "failure-rate",
            failureRate > 0 && failureRate <= 1,
            "must be above 0 % and at most " + "100 %",
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

  private static boolean isPositive(Window window) {
    return window instanceof Calls calls
        ? calls.calls() >= 1
        : ((Time) window).time().toSeconds() >= 1;
  }

  public CircuitBreaker {
    Problems.throwIfAny(
        problems(window, minimumCalls, failureRate, slowRate, slow, open, halfOpenCalls));
  }
}
