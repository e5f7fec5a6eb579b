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

  // Of two points the sum's place depends on where in its octave the first is, and on how many
  // points
  // there are to the second, which is less than so many before it or after it.
  private static final int REACH = FAR * Times.PER_OCTAVE;
  // How many points after the first the sum comes, and how far from that to the next.
  private static final byte[][] LATER = new byte[Times.PER_OCTAVE][2 * REACH];
  private static final double[][] PART = new double[Times.PER_OCTAVE][2 * REACH];

  static {
    // Any octave will do: all are alike.
    int octave = 2 * REACH;
    for (int place = 0; place < Times.PER_OCTAVE; place++) {
      for (int i = 0; i < 2 * REACH; i++) {
        int first = octave + place;
        long bits = Double.doubleToRawLongBits(Times.at(first) + Times.at(first + i - REACH));
        LATER[place][i] = (byte) (Times.index(bits) - first);
        PART[place][i] = Times.part(bits);
      }
    }
  }

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
      int low = octave(first + i - (FAR - 1) * Times.PER_OCTAVE) - second;
      int high = octave(first + i + FAR * Times.PER_OCTAVE) - second;
      int begin = Math.max(0, low);
      int end = Math.min(right.length, high);
      if (begin < end) {
        near(first + i, left[i], right, second, begin, end);
      }
    }
  }

  /** One of them with each of a stretch of the others: the longer those, the later the sum. */
  private void near(int point, double share, double[] right, int second, int begin, int end) {
    int place = point & (Times.PER_OCTAVE - 1);
    byte[] later = LATER[place];
    double[] part = PART[place];
    int shift = second - point + REACH;
    int base = point - from;
    int at = base + later[begin + shift];
    // What falls behind one point is summed up before it is written: else each sum waits for the
    // last.
    double here = mass[at];
    double moments = moment[at];
    for (int j = begin; j < end; j++) {
      int next = base + later[j + shift];
      if (next != at) {
        mass[at] = here;
        moment[at] = moments;
        at = next;
        here = mass[at];
        moments = moment[at];
      }
      double both = share * right[j];
      here += both;
      moments += both * part[j + shift];
    }
    mass[at] = here;
    moment[at] = moments;
  }

  /** The first point of a point's octave. */
  private static int octave(int index) {
    return index & -Times.PER_OCTAVE;
  }
}
