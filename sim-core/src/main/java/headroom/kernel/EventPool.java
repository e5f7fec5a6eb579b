package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reusable events behind handles: a handle is (generation, slot), so an old one finds nothing. */
final class EventPool {
  private static final int SLOT_BITS = 28;
  private static final int FIRST_CAPACITY = 16;
  private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;
  private static final long GENERATION_MASK = (1L << (63 - SLOT_BITS)) - 1;

  // No handle is 0, which callers may take for none.
  private long firstGeneration = 1;
  private long lastGeneration = 1;
  private Pooled[] slots = new Pooled[FIRST_CAPACITY];
  private int used;
  private @Nullable Pooled free;
  private @Nullable Action lastFired;

  /** An event that will carry out the action when it fires. */
  Pooled take(Action action) {
    Pooled event = free;
    if (event == null) {
      event = grow();
    } else {
      free = event.nextFree;
    }
    event.action = action;
    return event;
  }

  /** The pending event of a handle, or null when it has fired or was cancelled. */
  @Nullable
  Pooled find(long handle) {
    long slot = handle & SLOT_MASK;
    if (handle < 0 || slot >= used) {
      return null;
    }
    Pooled event = slots[(int) slot];
    return event.handle == handle && event.isPending() ? event : null;
  }

  void release(Pooled event) {
    event.action = null;
    long generation = 1 + (event.handle >>> SLOT_BITS) & GENERATION_MASK;
    lastGeneration = Math.max(lastGeneration, generation);
    event.handle = (generation << SLOT_BITS) | (event.handle & SLOT_MASK);
    event.nextFree = free;
    free = event;
  }

  /** Forgets all; a handle of before still finds nothing. */
  void clear() {
    firstGeneration = 1 + lastGeneration & GENERATION_MASK;
    lastGeneration = firstGeneration;
    slots = new Pooled[FIRST_CAPACITY];
    used = 0;
    free = null;
    lastFired = null;
  }

  private Pooled grow() {
    if (used > SLOT_MASK) {
      throw new IllegalStateException("more than " + used + " actions are pending at once");
    }
    if (used == slots.length) {
      slots = Arrays.copyOf(slots, 2 * used);
    }
    Pooled event = new Pooled(this, firstGeneration << SLOT_BITS | used);
    slots[used++] = event;
    return event;
  }

  /** The event of one slot. */
  static final class Pooled extends Event {
    private final EventPool pool;
    private long handle;
    private @Nullable Action action;
    private @Nullable Pooled nextFree;

    Pooled(EventPool pool, long handle) {
      this.pool = pool;
      this.handle = handle;
    }

    long handle() {
      return handle;
    }

    @Override
    protected void fire(long nowNanos) {
      Action due = Objects.requireNonNull(action);
      pool.lastFired = due;
      pool.release(this);
      due.fire(nowNanos);
    }

    @Override
    public String toString() {
      return String.valueOf(action == null ? pool.lastFired : action);
    }
  }
}
