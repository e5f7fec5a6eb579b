package headroom.fleet.scaling;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;

/** Moments in order of time, many of them alike: since when each of some missing things is wanted. */
final class Since {

  private static final class Alike {
    final long nanos;
    int count;

    Alike(long nanos, int count) {
      this.nanos = nanos;
      this.count = count;
    }
  }

  private final ArrayDeque<Alike> runs = new ArrayDeque<>();
  private int size;

  /** From now on there are so many: the youngest go, or others come that begin now. */
  void become(int count, long nowNanos) {
    if (count > size) {
      runs.addLast(new Alike(nowNanos, count - size));
      size = count;
    }
    while (size > count) {
      Alike last = runs.getLast();
      int gone = Math.min(last.count, size - count);
      last.count -= gone;
      size -= gone;
      if (last.count == 0) {
        runs.removeLast();
      }
    }
  }

  /** The longest ago; there must be one. */
  long first() {
    return runs.getFirst().nanos;
  }

  /**
   * Takes the longest ago away.
   *
   * @throws NoSuchElementException when there is none
   */
  long removeFirst() {
    Alike first = runs.getFirst();
    size--;
    if (--first.count == 0) {
      runs.removeFirst();
    }
    return first.nanos;
  }
}
