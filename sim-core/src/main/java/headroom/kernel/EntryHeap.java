package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Entries that came late, before the end of what is being fired: a small heap of four children. */
final class EntryHeap {
  private static final int FIRST_CAPACITY = 16;

  private long[] keys = new long[2 * FIRST_CAPACITY];
  private @Nullable Event[] events = new @Nullable Event[FIRST_CAPACITY];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(long time, long order, Event event) {
    if (size == events.length) {
      purge();
    }
    siftUp(size++, time, order, event);
  }

  long firstTime() {
    return keys[0];
  }

  long firstOrder() {
    return keys[1];
  }

  /** Removes the first entry and gives its event. */
  Event poll() {
    Event first = event(0);
    int last = --size;
    Event moved = event(last);
    events[last] = null;
    if (last > 0) {
      siftDown(0, keys[2 * last], keys[2 * last + 1], moved);
    }
    return first;
  }

  /** Moves all live entries, in order. */
  void moveAll(Wheel wheel) {
    while (size > 0) {
      long time = keys[0];
      long order = keys[1];
      Event event = poll();
      if (event.order == order) {
        wheel.add(time, order, event);
      }
    }
  }

  void forEachLive(Consumer<Event> visitor) {
    for (int i = 0; i < size; i++) {
      if (event(i).order == keys[2 * i + 1]) {
        visitor.accept(event(i));
      }
    }
  }

  private Event event(int i) {
    return Objects.requireNonNull(events[i]);
  }

  // Room is made by dropping the dead first, so that cancelling for ever takes no memory.
  private void purge() {
    int all = size;
    size = 0;
    for (int i = 0; i < all; i++) {
      Event event = event(i);
      events[i] = null;
      if (event.order == keys[2 * i + 1]) {
        siftUp(size++, keys[2 * i], keys[2 * i + 1], event);
      }
    }
    if (size > events.length >> 1) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
      events = Arrays.copyOf(events, 2 * events.length);
    }
  }

  private void siftUp(int from, long time, long order, Event event) {
    int i = from;
    while (i > 0) {
      int parent = (i - 1) >> 2;
      if (!isBefore(time, order, parent)) {
        break;
      }
      copy(parent, i);
      i = parent;
    }
    set(i, time, order, event);
  }

  private void siftDown(int from, long time, long order, Event event) {
    int i = from;
    while (true) {
      int child = firstChild(i);
      if (child >= size || isBefore(time, order, child)) {
        break;
      }
      copy(child, i);
      i = child;
    }
    set(i, time, order, event);
  }

  private int firstChild(int parent) {
    int first = 4 * parent + 1;
    int end = Math.min(first + 4, size);
    for (int i = first + 1; i < end; i++) {
      if (isBefore(keys[2 * i], keys[2 * i + 1], first)) {
        first = i;
      }
    }
    return first;
  }

  private boolean isBefore(long time, long order, int i) {
    long there = keys[2 * i];
    return time < there || (time == there && order < keys[2 * i + 1]);
  }

  private void set(int i, long time, long order, Event event) {
    keys[2 * i] = time;
    keys[2 * i + 1] = order;
    events[i] = event;
  }

  private void copy(int from, int to) {
    set(to, keys[2 * from], keys[2 * from + 1], event(from));
  }
}
