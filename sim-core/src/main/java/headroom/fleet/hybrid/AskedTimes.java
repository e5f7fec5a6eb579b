package headroom.fleet.hybrid;

import headroom.spec.AskedWindow;
import java.util.List;

/** When the user wants requests, in nanoseconds of simulated time. */
final class AskedTimes {

  private final List<AskedWindow> windows;

  AskedTimes(List<AskedWindow> windows) {
    this.windows = windows;
  }

  /** True while requests are wanted. */
  boolean has(long now) {
    for (AskedWindow window : windows) {
      if (window.at().toNanos() <= now && now < window.endNanos()) {
        return true;
      }
    }
    return false;
  }

  /** The next moment after this at which they begin to be wanted; Long.MAX_VALUE for never. */
  long nextAfter(long now) {
    long next = Long.MAX_VALUE;
    for (AskedWindow window : windows) {
      long at = window.at().toNanos();
      next = at > now ? Math.min(next, at) : next;
    }
    return next;
  }
}
