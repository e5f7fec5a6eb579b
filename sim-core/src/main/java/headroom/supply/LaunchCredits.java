package headroom.supply;

import java.util.ArrayDeque;
import java.util.Deque;

/** Credits for starts: at most a hundred starts in any 24 h get them (fleet sheet §1.8 [E17]). */
public final class LaunchCredits {

  private static final int MOST = 100;
  private static final long DAY = 86_400_000_000_000L;

  private final Deque<Long> starts = new ArrayDeque<>();

  /** Credits for a start at a moment; who is there at time zero has started before, with them. */
  public double at(long nowNanos, CreditRule rule) {
    if (rule.launchCredits() == 0 || nowNanos == 0) {
      return rule.launchCredits();
    }
    while (!starts.isEmpty() && starts.getFirst() <= nowNanos - DAY) {
      starts.removeFirst();
    }
    if (starts.size() >= MOST) {
      return 0;
    }
    starts.addLast(nowNanos);
    return rule.launchCredits();
  }
}
