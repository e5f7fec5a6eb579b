package headroom.fleet.routing;

/** How a target's latest requests went, as rules that look at answers see it. */
final class Outcomes {

  // A new answer weighs a tenth in the mean: long enough to smooth, short enough to notice.
  private static final double NEWEST = 0.1;
  private static final long WINDOW = 10_000_000_000L;

  private double seconds;
  private long windowEnds;
  private double failed;
  private double all;
  private double failedBefore;
  private double allBefore;

  void add(long tookNanos, boolean succeeded, long now) {
    turn(now);
    all++;
    if (!succeeded) {
      failed++;
      return;
    }
    double took = tookNanos / 1e9;
    seconds = seconds == 0 ? took : seconds + NEWEST * (took - seconds);
  }

  double seconds() {
    return seconds;
  }

  /** The failed share over the window at hand and the one before. */
  double failureShare() {
    double sum = all + allBefore;
    return sum == 0 ? 0 : (failed + failedBefore) / sum;
  }

  private void turn(long now) {
    if (now < windowEnds) {
      return;
    }
    boolean isNext = now < windowEnds + WINDOW;
    failedBefore = isNext ? failed : 0;
    allBefore = isNext ? all : 0;
    failed = 0;
    all = 0;
    windowEnds = (now / WINDOW + 1) * WINDOW;
  }
}
