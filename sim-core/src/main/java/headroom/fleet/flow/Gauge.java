package headroom.fleet.flow;

import java.util.Arrays;

/**
 * Remembers what something costly was worked out from, and tells when that has changed by more than
 * hardly: a time by 1 % of the whole it is part of, a share by 3 % of itself or of the rest.
 */
final class Gauge {

  private static final double OF_TIME = 0.01;
  private static final double OF_SHARE = 0.03;
  private static final double LEAST_SHARE = 1e-5;

  // NaN at first: nothing is near it.
  private double[] known = new double[0];
  private double[] seen = new double[8];
  private int count;
  private boolean near = true;
  private double tolerance = 1;

  /**
   * Begins to look at everything anew.
   *
   * @param slack how many times as much as usual may have changed
   */
  void begin(double slack) {
    count = 0;
    near = true;
    tolerance = slack;
  }

  /** Looks at seconds that are part of some whole. */
  void time(double seconds, double whole) {
    look(seconds, tolerance * OF_TIME * whole);
  }

  /** Looks at a share. */
  void share(double share) {
    look(share, tolerance * (OF_SHARE * Math.min(share, 1 - share) + LEAST_SHARE));
  }

  /** Looks at something that must be just what it was. */
  void exactly(double value) {
    look(value, 0);
  }

  private void look(double value, double tolerated) {
    if (count == seen.length) {
      seen = Arrays.copyOf(seen, 2 * count);
    }
    near &= count < known.length
        && (value == known[count] || Math.abs(value - known[count]) <= tolerated);
    seen[count++] = value;
  }

  /** True when all that was looked at is still near what it was; else it is remembered anew. */
  boolean isNear() {
    if (near && count == known.length) {
      return true;
    }
    known = Arrays.copyOf(seen, count);
    return false;
  }
}
