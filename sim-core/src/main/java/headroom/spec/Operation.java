package headroom.spec;

import headroom.policy.scaling.Recurring;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does by hand with some instances of a group, the oldest first (fleet sheet §4.7
 * [A17], §1.1 [E1]).
 *
 * @param kind what is done
 * @param at when, from the start of the run
 * @param recurs at which moments of the calendar instead; empty for once
 * @param instances with how many
 * @param lasts how long until they are put back as they were; empty where that never is
 * @param decrementDesired true when the group is to be so much smaller meanwhile, and none is
 *     launched instead
 * @param takes how long it takes them to stop; empty for no time, or, with their memory kept, for
 *     what writing that takes
 * @param type what they are from then on
 */
public record Operation(
    Kind kind,
    Duration at,
    Optional<Recurring> recurs,
    int instances,
    Optional<Duration> lasts,
    boolean decrementDesired,
    Optional<Duration> takes,
    Optional<String> type) {

  /** What can be done. */
  public enum Kind {
    /** Out of service and unchecked, but billed, until it returns. */
    STANDBY("standby"),
    /** Out of the group for good, and billed on. */
    DETACH("detach"),
    /** Not billed; it keeps its volumes and its addresses within the network. */
    STOP("stop"),
    /** The same with its memory kept. */
    HIBERNATE("hibernate"),
    /** Running again, of those that are stopped. */
    START("start"),
    /** Its operating system started once more, where it is. */
    REBOOT("reboot"),
    /** Another type, for one that is stopped. */
    CHANGE_TYPE("change-type"),
    /** Left alone by scale-in from then on ([A23]). */
    PROTECT("protect"),
    /** Left alone no more. */
    UNPROTECT("unprotect");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name in a scenario file. */
    public String word() {
      return word;
    }

    /** True when it switches instances off. */
    public boolean stops() {
      return this == STOP || this == HIBERNATE;
    }

    /** True when instances leave their group by it. */
    public boolean leaves() {
      return this == STANDBY || this == DETACH;
    }

    /** True when it says who is left alone by scale-in. */
    public boolean protects() {
      return this == PROTECT || this == UNPROTECT;
    }

    /** True when it stops, starts or reboots instances. */
    public boolean isOfPower() {
      return !leaves() && !protects();
    }
  }

  public static List<Problem> problems(
      Kind kind,
      Duration at,
      Optional<Recurring> recurs,
      int instances,
      Optional<Duration> lasts,
      boolean decrementDesired,
      Optional<Duration> takes,
      Optional<String> type) {
    return Problems.of()
        .require("at", !at.isNegative(), "must be 0 or more", "for example 1h")
        .require(
            "at",
            recurs.isEmpty() || at.isZero(),
            "is when something is done once, and this recurs",
            "at or cron, not both")
        .require(
            "instances", instances >= 1, "must be at least 1, was " + instances, "for example 2")
        .require(
            "lasts",
            lasts.isEmpty() || (!lasts.get().isNegative() && !lasts.get().isZero()),
            "must be above 0",
            "for example 30m, or leave it out")
        .require(
            "lasts",
            lasts.isEmpty() || kind == Kind.STANDBY || kind.stops(),
            "is for what comes back: a standby, a stop, a hibernation",
            "leave it out")
        .require(
            "lasts",
            lasts.isEmpty() || takes.isEmpty() || lasts.get().compareTo(takes.get()) >= 0,
            "must be at least what stopping takes",
            "a longer one")
        .require(
            "decrement-desired",
            !decrementDesired || kind.leaves(),
            "is for a standby or a detached instance",
            "leave it out")
        .require(
            "takes",
            takes.isEmpty() || (kind.stops() && !takes.get().isNegative()),
            "is for a stop or a hibernation, and 0 or more",
            "for example 45s, or leave it out")
        .require(
            "type",
            type.isPresent() == (kind == Kind.CHANGE_TYPE),
            "is what a change-type changes to",
            "for example type: m5.xlarge")
        .list();
  }

  /** True when some operation of a group stops, starts or reboots instances. */
  public static boolean anyOfPower(Group group) {
    return group.upkeep().operations().stream().anyMatch(one -> one.kind().isOfPower());
  }

  public Operation {
    Problems.throwIfAny(
        problems(kind, at, recurs, instances, lasts, decrementDesired, takes, type));
  }

  /** What is done once, in the usual time. */
  public Operation(
      Kind kind, Duration at, int instances, Optional<Duration> lasts, boolean decrementDesired) {
    this(
        kind,
        at,
        Optional.empty(),
        instances,
        lasts,
        decrementDesired,
        Optional.empty(),
        Optional.empty());
  }
}
