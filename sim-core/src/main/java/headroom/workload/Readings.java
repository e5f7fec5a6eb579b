package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Arrays;
import java.util.List;

/**
 * Rates read at rising instants, the first of them at 0, and how to go from one to the next.
 *
 * <p>The last reading holds until the end. Looking one up is a division where they are evenly
 * spaced and a binary search where not.
 */
public final class Readings {

  /** What holds between two readings. */
  public enum Between {
    /** A reading holds until the next. */
    STEP,
    /** A straight line from one reading to the next. */
    LINEAR
  }

  // Spans of up to so many readings are added up: differences of long sums lose digits.
  private static final int ADDED_UP = 64;

  private final long[] starts;
  private final double[] perSecond;
  private final long lengthNanos;
  private final Between between;
  // Follows from the others, and so does not travel with them.
  private final transient double[] expectedBefore;

  public static List<Problem> problems(long[] starts, double[] perSecond, long lengthNanos) {
    int rows = starts.length;
    Problems problems = Problems.of()
        .require("", rows > 0, "needs at least one reading")
        .require("", rows == perSecond.length, "needs as many rates as instants");
    problems.require("", rows == 0 || starts[0] == 0, "must begin at 0");
    // Asked before told: a message for each of a million rows would cost more than all the rest.
    for (int row = 1; row < rows; row++) {
      if (starts[row] <= starts[row - 1]) {
        problems.require("[" + row + "]", false, "must come after the reading before it");
      }
    }
    for (int row = 0; row < perSecond.length; row++) {
      if (!Checks.possible(perSecond[row])) {
        Checks.rate(problems, "[" + row + "]", perSecond[row]);
      }
    }
    boolean beyond = rows == 0 || lengthNanos > starts[rows - 1];
    return problems
        .require("length", beyond, "must reach beyond the last reading")
        .list();
  }

  public Readings(long[] starts, double[] perSecond, long lengthNanos, Between between) {
    Problems.throwIfAny(problems(starts, perSecond, lengthNanos));
    this.starts = starts.clone();
    this.perSecond = perSecond.clone();
    this.lengthNanos = lengthNanos;
    this.between = between;
    this.expectedBefore = expected();
  }

  // With the rounding of each addition carried along (Kahan 1965): a year of minutes keeps its
  // digits.
  private double[] expected() {
    double[] before = new double[starts.length + 1];
    double lost = 0;
    for (int row = 0; row < starts.length; row++) {
      double part = within(row, starts[row], end(row)) - lost;
      before[row + 1] = before[row] + part;
      lost = before[row + 1] - before[row] - part;
    }
    return before;
  }

  public int size() {
    return starts.length;
  }

  public Between between() {
    return between;
  }

  /** End of the last reading, counted from the first. */
  public long lengthNanos() {
    return lengthNanos;
  }

  /** Requests from the first reading to the end. */
  public double total() {
    return expectedBefore[starts.length];
  }

  /** The last reading, in requests per second. */
  public double last() {
    return perSecond[starts.length - 1];
  }

  /** The row in force at an instant before the end. */
  int row(long nanos) {
    int guess = (int) (nanos / (lengthNanos / starts.length));
    if (guess < starts.length && starts[guess] <= nanos && nanos < end(guess)) {
      return guess;
    }
    int found = Arrays.binarySearch(starts, nanos);
    return found >= 0 ? found : -found - 2;
  }

  /** The instant at which a row ends. */
  long end(int row) {
    return row + 1 < starts.length ? starts[row + 1] : lengthNanos;
  }

  /** The rate at an instant of a row. */
  double at(int row, long nanos) {
    return perSecond[row] + slope(row) * ((nanos - starts[row]) / 1e9);
  }

  /** Change of the rate along a row, per second and second. */
  double slope(int row) {
    if (between == Between.STEP || row + 1 == starts.length) {
      return 0;
    }
    return (perSecond[row + 1] - perSecond[row]) / ((end(row) - starts[row]) / 1e9);
  }

  /** Requests between two instants up to the end. */
  double integral(long fromNanos, long toNanos) {
    if (fromNanos >= toNanos) {
      return 0;
    }
    int first = row(fromNanos);
    int last = row(toNanos - 1);
    if (first == last) {
      return within(first, fromNanos, toNanos);
    }
    double ends = within(first, fromNanos, end(first)) + within(last, starts[last], toNanos);
    return ends + rows(first + 1, last);
  }

  private double rows(int from, int to) {
    if (to - from > ADDED_UP) {
      return expectedBefore[to] - expectedBefore[from];
    }
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += within(row, starts[row], end(row));
    }
    return sum;
  }

  private double within(int row, long fromNanos, long toNanos) {
    double seconds = (toNanos - fromNanos) / 1e9;
    return (at(row, fromNanos) + slope(row) * seconds / 2) * seconds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Readings that
        && between == that.between
        && lengthNanos == that.lengthNanos
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(perSecond, that.perSecond);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(perSecond);
  }

  @Override
  public String toString() {
    return starts.length + " readings over " + Nanos.spell(lengthNanos);
  }
}
