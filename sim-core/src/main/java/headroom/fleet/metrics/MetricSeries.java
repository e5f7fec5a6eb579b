package headroom.fleet.metrics;

import headroom.policy.metric.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A metric as monitoring keeps it: samples in slots of equal length, of which points of any whole
 * number of slots are made when they are asked for.
 *
 * <p>A slot is closed in the last phase of its last instant, after that instant's decisions: so it
 * is seen at the next evaluation at the earliest, and later by the publication lag.
 */
public final class MetricSeries {

  /**
   * What a series is to keep.
   *
   * @param slots how many slots
   * @param statistic what points are to be made of their samples
   */
  public record Keep(int slots, Statistic statistic) {

    /** True when the sample of every instance matters, and not only how many there are and their mean. */
    boolean needsEach() {
      return switch (statistic.kind()) {
        case AVERAGE, SUM, SAMPLE_COUNT -> false;
        case MINIMUM, MAXIMUM, PERCENTILE -> true;
      };
    }
  }

  private final long slotNanos;
  private final int kept;
  private final int hidden;
  private final boolean keepsSamples;
  private final double[] sums;
  private final double[] least;
  private final double[] most;
  private final int[] counts;
  private final List<double[]> samples = new ArrayList<>();
  private long closed;

  /**
   * Makes an empty series.
   *
   * @param slotNanos the length of a slot
   * @param keep slots that can be asked for, and whether with every sample
   * @param hidden newest closed slots that are not published yet
   */
  MetricSeries(long slotNanos, Keep keep, int hidden) {
    this.slotNanos = slotNanos;
    this.kept = keep.slots() + hidden;
    this.hidden = hidden;
    this.keepsSamples = keep.statistic().needsSamples();
    this.sums = new double[kept];
    this.least = new double[kept];
    this.most = new double[kept];
    this.counts = new int[kept];
    for (int i = 0; keepsSamples && i < kept; i++) {
      samples.add(new double[0]);
    }
  }

  /** Closes the slot that ends now, empty. */
  void close() {
    int place = (int) (closed++ % kept);
    sums[place] = 0;
    counts[place] = 0;
  }

  /** Adds a sample to a closed slot: the one closed last is 0 slots back. */
  void add(int slotsBack, double sample) {
    add(slotsBack, sample, 1);
  }

  /** Adds so many samples of one value, where nobody needs each. */
  void add(int slotsBack, double sample, int times) {
    long slot = closed - 1 - slotsBack;
    if (slot < 0 || Double.isNaN(sample)) {
      return;
    }
    int place = (int) (slot % kept);
    int count = counts[place];
    counts[place] += times;
    sums[place] += sample * times;
    least[place] = count == 0 ? sample : Math.min(least[place], sample);
    most[place] = count == 0 ? sample : Math.max(most[place], sample);
    if (keepsSamples) {
      keep(place, count, sample);
    }
  }

  private void keep(int place, int count, double sample) {
    double[] all = samples.get(place);
    if (count == all.length) {
      all = Arrays.copyOf(all, Math.max(8, 2 * count));
      samples.set(place, all);
    }
    all[count] = sample;
  }

  /**
   * The newest published points, newest last; NaN where there was no sample.
   *
   * @param range how many points
   * @param slots slots that make one point
   */
  public double[] newest(int range, int slots, Statistic statistic) {
    double[] points = new double[range];
    for (int i = 0; i < range; i++) {
      long end = closed - hidden - (long) (range - 1 - i) * slots;
      points[i] = point(end - slots, end, statistic);
    }
    return points;
  }

  /** Samples in the newest published point. */
  public int samplesInNewest(int slots) {
    long end = closed - hidden;
    int count = 0;
    for (long slot = Math.max(first(), end - slots); slot < end; slot++) {
      count += counts[(int) (slot % kept)];
    }
    return count;
  }

  /** Until when the newest published point reaches. */
  public long publishedNanos() {
    return (closed - hidden) * slotNanos;
  }

  private long first() {
    return Math.max(0, closed - kept);
  }

  private double point(long from, long end, Statistic statistic) {
    return statistic.needsSamples()
        ? ofSamples(from, end, statistic)
        : ofSums(from, end, statistic);
  }

  private double ofSums(long from, long end, Statistic statistic) {
    double sum = 0;
    int count = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    long begin = Math.max(first(), from);
    int place = (int) (begin % kept);
    for (long slot = begin; slot < end; slot++) {
      if (counts[place] > 0) {
        sum += sums[place];
        count += counts[place];
        low = Math.min(low, least[place]);
        high = Math.max(high, most[place]);
      }
      place = place + 1 == kept ? 0 : place + 1;
    }
    if (count == 0) {
      return Double.NaN;
    }
    return switch (statistic.kind()) {
      case SUM -> sum;
      case MINIMUM -> low;
      case MAXIMUM -> high;
      case SAMPLE_COUNT -> count;
      default -> sum / count;
    };
  }

  private double ofSamples(long from, long end, Statistic statistic) {
    double[] all = new double[0];
    for (long slot = Math.max(first(), from); slot < end; slot++) {
      int place = (int) (slot % kept);
      int before = all.length;
      all = Arrays.copyOf(all, before + counts[place]);
      System.arraycopy(samples.get(place), 0, all, before, counts[place]);
    }
    return statistic.of(all);
  }
}
