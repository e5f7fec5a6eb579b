package headroom.fleet.flow;

import headroom.random.Distribution;
import headroom.workload.Session;

/**
 * How many requests a session has: a law's value rounded up, at least one.
 *
 * @param mean infinite where a session has no end
 * @param cv2 squared coefficient of variation
 */
record SessionLength(double mean, double cv2) {

  private static final int POINTS = 512;
  private static final int MOST_PHASES = 16;

  static SessionLength of(Session session) {
    Distribution law = session.requests().orElse(null);
    if (law == null) {
      return new SessionLength(Double.POSITIVE_INFINITY, 1);
    }
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < POINTS; i++) {
      double length = Math.max(1, Math.ceil(law.quantile((i + 0.5) / POINTS)));
      sum += length;
      squares += length * length;
    }
    double mean = sum / POINTS;
    return new SessionLength(mean, Math.max(0, squares / POINTS / (mean * mean) - 1));
  }

  /** Phases, each of a geometric number of requests, that together vary about as much. */
  int phases() {
    double wanted = 1 / (cv2 + 1 / mean);
    return (int) Math.max(1, Math.min(MOST_PHASES, Math.min(mean, (double) Math.round(wanted))));
  }

  /** The probability that a request is the last of its phase. */
  double advances(int phases) {
    return phases / mean;
  }
}
