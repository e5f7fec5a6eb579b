package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Work on some of a group's instances that is announced (fleet sheet §1.3, platform sheet §8.4): at
 * the notice they stop taking requests and finish those they have, then they are taken. A group that
 * replaces launches others at the notice; in one that does not, they come back in their places.
 *
 * @param name the cause in the results
 * @param of the group
 * @param share share of those in service, rounded to whole instances, at least one
 * @param notice how long before the work it is told
 * @param event what is done at its date
 * @param timing when the work is done
 */
public record Maintenance(
    String name, String of, double share, Duration notice, Event event, Timing timing)
    implements TimedFailure {

  /** What the provider schedules (fleet sheet §1.3 [E4], [E5]). */
  public enum Event {
    /** They are taken away for a while; whoever can lets them go at the notice. */
    MAINTENANCE,
    /**
     * They are stopped at the date, and started on other hardware afterwards; those that start from
     * disks of their host end. A group that replaces waits for the date, too.
     */
    RETIREMENT,
    /** They are rebooted at the date. */
    REBOOT
  }

  /** Work for which they are taken away. */
  public Maintenance(String name, String of, double share, Duration notice, Timing timing) {
    this(name, of, share, notice, Event.MAINTENANCE, timing);
  }

  public static List<Problem> problems(double share, Duration notice) {
    Problems problems = Problems.of();
    Shares.some(problems, "share", share, "for example 30%");
    return problems
        .require("notice", !notice.isNegative(), "must be 0 or more", "for example 15m")
        .list();
  }

  public Maintenance {
    Problems.throwIfAny(problems(share, notice));
  }
}
