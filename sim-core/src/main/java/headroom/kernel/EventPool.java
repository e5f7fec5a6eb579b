package headroom.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reusable events behind handles: a handle is (generation, slot), so an old one finds nothing. */
final class EventPool {
  private static final int SLOT_BITS = 28;
  private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;
  private static final long GENERATION_MASK = (1L << 63 - SLOT_BITS) - 1;

  private Pooled[] slots = new Pooled[16];
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
    event.handle = nextGeneration(event.handle);
    event.nextFree = free;
    free = event;
  }

  // The slots stay, so that a handle of before still finds nothing.
  void clear() {
    for (int i = 0; i < used; i++) {
      if (slots[i].action != null) {
        release(slots[i]);
      }
    }
    lastFired = null;
  }

  private Pooled grow() {
    if (used > SLOT_MASK) {
      throw new IllegalStateException("more than " + used + " actions are pending at once");
    }
    if (used == slots.length) {
      slots = Arrays.copyOf(slots, 2 * used);
    }
    Pooled event = new Pooled(this, used);
    slots[used++] = event;
    return event;
  }

  private static long nextGeneration(long handle) {
    long generation = (handle >>> SLOT_BITS) + 1 & GENERATION_MASK;
    return generation << SLOT_BITS | handle & SLOT_MASK;
  }

  /** The event of one slot. */
  static final class Pooled extends Event {
    private final EventPool pool;
    private long handle;
    private @Nullable Action action;
    private @Nullable Pooled nextFree;

    Pooled(EventPool pool, int slot) {
      this.pool = pool;
      this.handle = slot;
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
