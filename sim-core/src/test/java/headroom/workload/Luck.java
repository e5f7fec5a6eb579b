package headroom.workload;

import headroom.random.Chance;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Arrivals drawn from a numbered luck. */
final class Luck {

  private Luck() {}

  static ArrivalStream stream(Arrivals arrivals, Rate rate, long seed, long from, long to) {
    return arrivals.stream(rate, new Chance(seed).of("shoppers", "arrivals"), from, to);
  }

  /** The first arrivals, at most so many. */
  static long[] arrivals(Arrivals arrivals, Rate rate, long seed, int most) {
    ArrivalStream stream = stream(arrivals, rate, seed, 0, Long.MAX_VALUE);
    long[] found = new long[most];
    for (int k = 0; k < most; k++) {
      found[k] = stream.next();
      if (found[k] == Long.MAX_VALUE) {
        return Arrays.copyOf(found, k);
      }
    }
    return found;
  }

  /** All arrivals before an end. */
  static long[] until(long end, Arrivals arrivals, Rate rate, long seed) {
    ArrivalStream stream = stream(arrivals, rate, seed, 0, end);
    return LongStream.generate(stream::next).takeWhile(at -> at < end).toArray();
  }
}
