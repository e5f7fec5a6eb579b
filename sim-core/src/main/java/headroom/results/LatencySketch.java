package headroom.results;

import headroom.math.LongSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;

/**
 * Latencies as a mergeable histogram of three significant digits (relative error at most 0.1 %),
 * with the exact sum beside it, so that means never come from the histogram.
 *
 * <p>Values are recorded in whole microseconds; merging adds counts and is exact in any order.
 */
public final class LatencySketch {

  private static final int DIGITS = 3;

  private final Histogram histogram;
  private final LongSum sumNanos = new LongSum();
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  public LatencySketch() {
    this(DIGITS);
  }

  private LatencySketch(int digits) {
    this(new Histogram(digits));
  }

  private LatencySketch(Histogram histogram) {
    this.histogram = histogram;
  }

  /** A sketch of two digits (relative error at most 1 %) for a point of a chart. */
  static LatencySketch coarse() {
    return new LatencySketch(2);
  }

  /** Records one latency. */
  public void record(long nanos) {
    histogram.recordValue((nanos + 500) / 1000);
    sumNanos.add(nanos);
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
  }

  /** Records so many equal latencies. */
  public void record(long nanos, long times) {
    histogram.recordValueWithCount((nanos + 500) / 1000, times);
    sumNanos.addTimes(nanos, times);
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
  }

  public void merge(LatencySketch other) {
    histogram.add(other.histogram);
    sumNanos.add(other.sumNanos);
    minNanos = Math.min(minNanos, other.minNanos);
    maxNanos = Math.max(maxNanos, other.maxNanos);
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** Mean in seconds, from the exact sum; NaN when nothing was recorded. */
  public double meanSeconds() {
    return count() == 0 ? Double.NaN : sumNanos.value() / 1e9 / count();
  }

  /**
   * The latency in seconds below which a share {@code p} of the values lies: the middle of the
   * histogram's class, but never outside the values that were recorded; NaN when empty.
   */
  public double quantileSeconds(double p) {
    if (count() == 0) {
      return Double.NaN;
    }
    long micros = histogram.medianEquivalentValue(histogram.getValueAtPercentile(100 * p));
    return Math.max(minNanos, Math.min(maxNanos, micros * 1000)) / 1e9;
  }

  /** Writes it, so that {@link #readFrom} gives the same sketch. */
  public void writeTo(DataOutput out) throws IOException {
    ByteBuffer counts = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(counts);
    out.writeInt(length);
    out.write(counts.array(), 0, length);
    sumNanos.writeTo(out);
    out.writeLong(minNanos);
    out.writeLong(maxNanos);
  }

  /** Reads what {@link #writeTo} wrote. */
  public static LatencySketch readFrom(DataInput in) throws IOException {
    byte[] counts = new byte[in.readInt()];
    in.readFully(counts);
    Histogram histogram = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(counts), 0);
    histogram.setAutoResize(true);
    LatencySketch sketch = new LatencySketch(histogram);
    sketch.sumNanos.readFrom(in);
    sketch.minNanos = in.readLong();
    sketch.maxNanos = in.readLong();
    return sketch;
  }
}
