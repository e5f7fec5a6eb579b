package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * How fast a horizontal pod autoscaler goes one way (platform sheet §2.6 [K1], [K4]).
 *
 * @param stabilizationWindow the time over which the most careful recommendation is taken
 * @param policies how many pods there may be more, or fewer, in a while
 * @param selectPolicy which of several policies holds
 */
public record PodBehaviour(Duration stabilizationWindow, List<Pace> policies, Select selectPolicy) {

  // What the API accepts, from general knowledge, unverified.
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
  private static final Duration LONGEST_PERIOD = Duration.ofMinutes(30);

  /** +100 % or +4 pods in 15 s, whichever is more, and at once. */
  public static final PodBehaviour UP = new PodBehaviour(
      Duration.ZERO,
      List.of(new Pace(true, 1, Duration.ofSeconds(15)), new Pace(false, 4, Duration.ofSeconds(15))),
      Select.MAX);

  /** All of them in 15 s, but nothing that was wanted within the last 300 s. */
  public static final PodBehaviour DOWN = new PodBehaviour(
      Duration.ofSeconds(300),
      List.of(new Pace(true, 1, Duration.ofSeconds(15))),
      Select.MAX);

  /** Which of several policies holds. */
  public enum Select {
    /** The one that allows most. */
    MAX,
    /** The one that allows least. */
    MIN,
    /** None: never that way. */
    DISABLED
  }

  /**
   * How many pods may be added, or taken, in a period.
   *
   * @param isShare true when it is a share of the pods at the period's beginning
   * @param amount the share, or the number
   * @param period the while it holds for
   */
  public record Pace(boolean isShare, double amount, Duration period) {

    public static List<Problem> problems(boolean isShare, double amount, Duration period) {
      return Problems.of()
          .require(
              isShare ? "percent" : "pods",
              amount > 0,
              "must be above 0",
              isShare ? "for example 100%" : "for example 4")
          .require(
              "period",
              period.toNanos() > 0 && period.compareTo(LONGEST_PERIOD) <= 0,
              "must be above 0 and at most 30m, was " + Problems.seconds(period),
              "for example 15s")
          .list();
    }

    public Pace {
      Problems.throwIfAny(problems(isShare, amount, period));
    }

    int most(int atBeginning) {
      return isShare
          ? (int) Math.ceil(atBeginning * (1 + amount) - 1e-9)
          : atBeginning + (int) amount;
    }

    int least(int atBeginning) {
      return isShare
          ? (int) Math.floor(atBeginning * (1 - amount) + 1e-9)
          : atBeginning - (int) amount;
    }
  }

  public static List<Problem> problems(Duration stabilizationWindow, List<Pace> policies) {
    return Problems.of()
        .require(
            "stabilization-window",
            !stabilizationWindow.isNegative() && stabilizationWindow.compareTo(LONGEST_WINDOW) <= 0,
            "must be between 0 and 1h, was " + Problems.seconds(stabilizationWindow),
            "for example 300s")
        .require(
            "policies", !policies.isEmpty(), "must hold at least one", "[{pods: 4, period: 15s}]")
        .list();
  }

  public PodBehaviour {
    policies = List.copyOf(policies);
    Problems.throwIfAny(problems(stabilizationWindow, policies));
  }
}
