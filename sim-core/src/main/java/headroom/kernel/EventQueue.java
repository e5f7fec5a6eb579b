package headroom.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pending events in firing order: time, then priority, then first scheduled first.
 *
 * <p>Up to the end of the window, entries are in the run (few, sorted), in the batch (many of one
 * instant) or in the heap (late ones for which the run has no room); after it, in the wheel.
 */
final class EventQueue {
  private static final int RUN_TARGET = 32;

  private final Run run = new Run();
  private final TieBatch batch = new TieBatch();
  private EntryHeap heap = new EntryHeap();
  private Wheel wheel = new Wheel();
  private long windowFirst = Long.MIN_VALUE;
  private long windowLast = Long.MAX_VALUE;
  private long lastPolled = Long.MIN_VALUE;
  private long sequence;
  private int size;

  int size() {
    return size;
  }

  /** Adds an event after all that tie with it. */
  void add(Event event, long time, long firstOrder) {
    long order = firstOrder | sequence++;
    event.timeNanos = time;
    event.order = order;
    size++;
    place(event, time, order);
  }

  private void place(Event event, long time, long order) {
    if (time > windowLast) {
      wheel.add(time, order, event);
    } else if (!batch.isEmpty()) {
      heap.add(time, order, event);
    } else if (!run.insert(time, order, event)) {
      heap.add(time, order, event);
      spill();
    }
  }

  void cancel(Event event) {
    event.order = Event.NOT_PENDING;
    size--;
    if (event.timeNanos > windowLast) {
      wheel.bury(event.timeNanos);
    } else {
      run.bury();
    }
  }

  /** Takes the first event out; null when none is due up to the limit. */
  @Nullable
  Event poll(long limit) {
    Event event = take(limit);
    if (event != null) {
      event.order = Event.NOT_PENDING;
      lastPolled = event.timeNanos;
      size--;
    }
    return event;
  }

  /** The first event, which stays; null when there is none. */
  @Nullable
  Event peek() {
    Event event = take(Long.MAX_VALUE);
    if (event != null) {
      place(event, event.timeNanos, event.order);
    }
    return event;
  }

  private @Nullable Event take(long limit) {
    while (!run.isEmpty() && heap.isEmpty()) {
      if (run.firstTime() > limit) {
        return null;
      }
      long order = run.firstOrder();
      Event event = run.poll();
      if (event.order == order) {
        return event;
      }
    }
    return takeAny(limit);
  }

  private @Nullable Event takeAny(long limit) {
    while (!run.isEmpty() || refill(limit)) {
      boolean late = isLate();
      if ((late ? heap.firstTime() : run.firstTime()) > limit) {
        return null;
      }
      long order = late ? heap.firstOrder() : run.firstOrder();
      Event event = late ? heap.poll() : run.poll();
      if (event.order == order) {
        return event;
      }
    }
    return null;
  }

  private boolean isLate() {
    return !heap.isEmpty() && (run.isEmpty() || !run.isBefore(heap.firstTime(), heap.firstOrder()));
  }

  // The run is empty: whether anything is in it, or in the heap, after this.
  private boolean refill(long limit) {
    while (run.isEmpty() && !batch.isEmpty()) {
      batch.refill(run, wheel.pool);
    }
    return !run.isEmpty() || !heap.isEmpty() || pull(limit);
  }

  // Moves the next bucket out of the wheel; false when it begins after the limit.
  private boolean pull(long limit) {
    while (!wheel.isEmpty()) {
      int level = wheel.nextLevel();
      Bucket bucket = wheel.next();
      if (bucket.prefix() > limit) {
        return false;
      }
      wheel.unmarkNext();
      if (bucket.live() <= RUN_TARGET) {
        fillRun(bucket, level);
        return true;
      }
      startWheelAt(bucket.prefix());
      if (bucket.ties()) {
        windowLast = windowFirst;
        batch.take(bucket, wheel.pool, heap);
        return refill(limit);
      }
      bucket.spread(wheel);
    }
    return false;
  }

  // Takes the following buckets too while they are small, so that the run is worth its filling.
  private void fillRun(Bucket first, int firstLevel) {
    Bucket bucket = first;
    int level = firstLevel;
    windowFirst = Wheel.firstOf(level, first.firstTime);
    run.reset();
    while (true) {
      long time = bucket.firstTime;
      bucket.moveAll(run, wheel.pool);
      if (wheel.isEmpty()) {
        windowLast = Long.MAX_VALUE;
        return;
      }
      int nextLevel = wheel.nextLevel();
      Bucket next = wheel.next();
      if (run.size() + next.live() > RUN_TARGET) {
        wheel.rebase(Wheel.firstOf(level, time));
        windowLast = Wheel.lastOf(level, time);
        return;
      }
      wheel.unmarkNext();
      bucket = next;
      level = nextLevel;
    }
  }

  // The window is crowded: it ends here, and all it held goes to the wheel. Not so when it is a
  // single instant, nor when something is due before the wheel's base (someone looked ahead).
  private void spill() {
    long first = run.isEmpty() ? heap.firstTime() : Math.min(run.firstTime(), heap.firstTime());
    boolean tooEarly = first < windowFirst && !wheel.isEmpty();
    if (!tooEarly && windowFirst < windowLast) {
      startWheelAt(Math.min(first, Math.max(windowFirst, lastPolled)));
      run.moveAll(wheel);
      heap.moveAll(wheel);
    }
  }

  private void startWheelAt(long base) {
    wheel.rebase(base);
    windowFirst = base;
    windowLast = base == Long.MIN_VALUE ? base : base - 1;
  }

  /** Visits what is pending, in no order. */
  void forEach(Consumer<Event> visitor) {
    run.forEachLive(visitor);
    batch.forEachLive(visitor);
    heap.forEachLive(visitor);
    wheel.forEachLive(visitor);
  }

  /** Forgets all that is pending and the memory it took. */
  void clear() {
    forEach(event -> event.order = Event.NOT_PENDING);
    run.clear();
    batch.clear();
    heap = new EntryHeap();
    wheel = new Wheel();
    windowFirst = Long.MIN_VALUE;
    windowLast = Long.MAX_VALUE;
    lastPolled = Long.MIN_VALUE;
    size = 0;
  }
}
