package headroom.fleet.flow;

import java.util.Arrays;

/**
 * How long something takes, as shares at points of time: sixteen to the octave, from a microsecond
 * on, and one at no time at all. What falls between two points is shared out between them so that
 * the mean stays; times that add up are independent.
 */
final class Times {

  private static final int SHIFT = 48;
  static final int PER_OCTAVE = 16;
  private static final long FIRST = Double.doubleToRawLongBits(0x1p-20) >>> SHIFT;
  private static final long REST = (1L << SHIFT) - 1;
  private static final int COUNT = 44 * PER_OCTAVE;
  private static final double[] AT = new double[COUNT + 1];
  private static final double[] INVERSE_GAP = new double[COUNT];

  /** A share less than this is not worth a point of its own. */
  static final double NOTHING = 1e-8;
  // Times so much shorter than the mean need no points of their own.
  private static final double SHORT = 1 / 64.0;

  static {
    for (int i = 0; i <= COUNT; i++) {
      AT[i] = Double.longBitsToDouble((FIRST + i) << SHIFT);
    }
    for (int i = 0; i + 1 < COUNT; i++) {
      INVERSE_GAP[i] = 1 / (AT[i + 1] - AT[i]);
    }
  }

  /** No time at all. */
  static final Times NONE = new Times(1, 0, new double[0]);

  /** Longer than anybody waits. */
  static final double FOR_EVER = AT[COUNT - 2];

  private static final double NEVER = AT[COUNT - 3];

  private final double none;
  private final int first;
  private final double[] shares;
  private final double mean;
  private final double square;
  private double[] below = new double[0];

