package headroom.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A price that changes in steps over simulated time: each holds from its moment to the next one's.
 */
public final class PricePath {

  private final long[] fromNanos;
  private final BigDecimal[] perHour;

  /**
   * A path of prices.
   *
   * @param fromNanos when each price begins, in simulated nanoseconds, ascending; the first holds
   *     before its moment too
   * @param perHour USD per hour
   */
  public PricePath(long[] fromNanos, BigDecimal[] perHour) {
    this.fromNanos = fromNanos.clone();
    this.perHour = perHour.clone();
    if (fromNanos.length == 0 || fromNanos.length != perHour.length) {
      throw new IllegalArgumentException(
          fromNanos.length + " moments for " + perHour.length + " prices");
    }
    for (int i = 1; i < fromNanos.length; i++) {
      if (fromNanos[i] <= fromNanos[i - 1]) {
        throw new IllegalArgumentException("price " + i + " begins before the one before it");
      }
    }
  }

  /** A price that never changes. */
  public static PricePath constant(BigDecimal perHour) {
    return new PricePath(new long[] {0}, new BigDecimal[] {perHour});
  }

  /** Collects prices in the order of time; one that says the same again is no step. */
  public static final class Builder {

    private final List<Long> from = new ArrayList<>();
    private final List<BigDecimal> prices = new ArrayList<>();

    /** This much from this moment on. */
    public void add(long fromNanos, BigDecimal perHour) {
      int last = prices.size() - 1;
      if (last < 0 || prices.get(last).compareTo(perHour) != 0) {
        from.add(fromNanos);
        prices.add(perHour);
      }
    }

    public PricePath build() {
      return new PricePath(
          from.stream().mapToLong(Long::longValue).toArray(), prices.toArray(BigDecimal[]::new));
    }
  }

  /** How many prices there are. */
  public int size() {
    return perHour.length;
  }

  /** The number of the price that holds at a moment. */
  public int at(long nanos) {
    int found = Arrays.binarySearch(fromNanos, nanos);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /** USD per hour of the price of a number. */
  public BigDecimal perHour(int number) {
    return perHour[number];
  }

  /** When the price of a number begins. */
  public long fromNanos(int number) {
    return fromNanos[number];
  }

  /** When the price of a number ends: where the next begins, or never. */
  public long endNanos(int number) {
    return number + 1 < fromNanos.length ? fromNanos[number + 1] : Long.MAX_VALUE;
  }
}
