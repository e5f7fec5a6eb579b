package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * What EC2 does with a broken instance that no group replaces (fleet sheet §1.3 [E3]): it goes on as
 * it was, with its memory lost, on other hardware or where it is.
 *
 * @param automatic true for simplified automatic recovery, when the system check fails
 * @param recoverAfter failures in a row of the system check after which an alarm recovers it; empty
 *     for no such alarm
 * @param rebootAfter failures in a row of the instance check after which an alarm reboots it; empty
 *     for no such alarm
 */
public record Recovery(boolean automatic, OptionalInt recoverAfter, OptionalInt rebootAfter) {

  /** Nothing: somebody has to repair it. */
  public static final Recovery NONE = new Recovery(false, OptionalInt.empty(), OptionalInt.empty());

  /** Since when each is there (from general knowledge, unverified). */
  public static final LocalDate AUTOMATIC_SINCE = LocalDate.of(2022, 3, 28);

  public static final LocalDate ALARMS_SINCE = LocalDate.of(2015, 1, 12);

  /** Of an instance in a day (from general knowledge, unverified). */
  public static final int MOST_A_DAY = 3;

  public static List<Problem> problems(OptionalInt recoverAfter, OptionalInt rebootAfter) {
    return Problems.of()
        .require(
            "recover-after",
            recoverAfter.orElse(1) >= 1,
            "must be at least 1, was " + recoverAfter.orElse(1),
            "for example 2")
        .require(
            "reboot-after",
            rebootAfter.orElse(1) >= 1,
            "must be at least 1, was " + rebootAfter.orElse(1),
            "for example 3")
        .list();
  }

  public Recovery {
    Problems.throwIfAny(problems(recoverAfter, rebootAfter));
  }

  /** True when nothing is done. */
  public boolean isNone() {
    return !automatic && recoverAfter.isEmpty() && rebootAfter.isEmpty();
  }

  /** Failures in a row of the system check after which it recovers; empty where it never does. */
  public OptionalInt afterSystemChecks(int usual) {
    if (automatic) {
      return OptionalInt.of(Math.min(usual, recoverAfter.orElse(usual)));
    }
    return recoverAfter;
  }
}
