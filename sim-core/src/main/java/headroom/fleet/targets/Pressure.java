package headroom.fleet.targets;

import java.util.function.LongPredicate;

/** A failure elsewhere that sends more here than usual, and until when it did. */
final class Pressure {

  private final String cause;
  private final LongPredicate active;
  private long endedAt = Long.MAX_VALUE;

  Pressure(String cause, LongPredicate active) {
    this.cause = cause;
    this.active = active;
  }

  String cause() {
    return cause;
  }

  /** Whether it explains harm done now where a queue has not been empty since then. */
  boolean explains(long waitingSince, long now) {
    if (endedAt == Long.MAX_VALUE && !active.test(now)) {
      endedAt = now;
    }
    return endedAt == Long.MAX_VALUE || waitingSince <= endedAt;
  }
}
