package headroom.results;

import java.util.Arrays;

/**
 * Where the time of answered requests went, by how long they took: for classes of latency, the sum
 * of each part, bounded in size however many requests there are.
 *
 * <p>All requests are looked into until 65,536 have been, then every second, after as many again
 * every fourth, and so on; each stands for those that were passed over. Classes are a sixteenth or
 * an eighth of their lower bound wide.
 */
final class Composition {

  private static final int PARTS = Part.values().length;
  private static final int WEIGHT = PARTS;
  private static final int ROW = PARTS + 1;
  private static final long ALL_UNTIL = 65_536;
  // Requests within so much of a percentile's rank make up its composition, at most.
  private static final double WIDEST_BAND = 0.05;

  private final int subdivision;
  private double[] rows = new double[0];
  private int first;
  private long every = 1;
  private long passed;
  private long taken;

  private Composition(int subdivision) {
    this.subdivision = subdivision;
  }

  /** Classes a sixteenth wide, for a whole run. */
  static Composition ofRun() {
    return new Composition(4);
  }

  /** Classes an eighth wide, for a point of a chart. */
  static Composition ofStep() {
    return new Composition(3);
  }

  /** True when the request that is answered now is one to look into; to be asked once for each. */
  boolean isDue() {
    if (++passed < every) {
      return false;
    }
    passed = 0;
    return true;
  }

  /** Adds a request for which {@link #isDue} was true. */
  void add(long tookNanos, long[] parts) {
    int row = row(classOf(tookNanos));
    for (int part = 0; part < PARTS; part++) {
      rows[row + part] += (double) parts[part] * every;
    }
    rows[row + WEIGHT] += every;
    if (++taken == ALL_UNTIL) {
      taken = 0;
      every *= 2;
    }
  }

  /** Adds what another one holds; classes must be equally wide. */
  void merge(Composition other) {
    for (int row = 0; row < other.rows.length; row += ROW) {
      if (other.rows[row + WEIGHT] > 0) {
        int into = row(other.first + row / ROW);
        for (int i = 0; i < ROW; i++) {
          rows[into + i] += other.rows[row + i];
        }
      }
    }
  }

  // Logarithmic: the number's length in bits, and the bits after the leading one.
  private int classOf(long nanos) {
    long micros = (Math.max(0, nanos) >> 10) + (1L << subdivision);
    int bits = 63 - Long.numberOfLeadingZeros(micros);
    return (bits << subdivision) + (int) (micros >> (bits - subdivision)) - (1 << subdivision);
  }

  /** Where a class's row begins; makes room for it. */
  private int row(int latencyClass) {
    if (rows.length == 0) {
      first = latencyClass;
      rows = new double[ROW];
    } else if (latencyClass < first) {
      int more = (first - latencyClass) * ROW;
      double[] wider = new double[rows.length + more];
      System.arraycopy(rows, 0, wider, more, rows.length);
      rows = wider;
      first = latencyClass;
    } else if ((latencyClass - first) * ROW >= rows.length) {
      rows = Arrays.copyOf(rows, (latencyClass - first + 1) * ROW);
    }
    return (latencyClass - first) * ROW;
  }

  /** The share of each part in the time of all requests, indexed by its ordinal; NaN when empty. */
  double[] shares() {
    return shares(0, 1);
  }

  /**
   * The share of each part in the time of the requests around a percentile: those whose rank is at
   * most half as far from it as the end is, and at most 5 % of all.
   */
  double[] sharesAround(double p) {
    double half = Math.min(WIDEST_BAND, (1 - p) / 2);
    return shares(p - half, p + half);
  }

  private double[] shares(double low, double high) {
    double total = 0;
    for (int row = 0; row < rows.length; row += ROW) {
      total += rows[row + WEIGHT];
    }
    double[] sums = new double[PARTS];
    double below = 0;
    for (int row = 0; row < rows.length; row += ROW) {
      double weight = rows[row + WEIGHT];
      double inside = Math.min(high * total, below + weight) - Math.max(low * total, below);
      if (inside > 0) {
        for (int part = 0; part < PARTS; part++) {
          sums[part] += rows[row + part] * (inside / weight);
        }
      }
      below += weight;
    }
    return ofTheirSum(sums);
  }

  private static double[] ofTheirSum(double[] sums) {
    double all = 0;
    for (double sum : sums) {
      all += sum;
    }
    for (int part = 0; part < sums.length; part++) {
      sums[part] /= all;
    }
    return sums;
  }
}
