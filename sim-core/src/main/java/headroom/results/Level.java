package headroom.results;

/**
 * A number that stays until it changes, with its integral over time since a reset.
 *
 * <p>The integral is exact while it stays below 2^63 unit-nanoseconds (292 years at level 1).
 */
public final class Level {

  private long value;
  private long since;
  private long area;
  private long from;
  private long min;
  private long max;

  /** Changes the level by so much at a time. */
  public void change(long nowNanos, long by) {
    set(nowNanos, value + by);
  }

  public void set(long nowNanos, long level) {
    area += value * (nowNanos - since);
    since = nowNanos;
    value = level;
    min = Math.min(min, level);
    max = Math.max(max, level);
  }

  /** Forgets the past, keeps the level: what is read later counts from now. */
  public void reset(long nowNanos) {
    area = 0;
    since = nowNanos;
    from = nowNanos;
    min = value;
    max = value;
  }

  public long value() {
    return value;
  }

  /** Unit-nanoseconds since the reset. */
  public long area(long nowNanos) {
    return area + value * (nowNanos - since);
  }

  /** Mean level since the reset; the level itself when no time has passed. */
  public double mean(long nowNanos) {
    return nowNanos == from ? value : (double) area(nowNanos) / (nowNanos - from);
  }

  public long min() {
    return min;
  }

  public long max() {
    return max;
  }
}
