package headroom.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queue entries in the order they came, as a chain of full chunks and a last one. */
final class Bucket {
  @Nullable
  Chunk head;

  int size;
  int dead;
  long firstTime;
  /** Every bit in which some entry's time differs from the first one's; 0 when all tie. */
  long differing;

  private @Nullable Chunk tail;
  private int tailSize = Chunk.SIZE;

  void add(long time, long order, Event event, ChunkPool pool) {
    int i = tailSize;
    Chunk chunk = tail;
    if (i == Chunk.SIZE || chunk == null) {
      chunk = extend(time, pool);
      i = 0;
    }
    chunk.set(i, time, order, event);
    tailSize = i + 1;
    size++;
    differing |= time ^ firstTime;
  }

  private Chunk extend(long time, ChunkPool pool) {
    Chunk chunk = pool.take();
    Chunk last = tail;
    if (last == null) {
      head = chunk;
      firstTime = time;
      differing = 0;
    } else {
      last.next = chunk;
    }
    tail = chunk;
    return chunk;
  }

  int live() {
    return size - dead;
  }

  /** Hands out the chain and is empty after that. */
  @Nullable
  Chunk takeAll() {
    Chunk chain = head;
    reset();
    return chain;
  }

  void release(ChunkPool pool) {
    Chunk chunk = takeAll();
    while (chunk != null) {
      Chunk next = chunk.next;
      pool.give(chunk);
      chunk = next;
    }
  }

  /** Whether all entries have the same time. */
  boolean ties() {
    return differing == 0;
  }

  /** The earliest time that shares with all entries what they share: their common prefix. */
  long prefix() {
    long top = Long.highestOneBit(differing);
    long below = top == 0 ? 1 : top << 1;
    return ((firstTime ^ Long.MIN_VALUE) & -below) ^ Long.MIN_VALUE;
  }

  private void reset() {
    head = null;
    tail = null;
    tailSize = Chunk.SIZE;
    size = 0;
    dead = 0;
  }

  /** Hands all entries to the wheel, in order; when any is dead, only the live ones. */
  void spread(Wheel wheel) {
    boolean all = dead == 0;
    int left = size;
    Chunk chunk = takeAll();
    while (chunk != null) {
      int n = Math.min(left, Chunk.SIZE);
      for (int i = 0; i < n; i++) {
        if (all || chunk.isLive(i)) {
          wheel.add(chunk.keys[2 * i], chunk.keys[2 * i + 1], chunk.event(i));
        }
      }
      left -= n;
      Chunk next = chunk.next;
      wheel.pool.give(chunk);
      chunk = next;
    }
  }

  /** Drops the dead entries. */
  void purge(ChunkPool pool) {
    int left = size;
    Chunk chunk = takeAll();
    while (chunk != null) {
      int n = Math.min(left, Chunk.SIZE);
      for (int i = 0; i < n; i++) {
        if (chunk.isLive(i)) {
          add(chunk.keys[2 * i], chunk.keys[2 * i + 1], chunk.event(i), pool);
        }
      }
      left -= n;
      Chunk next = chunk.next;
      pool.give(chunk);
      chunk = next;
    }
  }

  /** Moves the live ones of the first chunk into the run. */
  void moveFirstChunk(Run run, ChunkPool pool) {
    Chunk chunk = head;
    if (chunk == null) {
      return;
    }
    int n = Math.min(size, Chunk.SIZE);
    run.append(chunk, n);
    head = chunk.next;
    size -= n;
    if (head == null) {
      reset();
    }
    pool.give(chunk);
  }

  /** Moves all live ones into the run, which has room and is sorted after that. */
  void moveAll(Run run, ChunkPool pool) {
    int from = run.tail();
    Chunk chunk = head;
    if (chunk != null && chunk.next == null && differing >>> 57 == 0) {
      run.appendRanked(chunk, size, prefix());
      release(pool);
    }
    while (size > 0) {
      moveFirstChunk(run, pool);
    }
    run.sort(from);
  }

  void forEachLive(Consumer<Event> visitor) {
    int left = size;
    for (Chunk chunk = head; chunk != null; chunk = chunk.next) {
      for (int i = 0; i < Math.min(left, Chunk.SIZE); i++) {
        if (chunk.isLive(i)) {
          visitor.accept(chunk.event(i));
        }
      }
      left -= Chunk.SIZE;
    }
  }
}
