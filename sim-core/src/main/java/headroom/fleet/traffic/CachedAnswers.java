package headroom.fleet.traffic;

import headroom.workload.Cache;
import java.util.Arrays;

/** A cache at work: when each entry that is there will be forgotten, oldest first. */
final class CachedAnswers {

  private static final int FIRST_SIZE = 64;

  private final double hitRatio;
  private final int entries;
  private final long ttlNanos;
  private long[] expiries = new long[FIRST_SIZE];
  private int head;
  private int size;

  CachedAnswers(Cache rule) {
    hitRatio = rule.hitRatio();
    entries = rule.entries();
    ttlNanos = rule.ttl().map(java.time.Duration::toNanos).orElse(Long.MAX_VALUE);
    if (!rule.startsCold()) {
      // A cache that has long been in use: its entries are of every age.
      for (int i = 0; i < entries; i++) {
        add(ttlNanos == Long.MAX_VALUE ? Long.MAX_VALUE : (long) ((i + 0.5) / entries * ttlNanos));
      }
    }
  }

  /** Whether a request finds its answer here, by its luck. */
  boolean hits(double u, long now) {
    forget(now);
    return u < hitRatio * size / entries;
  }

  /** A call was answered for a request with this luck: if it can be kept it is there from now. */
  void fill(double u, long now) {
    forget(now);
    if (u < hitRatio && size < entries) {
      add(ttlNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + ttlNanos);
    }
  }

  /** A share of the entries is lost, of every age alike. */
  void lose(double share, long now) {
    forget(now);
    long[] left = new long[expiries.length];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if ((int) ((i + 1) * (1 - share)) > (int) (i * (1 - share))) {
        left[kept++] = expiries[(head + i) & (expiries.length - 1)];
      }
    }
    expiries = left;
    head = 0;
    size = kept;
  }

  /** Share of the entries that are there. */
  double warmth(long now) {
    forget(now);
    return (double) size / entries;
  }

  private void forget(long now) {
    while (size > 0 && expiries[head] <= now) {
      head = (head + 1) & (expiries.length - 1);
      size--;
    }
  }

  private void add(long expiry) {
    if (size == expiries.length) {
      long[] larger = new long[2 * size];
      for (int i = 0; i < size; i++) {
        larger[i] = expiries[(head + i) & (size - 1)];
      }
      Arrays.fill(larger, size, larger.length, 0);
      expiries = larger;
      head = 0;
    }
    expiries[(head + size++) & (expiries.length - 1)] = expiry;
  }
}
