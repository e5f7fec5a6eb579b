package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The next few entries in firing order; new ones are put in their place by moving the shorter side. */
final class Run {
  static final int CAPACITY = 64;
  private static final int START = 16;

  private final long[] keys = new long[2 * CAPACITY];
  private final @Nullable Event[] events = new @Nullable Event[CAPACITY];
  private int head = START;
  private int tail = START;

  boolean isEmpty() {
    return head == tail;
  }

  /** Where the next appended entry goes. */
  int tail() {
    return tail;
  }

  int size() {
    return tail - head;
  }

  long firstTime() {
    return keys[2 * head];
  }

  long firstOrder() {
    return keys[2 * head + 1];
  }

  Event poll() {
    Event event = event(head);
    events[head++] = null;
    return event;
  }

  private Event event(int i) {
    return Objects.requireNonNull(events[i]);
  }

  // Room on both sides, so that neither an early nor a late insertion has far to move.
  void reset() {
    head = START;
    tail = START;
  }

  boolean isBefore(long time, long order) {
    long first = keys[2 * head];
    return first < time || first == time && keys[2 * head + 1] < order;
  }

  // Reading the orders in one tight loop overlaps the cache misses of all these events.
  void append(Chunk chunk, int size) {
    for (int i = 0; i < size; i++) {
      if (chunk.isLive(i)) {
        set(tail++, chunk.keys[2 * i], chunk.keys[2 * i + 1], chunk.event(i));
      }
    }
  }

  /** Sorts what was appended since; it must all come after what was here before. */
  void sort(int from) {
    for (int i = from + 1; i < tail; i++) {
      long time = keys[2 * i];
      long order = keys[2 * i + 1];
      if (!isAfter(i - 1, time, order)) {
        continue;
      }
      Event event = events[i];
      int to = i;
      do {
        copy(to - 1, to);
        to--;
      } while (to > from && isAfter(to - 1, time, order));
      set(to, time, order, event);
    }
  }

  /** Puts an entry in its place; false when there is no room. */
  boolean insert(long time, long order, Event event) {
    int size = tail - head;
    if (size == CAPACITY) {
      return false;
    }
    int at = place(time, order);
    if (head > 0 && (at - head < size >> 1 || tail == CAPACITY)) {
      moveDown(head, at);
      head--;
      at--;
    } else {
      moveUp(at, tail);
      tail++;
    }
    set(at, time, order, event);
    return true;
  }

  private int place(long time, long order) {
    int low = head;
    int high = tail;
    while (low < high) {
      int middle = low + high >>> 1;
      if (isAfter(middle, time, order)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void moveDown(int from, int to) {
    for (int i = from; i < to; i++) {
      copy(i, i - 1);
    }
  }

  private void moveUp(int from, int to) {
    for (int i = to; i > from; i--) {
      copy(i - 1, i);
    }
  }

  private boolean isAfter(int i, long time, long order) {
    long there = keys[2 * i];
    return there > time || there == time && keys[2 * i + 1] > order;
  }

  private void set(int i, long time, long order, @Nullable Event event) {
    keys[2 * i] = time;
    keys[2 * i + 1] = order;
    events[i] = event;
  }

  private void copy(int from, int to) {
    keys[2 * to] = keys[2 * from];
    keys[2 * to + 1] = keys[2 * from + 1];
    events[to] = events[from];
  }

  /** Moves all live entries, in order. */
  void moveAll(Wheel wheel) {
    for (int i = head; i < tail; i++) {
      if (event(i).order == keys[2 * i + 1]) {
        wheel.add(keys[2 * i], keys[2 * i + 1], event(i));
      }
    }
    clear();
  }

  void forEachLive(Consumer<Event> visitor) {
    for (int i = head; i < tail; i++) {
      if (event(i).order == keys[2 * i + 1]) {
        visitor.accept(event(i));
      }
    }
  }

  void clear() {
    Arrays.fill(events, null);
    reset();
  }
}
