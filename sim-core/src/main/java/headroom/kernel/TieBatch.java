package headroom.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many entries of one instant, split by priority without comparing: they came first to last. */
final class TieBatch {
  private static final int RECENT = 16;

  private final List<Lane> lanes = new ArrayList<>();
  /** The lane used last for each priority modulo the length. */
  private final @Nullable Lane[] recent = new @Nullable Lane[RECENT];

  private int next;

  boolean isEmpty() {
    return next == lanes.size();
  }

  /** Takes the entries of a bucket whose times all tie; what came out of order goes to the heap. */
  void take(Bucket bucket, ChunkPool pool, EntryHeap disordered) {
    next = 0;
    lanes.forEach(lane -> lane.lastOrder = Long.MIN_VALUE);
    int left = bucket.size;
    Chunk chunk = bucket.takeAll();
    while (chunk != null) {
      split(chunk, Math.min(left, Chunk.SIZE), pool, disordered);
      left -= Chunk.SIZE;
      Chunk following = chunk.next;
      pool.give(chunk);
      chunk = following;
    }
    skipEmpty();
  }

  private void split(Chunk chunk, int size, ChunkPool pool, EntryHeap disordered) {
    Lane lane = null;
    for (int i = 0; i < size; i++) {
      long time = chunk.keys[2 * i];
      long order = chunk.keys[2 * i + 1];
      Event event = chunk.event(i);
      if (lane == null || lane.priority != order >> Event.SEQUENCE_BITS) {
        lane = lane(order >> Event.SEQUENCE_BITS);
      }
      if (order > lane.lastOrder) {
        lane.lastOrder = order;
        lane.entries.add(time, order, event, pool);
      } else {
        disordered.add(time, order, event);
      }
    }
  }

  private Lane lane(long priority) {
    int place = (int) priority & RECENT - 1;
    Lane known = recent[place];
    if (known == null || known.priority != priority) {
      known = find(priority);
      recent[place] = known;
    }
    return known;
  }

  private Lane find(long priority) {
    int low = 0;
    int high = lanes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lanes.get(middle).priority < priority) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == lanes.size() || lanes.get(low).priority != priority) {
      lanes.add(low, new Lane(priority));
    }
    return lanes.get(low);
  }

  /** Moves the first entries into the run, which is empty. */
  void refill(Run run, ChunkPool pool) {
    run.reset();
    lanes.get(next).entries.moveFirstChunk(run, pool);
    skipEmpty();
  }

  private void skipEmpty() {
    while (next < lanes.size() && lanes.get(next).entries.size == 0) {
      next++;
    }
  }

  void forEachLive(Consumer<Event> visitor) {
    lanes.forEach(lane -> lane.entries.forEachLive(visitor));
  }

  void clear() {
    lanes.clear();
    Arrays.fill(recent, null);
    next = 0;
  }

  /** The entries of one priority. */
  private static final class Lane {
    private final long priority;
    private final Bucket entries = new Bucket();
    private long lastOrder = Long.MIN_VALUE;

    Lane(long priority) {
      this.priority = priority;
    }
  }
}
