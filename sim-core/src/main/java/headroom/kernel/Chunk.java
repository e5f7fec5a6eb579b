package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of queue entries: (time, order, event).
 *
 * <p>The keys lie beside the events, so that entries move without touching the events. An entry
 * whose order is no longer its event's is dead: the event was cancelled.
 */
final class Chunk {
  static final int SIZE = 32;

  final long[] keys = new long[2 * SIZE];

  @Nullable
  Chunk next;

  private final @Nullable Event[] events = new @Nullable Event[SIZE];

  void set(int i, long time, long order, Event event) {
    keys[2 * i] = time;
    keys[2 * i + 1] = order;
    events[i] = event;
  }

  Event event(int i) {
    return Objects.requireNonNull(events[i]);
  }

  boolean isLive(int i) {
    return event(i).order == keys[2 * i + 1];
  }

  void clear() {
    Arrays.fill(events, null);
  }
}
