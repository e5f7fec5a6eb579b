package headroom.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries after a base time in buckets by radix: the level is that of the highest digit (6 bits) in
 * which a time differs from the base, the slot is that digit. The next bucket in time is the lowest
 * slot of the lowest level that has any; nothing has to be estimated or tuned to the model.
 */
final class Wheel {
  private static final int DIGIT_BITS = 6;
  private static final int SLOTS = 1 << DIGIT_BITS;
  private static final int LEVELS = 11;
  private static final int PURGE_FROM = 64;

  final ChunkPool pool = new ChunkPool();
  private final @Nullable Bucket[] buckets = new @Nullable Bucket[LEVELS * SLOTS];
  private final long[] slots = new long[LEVELS];
  private int levels;
  private long base;

  boolean isEmpty() {
    return levels == 0;
  }

  /** Moves the base; right only within the digits that all entries share with the old one. */
  void rebase(long time) {
    base = time;
  }

  void add(long time, long order, Event event) {
    int level = level(time);
    int slot = slot(time, level);
    bucket(level, slot).add(time, order, event, pool);
    slots[level] |= 1L << slot;
    levels |= 1 << level;
  }

  /** Notes that the entry of this time is dead. */
  void bury(long time) {
    int level = level(time);
    int slot = slot(time, level);
    Bucket bucket = bucket(level, slot);
    if (++bucket.dead == bucket.size) {
      bucket.release(pool);
      unmark(level, slot);
    } else if (bucket.dead > PURGE_FROM && bucket.dead > bucket.size >> 1) {
      bucket.purge(pool);
    }
  }

  /** The level of the next bucket in time; there must be one. */
  int nextLevel() {
    return Integer.numberOfTrailingZeros(levels);
  }

  Bucket next() {
    int level = nextLevel();
    return bucket(level, Long.numberOfTrailingZeros(slots[level]));
  }

  /** The next bucket has been emptied, or is about to be. */
  void unmarkNext() {
    int level = nextLevel();
    unmark(level, Long.numberOfTrailingZeros(slots[level]));
  }

  private Bucket bucket(int level, int slot) {
    int i = level << DIGIT_BITS | slot;
    Bucket bucket = buckets[i];
    if (bucket == null) {
      bucket = new Bucket();
      buckets[i] = bucket;
    }
    return bucket;
  }

  private void unmark(int level, int slot) {
    slots[level] &= ~(1L << slot);
    if (slots[level] == 0) {
      levels &= ~(1 << level);
    }
  }

  /** The last time that belongs to the bucket of this level and time. */
  static long lastOf(int level, long time) {
    return time | lowBits(level);
  }

  /** The first time that belongs to the bucket of this level and time. */
  static long firstOf(int level, long time) {
    return time & ~lowBits(level);
  }

  private static long lowBits(int level) {
    return (1L << (DIGIT_BITS * level)) - 1;
  }

  private int level(long time) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros((time ^ base) | 1)) / DIGIT_BITS;
  }

  // The sign bit is flipped so that negative times come first.
  private static int slot(long time, int level) {
    return (int) ((time ^ Long.MIN_VALUE) >>> (DIGIT_BITS * level)) & (SLOTS - 1);
  }

  void forEachLive(Consumer<Event> visitor) {
    for (Bucket bucket : buckets) {
      if (bucket != null) {
        bucket.forEachLive(visitor);
      }
    }
  }
}
