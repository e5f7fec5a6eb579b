package headroom.fleet.traffic;

import java.util.function.LongPredicate;

/** Where a workload sends its requests: a load balancer, or a group directly. */
public interface Destination {

  /** Takes an attempt and sees it through: every one is answered or failed, sooner or later. */
  void accept(Attempt attempt, long nowNanos);

  /** Takes an attempt that was told of before, as an amount, and still waits to be served. */
  void resume(Attempt attempt, long nowNanos);

  /** The number the group behind it knows a class of request by; 0 when it makes no difference. */
  int classNumber(String requestClass);

  /** A failure elsewhere sends more here than usual for as long as {@code active} holds. */
  void pressedBy(String cause, LongPredicate active);

  /** The longest that it waits for an answer itself; Long.MAX_VALUE for ever. */
  default long answersWithinNanos() {
    return Long.MAX_VALUE;
  }

  /** True when some target counts as healthy. */
  boolean hasHealthyTarget();

  /** The cause to name when there is none. */
  String whyNone();
}
