package headroom.fleet.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries by their number of requests under way: a list for each number, and the lowest that has
 * any. Every change is a step up or down, so each operation takes constant time.
 */
final class OutstandingOrder {

  private @Nullable Entry[] first = new Entry[16];
  private @Nullable Entry[] last = new Entry[16];
  private int lowest = Integer.MAX_VALUE;
  private int size;

  /** Adds at the end of its number's list, so that equal ones take turns. */
  void add(Entry entry, int count) {
    if (count >= first.length) {
      int length = Math.max(count + 1, 2 * first.length);
      first = Arrays.copyOf(first, length);
      last = Arrays.copyOf(last, length);
    }
    Entry tail = last[count];
    entry.before = tail;
    entry.after = null;
    last[count] = entry;
    if (tail == null) {
      first[count] = entry;
    } else {
      tail.after = entry;
    }
    lowest = Math.min(lowest, count);
    size++;
  }

  void remove(Entry entry, int count) {
    Entry before = entry.before;
    Entry after = entry.after;
    if (before == null) {
      first[count] = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last[count] = before;
    } else {
      after.before = before;
    }
    entry.before = null;
    entry.after = null;
    if (--size == 0) {
      lowest = Integer.MAX_VALUE;
    }
  }

  /** The entry with the fewest; there must be one. */
  Entry least() {
    while (true) {
      Entry entry = first[lowest];
      if (entry != null) {
        return entry;
      }
      lowest++;
    }
  }
}
