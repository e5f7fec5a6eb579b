package headroom.scenarios.experiment;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Threads that do numbered work and hand the results over in the order of the numbers. */
final class Workers implements AutoCloseable {

  // A slow piece of work must not let the results of its successors pile up in memory.
  private static final int AHEAD = 4;

  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads, daemons());
  }

  /**
   * Does the work of the numbers {@code from} to {@code to}, both included.
   *
   * @throws RuntimeException what the work threw: of several failures the first by number
   */
  <T> void inOrder(int from, int to, IntFunction<T> work, Consumer<T> sink)
      throws InterruptedException {
    Queue<Future<T>> waiting = new ArrayDeque<>();
    int next = from;
    while (next <= to || !waiting.isEmpty()) {
      while (next <= to && waiting.size() < AHEAD * threads) {
        int number = next++;
        waiting.add(pool.submit(() -> work.apply(number)));
      }
      sink.accept(result(waiting.remove()));
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    // A result that is there already would be handed out without a look at the interruption.
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return future.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "replication");
      // Work that was given up must not keep the program alive.
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
