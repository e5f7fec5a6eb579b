package headroom.results;

import org.HdrHistogram.Histogram;

/**
 * Latencies as a mergeable histogram of three significant digits (relative error at most 0.1 %),
 * with the exact sum beside it, so that means never come from the histogram.
 *
 * <p>Values are recorded in whole microseconds; merging adds counts and is exact in any order.
 */
public final class LatencySketch {

  private final Histogram histogram;
  // Sum in nanoseconds over at most 2^63 / 10^9 s of latency: 292 years of waiting in one run.
  private long sumNanos;

  public LatencySketch() {
    this.histogram = new Histogram(3);
  }

  /** Records one latency. */
  public void record(long nanos) {
    histogram.recordValue((nanos + 500) / 1000);
    sumNanos = Math.addExact(sumNanos, nanos);
  }

  public void merge(LatencySketch other) {
    histogram.add(other.histogram);
    sumNanos = Math.addExact(sumNanos, other.sumNanos);
  }

  public void clear() {
    histogram.reset();
    sumNanos = 0;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** Mean in seconds, from the exact sum; NaN when nothing was recorded. */
  public double meanSeconds() {
    return count() == 0 ? Double.NaN : sumNanos / 1e9 / count();
  }

  /** The latency in seconds below which a share {@code p} of the values lies; NaN when empty. */
  public double quantileSeconds(double p) {
    return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(100 * p) / 1e6;
  }

  /** How many values lie at or below a latency, to the histogram's resolution. */
  public long countUpTo(double seconds) {
    return histogram.getCountBetweenValues(0, (long) (seconds * 1e6));
  }
}
