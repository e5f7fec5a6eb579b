package headroom.fleet.flow;

/**
 * The sum of two independent times, both as shares at {@link Times}' points, shared out to points so
 * that the mean stays.
 *
 * <p>Of each pair one is the larger; where the other is shorter than the gap after the larger's
 * point, the sum stays in that gap whatever it is, so all such pairs of a point are added at once, by
 * their shares and their mean. Only pairs of a like size are looked at one by one.
 */
final class TimesSum {

  // A time of an octave this much lower is shorter than the gap after a point.
  private static final int FAR = 5;

  private final int from;
  private final double[] mass;
  private final double[] moment;

  private TimesSum(int from, int size) {
    this.from = from;
    this.mass = new double[size];
    this.moment = new double[size];
  }

  /**
   * Adds the shares of all sums to those at their points.
   *
   * @return the last point with a share
   */
  static int add(double[] left, int first, double[] right, int second, double[] to) {
    int from = Math.max(first, second);
    double longest = Times.at(first + left.length - 1) + Times.at(second + right.length - 1);
    int last = Times.index(Double.doubleToRawLongBits(longest));
    TimesSum sum = new TimesSum(from, last - from + 1);
    sum.far(left, first, right, second);
    sum.far(right, second, left, first);
    sum.near(left, first, right, second);
    for (int i = 0; i < sum.mass.length; i++) {
      to[from + i] += sum.mass[i] - sum.moment[i];
      to[from + i + 1] += sum.moment[i];
    }
    return last + 1;
  }

  /** Pairs of which the second is far shorter. */
  private void far(double[] large, int first, double[] small, int second) {
    double shares = 0;
    double seconds = 0;
    int next = 0;
    for (int i = 0; i < large.length; i++) {
      int end = Math.min(small.length, octave(first + i - (FAR - 1) * Times.PER_OCTAVE) - second);
      for (; next < end; next++) {
        shares += small[next];
        seconds += small[next] * Times.at(second + next);
      }
      if (next > 0) {
        mass[first + i - from] += large[i] * shares;
        moment[first + i - from] += large[i] * seconds * Times.inverseGap(first + i);
      }
    }
  }

  /** Pairs of a like size. */
  private void near(double[] left, int first, double[] right, int second) {
    for (int i = 0; i < left.length; i++) {
      double seconds = Times.at(first + i);
      double share = left[i];
      int low = octave(first + i - (FAR - 1) * Times.PER_OCTAVE) - second;
      int high = octave(first + i + FAR * Times.PER_OCTAVE) - second;
      int end = Math.min(right.length, high);
      for (int j = Math.max(0, low); j < end; j++) {
        long bits = Double.doubleToRawLongBits(seconds + Times.at(second + j));
        int at = Times.index(bits) - from;
        double both = share * right[j];
        mass[at] += both;
        moment[at] += both * Times.part(bits);
      }
    }
  }

  /** The first point of a point's octave. */
  private static int octave(int index) {
    return index & -Times.PER_OCTAVE;
  }
}
