package headroom.workload;

import headroom.random.Stream;

/**
 * How requests are spread at a rate: the law of the gaps between them, counted in expected requests.
 *
 * <p>A gap of 1 is the time in which one request is expected, however long that is; so any law
 * follows any rate, exactly and without thinning.
 */
public interface Arrivals {

  /** The gaps, made ready for the hot path. */
  Gaps gaps();

  /** The arrivals at a rate from an instant on and before another. */
  default ArrivalStream stream(Rate rate, Stream luck, long fromNanos, long toNanos) {
    return new ArrivalStream(gaps(), luck, new RateCursor(rate, fromNanos, toNanos));
  }

  /** The gaps of a stream that is met at some moment of its course, not at its beginning. */
  default Gaps gapsInCourse() {
    return gaps();
  }

  /** The arrivals between two instants of a stream that began long before. */
  default ArrivalStream streamInCourse(Rate rate, Stream luck, long fromNanos, long toNanos) {
    return new ArrivalStream(gapsInCourse(), luck, new RateCursor(rate, fromNanos, toNanos));
  }

  /** The gaps of one stream of arrivals. */
  interface Gaps {

    /** Expected requests between the arrival before (or the start) and this one, 0 or more. */
    double before(long ordinal, Stream luck);
  }
}
