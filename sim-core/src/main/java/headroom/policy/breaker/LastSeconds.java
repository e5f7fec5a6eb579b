package headroom.policy.breaker;

import headroom.math.RollingSum;
import java.time.Duration;

/** The calls that ended in the last so many seconds, the present one included. */
final class LastSeconds extends Outcomes {

  private static final long SECOND = 1_000_000_000L;

  private final RollingSum calls;
  private final RollingSum failed;
  private final RollingSum slow;
  private long lastNanos;

  LastSeconds(Duration window) {
    int seconds = Math.toIntExact(window.toSeconds());
    this.calls = new RollingSum(seconds, SECOND);
    this.failed = new RollingSum(seconds, SECOND);
    this.slow = new RollingSum(seconds, SECOND);
  }

  @Override
  void add(boolean callFailed, boolean callSlow, long nowNanos) {
    calls.add(1, nowNanos);
    failed.add(callFailed ? 1 : 0, nowNanos);
    slow.add(callSlow ? 1 : 0, nowNanos);
    lastNanos = nowNanos;
  }

  @Override
  long calls() {
    return calls.sum(lastNanos);
  }

  @Override
  long failed() {
    return failed.sum(lastNanos);
  }

  @Override
  long slow() {
    return slow.sum(lastNanos);
  }

  @Override
  void clear() {
    calls.clear();
    failed.clear();
    slow.clear();
  }
}
