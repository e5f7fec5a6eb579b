package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The part of the failures of a group's instances that strikes several of them together (the
 * beta-factor model where it takes all, else the binomial failure rate model): shocks come to each
 * node of one level of the tree of failure domains, as a Poisson process of its own, and take what
 * lies below it (platform sheet §8.3).
 *
 * @param share share of each instance's failures that have a common cause, above 0 to 1
 * @param takes share of the instances that such a shock takes on average, above 0 to 1
 * @param level whose nodes are struck
 * @param others true when the instances of other groups below the node are struck with them
 * @param over in which time those that a shock takes fail, one by one
 * @param timeToRepair seconds from the last of them until all run again in their places; empty where
 *     each is repaired for itself
 */
public record CommonCause(
    double share,
    double takes,
    Level level,
    boolean others,
    Duration over,
    Optional<Distribution> timeToRepair) {

  private static final Duration LONGEST = Duration.ofDays(1);

  /** What a shock comes to. */
  public enum Level {
    GROUP("group"),
    HOST("host"),
    RACK("rack"),
    ZONE("zone"),
    REGION("region"),
    PROVIDER("provider");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** True when its nodes are machines within a zone. */
    public boolean isHardware() {
      return this == HOST || this == RACK;
    }
  }

  public static List<Problem> problems(
      double share,
      double takes,
      Level level,
      boolean others,
      Duration over,
      Optional<Distribution> timeToRepair) {
    return Problems.of()
        .require(
            "share", share > 0 && share < 1, "must be above 0 % and below 100 %", "for example 10%")
        .require(
            "takes",
            takes > 0 && takes <= 1,
            "must be above 0 % and at most 100 %",
            "for example 100%")
        .require(
            "others",
            !others || level != Level.GROUP,
            "have nothing in common with the group itself",
            "for example level: rack")
        .require(
            "over",
            !over.isNegative() && over.compareTo(LONGEST) <= 0,
            "must be between 0 and 1 d, was " + Problems.seconds(over),
            "for example 2m")
        .require(
            "time-to-repair",
            timeToRepair.isEmpty() || timeToRepair.get().mean() > 0,
            "must have a mean above 0",
            "for example {uniform: {low: 1h, high: 6h}}")
        .list();
  }

  public CommonCause {
    Problems.throwIfAny(problems(share, takes, level, others, over, timeToRepair));
  }

  /** Of the group itself, at one moment. */
  public CommonCause(double share, double takes) {
    this(share, takes, Level.GROUP, false, Duration.ZERO, Optional.empty());
  }
}
