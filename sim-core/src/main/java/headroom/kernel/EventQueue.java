package headroom.kernel;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pending events in firing order. */
final class EventQueue {
  private final PriorityQueue<Event> events = new PriorityQueue<>(Event.FIRING_ORDER);
  private long sequence;

  void add(Event event, long timeNanos, long firstOrder) {
    insert(event, timeNanos, firstOrder | sequence++);
  }

  void insert(Event event, long timeNanos, long order) {
    event.timeNanos = timeNanos;
    event.order = order;
    events.add(event);
  }

  void cancel(Event event) {
    events.remove(event);
    event.order = Event.NOT_PENDING;
  }

  @Nullable
  Event peek() {
    return events.peek();
  }

  @Nullable
  Event poll(long limitNanos) {
    Event event = events.peek();
    if (event == null || event.timeNanos > limitNanos) {
      return null;
    }
    events.poll();
    event.order = Event.NOT_PENDING;
    return event;
  }

  int size() {
    return events.size();
  }

  void forEach(Consumer<Event> visitor) {
    events.forEach(visitor);
  }

  void clear() {
    events.forEach(event -> event.order = Event.NOT_PENDING);
    events.clear();
  }
}
