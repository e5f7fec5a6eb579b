package headroom.results;

import headroom.math.LongSum;

/**
 * A number that stays until it changes, with its integral over time since a reset.
 *
 * <p>The integral is exact, however many there are and however long.
 */
public final class Level {

  private long value;
  private long since;
  private LongSum area = new LongSum();
  private long from;
  private long min;
  private long max;

  /** Changes the level by so much at a time. */
  public void change(long nowNanos, long by) {
    set(nowNanos, value + by);
  }

  public void set(long nowNanos, long level) {
    area.addTimes(value, nowNanos - since);
    since = nowNanos;
    value = level;
    min = Math.min(min, level);
    max = Math.max(max, level);
  }

  /** Forgets the past, keeps the level: what is read later counts from now. */
  public void reset(long nowNanos) {
    area = new LongSum();
    since = nowNanos;
    from = nowNanos;
    min = value;
    max = value;
  }

  public long value() {
    return value;
  }

  /** Unit-nanoseconds since the reset. */
  public double area(long nowNanos) {
    LongSum sum = new LongSum();
    sum.add(area);
    sum.addTimes(value, nowNanos - since);
    return sum.value();
  }

  /** Mean level since the reset; the level itself when no time has passed. */
  public double mean(long nowNanos) {
    return nowNanos == from ? value : area(nowNanos) / (nowNanos - from);
  }

  public long min() {
    return min;
  }

  public long max() {
    return max;
  }
}