  private Times(double none, int first, double[] shares) {
    this.none = none;
    this.first = first;
    this.shares = shares;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * AT[first + i];
      squares += shares[i] * AT[first + i] * AT[first + i];
    }
    this.mean = sum;
    this.square = squares;
  }

  /** Collects shares; they need not add up to 1. */
  static final class Collector {
    private final double[] shares = new double[COUNT];
    private double none;
    private int low = COUNT;
    private int high = -1;

    void add(double seconds, double share) {
      if (share <= 0) {
        return;
      }
      if (!(seconds >= 0) || !(share >= 0)) {
        throw new IllegalArgumentException(share + " of cases take " + seconds + " s");
      }
      if (seconds < AT[0]) {
        none += share;
        return;
      }
      double there = Math.min(seconds, FOR_EVER);
      int at = index(there);
      double next = (there - AT[at]) * INVERSE_GAP[at];
      shares[at] += share * (1 - next);
      shares[at + 1] += share * next;
      low = Math.min(low, at);
      high = Math.max(high, at + 1);
    }

    /** Adds all of some times, weighted and later by so much. */
    void add(Times times, double later, double weight) {
      add(later, times.none * weight);
      if (later == 0) {
        int size = times.shares.length;
        for (int i = 0; i < size; i++) {
          shares[times.first + i] += weight * times.shares[i];
        }
        if (size > 0) {
          low = Math.min(low, times.first);
          high = Math.max(high, times.first + size - 1);
        }
        return;
      }
      for (int i = 0; i < times.shares.length; i++) {
        add(later + AT[times.first + i], times.shares[i] * weight);
      }
    }

    /** Adds each of some times and each of others, one after the other. */
    private void addSums(Times one, Times other) {
      int longest = one.end() + PER_OCTAVE;
      if (Math.max(longest, other.end() + PER_OCTAVE) >= COUNT) {
        Times some = new Times(0, other.first, other.shares);
        for (int i = 0; i < one.shares.length; i++) {
          add(some, AT[one.first + i], one.shares[i]);
        }
        return;
      }
      int last = TimesSum.add(one.shares, one.first, other.shares, other.first, shares);
      high = Math.max(high, last);
      low = Math.min(low, Math.max(one.first, other.first));
    }

    private double total() {
      double sum = none;
      for (int i = low; i <= high; i++) {
        sum += shares[i];
      }
      return sum;
    }

    /** The times, of shares that add up to 1; no time at all when nothing was added. */
    Times times() {
      double total = total();
      if (total <= 0) {
        return NONE;
      }
      gatherShort(total);
      while (low <= high && shares[low] <= NOTHING * total) {
        none += shares[low++];
      }
      double end = 0;
      while (high > low && shares[high] <= NOTHING * total) {
        end += shares[high--];
      }
      if (low > high) {
        return NONE;
      }
      shares[high] += end;
      double[] kept = Arrays.copyOfRange(shares, low, high + 1);
      for (int i = 0; i < kept.length; i++) {
        kept[i] /= total;
      }
      return new Times(none / total, low, kept);
    }

    private void gatherShort(double total) {
      double sum = 0;
      for (int i = low; i <= high; i++) {
        sum += shares[i] * AT[i];
      }
      double limit = sum / total * SHORT;
      double gathered = 0;
      double seconds = 0;
      while (low < high && AT[low] < limit) {
        gathered += shares[low];
        seconds += shares[low] * AT[low];
        shares[low++] = 0;
      }
      if (gathered > 0) {
        add(seconds / gathered, gathered);
      }
    }
  }

  private static int index(double seconds) {
    return index(Double.doubleToRawLongBits(seconds));
  }

  /** The last point that is no later than a time, by its bits. */
  static int index(long bits) {
    return (int) ((bits >>> SHIFT) - FIRST);
  }

  /** How far a time is from its point to the next one, by its bits: from 0 to below 1. */
  static double part(long bits) {
    return (bits & REST) * 0x1p-48;
  }

  static double at(int point) {
    return AT[point];
  }

  static double inverseGap(int point) {
    return INVERSE_GAP[point];
  }

  /** Always the same time. */
  static Times constant(double seconds) {
    Collector one = new Collector();
    one.add(seconds, 1);
    return one.times();
  }

  /** Any time of a stretch alike. */
  static Times uniform(double from, double to) {
    if (to - from <= from * 1e-6) {
      return constant((from + to) / 2);
    }
    int points = 16;
    Collector all = new Collector();
    for (int i = 0; i < points; i++) {
      all.add(from + (i + 0.5) / points * (to - from), 1);
    }
    return all.times();
  }

  boolean isNone() {
    return shares.length == 0;
  }

  double mean() {
    return mean;
  }

  /** Mean of the squares, in seconds squared. */
  double square() {
    return square;
  }

  /** The same, one after the other. */
  Times plus(Times other) {
    if (isNone()) {
      return other;
    }
    if (other.isNone()) {
      return this;
    }
    Collector sum = new Collector();
    sum.add(this, 0, other.none);
    sum.add(other, 0, none);
    // Added once with each of the two.
    sum.none = none * other.none;
    sum.addSums(this, other);
    return sum.times();
  }

  /** Some of these and some of others. */
  Times or(double others, Times other) {
    if (others <= 0 || other == this) {
      return this;
    }
    if (others >= 1) {
      return other;
    }
    Collector both = new Collector();
    both.add(this, 0, 1 - others);
    both.add(other, 0, others);
    return both.times();
  }

  /** The later of two. */
  Times later(Times other) {
    if (isNone()) {
      return other;
    }
    if (other.isNone()) {
      return this;
    }
    int low = Math.min(first, other.first);
    int high = Math.max(end(), other.end());
    Collector all = new Collector();
    double before = none * other.none;
    all.add(0, before);
    for (int i = low; i < high; i++) {
      double now = until(i) * other.until(i);
      all.add(AT[i], now - before);
      before = now;
    }
    return all.times();
  }

  /**
   * The earlier of two that need not come at all.
   *
   * @param share the probability that this comes
   * @param othersShare the probability that the other comes
   */
  Times earlier(double share, Times other, double othersShare) {
    if (share <= 0) {
      return other;
    }
    boolean same = othersShare <= 0 || (isNone() && other.isNone());
    return same ? this : firstOf(share, other, othersShare);
  }

  private Times firstOf(double share, Times other, double othersShare) {
    int low = Math.min(first, other.first);
    int high = Math.max(end(), other.end());
    Collector all = new Collector();
    double before = 1 - (1 - share * none) * (1 - othersShare * other.none);
    all.add(0, before);
    for (int i = low; i < high; i++) {
      double now = 1 - (1 - share * until(i)) * (1 - othersShare * other.until(i));
      all.add(AT[i], now - before);
      before = now;
    }
    return all.times();
  }

  private int end() {
    return first + shares.length;
  }

  /** The share of the points up to one. */
  private double until(int index) {
    accumulate();
    int at = index - first;
    return at < 0 ? none : below[Math.min(at + 1, shares.length)];
  }

  private void accumulate() {
    if (below.length == 0) {
      double[] sums = new double[shares.length + 1];
      sums[0] = none;
      for (int i = 0; i < shares.length; i++) {
        sums[i + 1] = sums[i] + shares[i];
      }
      below = sums;
    }
  }

  /** Where the times begin that a point stands for. */
  private static double edge(int index) {
    return index == 0 ? 0 : (AT[index - 1] + AT[index]) / 2;
  }

  /** The share that takes no longer; what takes for ever is not in it. */
  double within(double limit) {
    if (limit >= FOR_EVER) {
      accumulate();
      int never = COUNT - 3 - first;
      return never >= shares.length ? 1 : below[Math.max(0, never)];
    }
    if (limit < AT[0] || isNone()) {
      return limit < 0 ? 0 : none;
    }
    accumulate();
    int at = index(limit);
    at = limit < edge(at + 1) ? at : at + 1;
    int i = at - first;
    if (i < 0) {
      return none;
    }
    if (i >= shares.length) {
      return 1;
    }
    double part = (limit - edge(at)) / (edge(at + 1) - edge(at));
    return Math.min(1, below[i] + part * shares[i]);
  }

  /** Those that take no longer than a limit. */
  Times upTo(double limit) {
    if (isNone() || (limit >= FOR_EVER && end() < COUNT - 3) || edge(end()) <= limit) {
      return this;
    }
    Collector kept = new Collector();
    kept.add(0, none);
    for (int i = 0; i < shares.length && edge(first + i) < Math.min(limit, NEVER); i++) {
      double from = edge(first + i);
      double part = Math.min(1, (limit - from) / (edge(first + i + 1) - from));
      double at = part == 1 ? AT[first + i] : Math.min(AT[first + i], (from + limit) / 2);
      kept.add(at, part * shares[i]);
    }
    return kept.times();
  }

  /** Mean of what is cut off at a limit. */
  double meanUpTo(double limit) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * Math.min(limit, AT[first + i]);
    }
    return sum;
  }

  /** Hears of times by the stretches of which they are made. */
  interface Stretch {
    void takes(double fromSeconds, double toSeconds, double share);
  }

  void each(Stretch hears) {
    if (none > 0) {
      hears.takes(0, 0, none);
    }
    for (int i = 0; i < shares.length; i++) {
      hears.takes(edge(first + i), edge(first + i + 1), shares[i]);
    }
  }
}
