package headroom.kernel;

import org.jspecify.annotations.Nullable;

/** Chunks to use again, the last one returned first because it is still in the cache. */
final class ChunkPool {
  private @Nullable Chunk free;

  Chunk take() {
    Chunk chunk = free;
    if (chunk == null) {
      return new Chunk();
    }
    free = chunk.next;
    chunk.next = null;
    return chunk;
  }

  void give(Chunk chunk) {
    chunk.clear();
    chunk.next = free;
    free = chunk;
  }
}
