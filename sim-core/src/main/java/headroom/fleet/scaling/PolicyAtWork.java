package headroom.fleet.scaling;

import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.Verdict;

/** A scaling policy with what it needs to know about its alarms. */
interface PolicyAtWork {

  /** Nanoseconds a new instance is left out of the capacity that the policy sees. */
  long warmUpNanos();

  /** Looks at the alarms of its own, which have points of a minute. */
  default void look(long now) {}

  /** What it wants now. */
  Verdict.Voice voice(GroupView group, long now);

  /** Why it wants that, with numbers. */
  String cause();

  /** When the metric crossed the threshold; -1 when that is not known. */
  long crossedAt();

  /** Nanoseconds that it waits after an activity; negative when it does not wait at all. */
  default long cooldownNanos() {
    return -1;
  }
}
