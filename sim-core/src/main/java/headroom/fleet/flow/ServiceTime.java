package headroom.fleet.flow;

import headroom.random.Distribution;

/**
 * A service time as a few points, each with the share of requests it stands for: even ones for the
 * bulk, ever finer ones toward the tail, so that the 99.9 % quantile has points of its own.
 */
final class ServiceTime {

  /** Number of points. */
  static final int POINTS = 82;

  private static final int BULK = 36;
  private static final double LEAST = 1e-8;

  /** What each point stands for; the same for every law. */
  static final double[] SHARE = new double[POINTS];

  private static final double[] MIDDLE = new double[POINTS];

  static {
    double at = 0;
    for (int i = 0; i < POINTS; i++) {
      int decade = (i - BULK) / 9;
      SHARE[i] = i < BULK ? 0.9 / BULK : i == POINTS - 1 ? 1e-6 : tenTo(-2 - decade);
      MIDDLE[i] = at + SHARE[i] / 2;
      at += SHARE[i];
    }
  }

  private static final int PARTS = 4;

  private final double mean;
  private final double cv2;
  private final double[] seconds = new double[POINTS];
  private final double[] edges = new double[POINTS + 1];

  ServiceTime(Distribution law) {
    this.mean = law.mean();
    double cv = law.coefficientOfVariation();
    // A law without a variance has its tail cut off by the points anyway.
    this.cv2 = cv < 1e6 ? cv * cv : 1e12;
    for (int i = 0; i < POINTS; i++) {
      seconds[i] = law.quantile(MIDDLE[i]);
      edges[i] = law.quantile(Math.max(MIDDLE[i] - SHARE[i] / 2, LEAST));
    }
    edges[POINTS] = law.quantile(1 - LEAST);
  }

  private ServiceTime(double cv2) {
    this.mean = 1;
    this.cv2 = cv2;
  }

  /** A time of mean 1 of which nothing else is known but how much it varies. */
  static ServiceTime unit(double cv2) {
    return new ServiceTime(cv2);
  }

  /** All of it, at a share of the usual speed. */
  Times times(double speed) {
    Times.Collector all = new Times.Collector();
    for (int i = 0; i < POINTS; i++) {
      all.add(seconds[i] / speed, SHARE[i]);
    }
    return all.times();
  }

  /** The same, each point's share spread over what it stands for. */
  Times spread(double speed) {
    Times.Collector all = new Times.Collector();
    for (int i = 0; i < POINTS; i++) {
      double from = edges[i];
      double to = edges[i + 1];
      for (int part = 0; part < PARTS; part++) {
        all.add((from + (part + 0.5) / PARTS * (to - from)) / speed, SHARE[i] / PARTS);
      }
    }
    return all.times();
  }

  /** The middle of a point's share, as a probability. */
  static double middle(int point) {
    return MIDDLE[point];
  }

  private static double tenTo(int exponent) {
    double power = 1;
    for (int i = 0; i > exponent; i--) {
      power /= 10;
    }
    return power;
  }

  double mean() {
    return mean;
  }

  /** Squared coefficient of variation. */
  double cv2() {
    return cv2;
  }

  double seconds(int point) {
    return seconds[point];
  }

  /** A point's share of the mean. */
  double weight(int point) {
    return SHARE[point] * seconds[point];
  }

  /** The mean of the points. */
  double meanOfPoints() {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += weight(i);
    }
    return sum;
  }

  /** Where the times begin that a point stands for; those of the last end at one place more. */
  double edge(int point) {
    return edges[point];
  }

  /** The share of requests served within a time. */
  double within(double limit) {
    double share = 0;
    for (int i = 0; i < POINTS && seconds[i] <= limit; i++) {
      share += SHARE[i];
    }
    return share;
  }
}
