package headroom.workload;

import headroom.random.Stream;

/** The arrivals of one workload in one run, one after the other; nothing is allocated for any. */
public final class ArrivalStream {

  private final Arrivals.Gaps gaps;
  private final Stream luck;
  private final RateCursor cursor;
  private long arrived;

  ArrivalStream(Arrivals.Gaps gaps, Stream luck, RateCursor cursor) {
    this.gaps = gaps;
    this.luck = luck;
    this.cursor = cursor;
  }

  /** The instant of the next arrival, in its own nanosecond; {@link Long#MAX_VALUE} after the last. */
  public long next() {
    if (cursor.advance(gaps.before(arrived, luck))) {
      arrived++;
      return cursor.nanos();
    }
    return Long.MAX_VALUE;
  }

  /** Arrivals so far; the ordinal of the latest is one less. */
  public long arrived() {
    return arrived;
  }
}
