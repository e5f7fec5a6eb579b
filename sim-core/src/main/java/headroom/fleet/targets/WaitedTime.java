package headroom.fleet.targets;

import headroom.math.LongSum;

/** How long requests of the counted time have waited whose work has begun. */
public final class WaitedTime {

  private final long countsFrom;
  private final LongSum waited = new LongSum();
  private long served;

  WaitedTime(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  void add(long enteredAt, long now) {
    if (enteredAt >= countsFrom) {
      waited.add(now - enteredAt);
      served++;
    }
  }

  /** Seconds in the queue, over requests that were served; NaN when there were none. */
  public double meanSeconds() {
    return waited.value() / 1e9 / served;
  }

  /** Nanoseconds of all of them. */
  public double nanos() {
    return waited.value();
  }

  /** How many those requests are. */
  public long served() {
    return served;
  }
}
