package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The next few entries in firing order; new ones are put in their place by moving the shorter side. */
final class Run {
  static final int CAPACITY = 64;
  private static final int LENGTH = 2 * CAPACITY;
  private static final int START = 24;
  private static final int SHORT = 12;
  private static final int PATIENCE = 12;

  private final long[] keys = new long[2 * LENGTH];
  private final @Nullable Event[] events = new @Nullable Event[LENGTH];
  private final long[] ranking = new long[Chunk.SIZE];
  private int dead;
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
    return first < time || (first == time && keys[2 * head + 1] < order);
  }

  /** Appends the live entries of one chunk, each at its rank by time and place. */
  void appendRanked(Chunk chunk, int size, long base) {
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (chunk.isLive(i)) {
        ranking[n++] = ((chunk.keys[2 * i] - base) << 6) | i;
      }
    }
    for (int k = 0; k < n; k++) {
      long own = ranking[k];
      int i = (int) own & 63;
      set(tail + rank(own, n), chunk.keys[2 * i], chunk.keys[2 * i + 1], chunk.event(i));
    }
    tail += n;
  }

  // Counting the smaller ones needs no branch that could be foretold wrongly.
  private int rank(long own, int n) {
    long smaller = 0;
    for (int k = 0; k < n; k++) {
      smaller += (ranking[k] - own) >>> 63;
    }
    return (int) smaller;
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

  /** Puts an entry in its place, from the nearer end; false when there is no room. */
  boolean insert(long time, long order, Event event) {
    if (tail - head >= CAPACITY && purge() == 0) {
      return false;
    }
    if (tail == LENGTH) {
      recentre();
    }
    if (head > 0 && head < tail && isAfter(head, time, order)) {
      set(--head, time, order, event);
    } else if (head > 0 && tail - head > SHORT && isAfter((head + tail) >>> 1, time, order)) {
      insertFromHead(time, order, event);
    } else {
      insertFromTail(time, order, event);
    }
    return true;
  }

  private void recentre() {
    int size = tail - head;
    System.arraycopy(keys, 2 * head, keys, 2 * START, 2 * size);
    System.arraycopy(events, head, events, START, size);
    Arrays.fill(events, START + size, LENGTH, null);
    head = START;
    tail = START + size;
  }

  private void insertFromHead(long time, long order, Event event) {
    int i = --head;
    while (i + 1 < tail && !isAfter(i + 1, time, order)) {
      copy(i + 1, i);
      i++;
    }
    set(i, time, order, event);
  }

  private void insertFromTail(long time, long order, Event event) {
    int i = tail++;
    while (i > head && isAfter(i - 1, time, order)) {
      copy(i - 1, i);
      i--;
    }
    set(i, time, order, event);
  }

  /** Notes that an entry may be dead here; the dead are dropped now and then. */
  void bury() {
    if (++dead > PATIENCE) {
      purge();
    }
  }

  // Drops the dead, towards the tail.
  private int purge() {
    int to = tail;
    for (int i = tail - 1; i >= head; i--) {
      if (event(i).order == keys[2 * i + 1]) {
        to--;
        if (to != i) {
          copy(i, to);
        }
      }
    }
    dead = 0;
    int dropped = to - head;
    Arrays.fill(events, head, to, null);
    head = to;
    return dropped;
  }

  private boolean isAfter(int i, long time, long order) {
    long there = keys[2 * i];
    return there > time || (there == time && keys[2 * i + 1] > order);
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
