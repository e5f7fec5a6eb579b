package headroom.scenarios.spark;

import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Hands waiting replications over to a cluster. What it does around a job takes as long as a short
 * replication, and what it does around a task a good part of that: short ones go several to a task
 * and several tasks to a job, long ones each as a job of its own.
 */
final class Dispatch implements AutoCloseable {

  // While the answers of one task travel, the next must be there already.
  private static final int TASKS_PER_SLOT = 2;
  // Those whose answers came just now ask again at once: worth a moment's wait for a fuller job.
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final UnaryOperator<List<byte[]>> cluster;
  private final int slots;
  private final BlockingQueue<Asked> waiting = new LinkedBlockingQueue<>();
  // One after the other, so that each fills its job before the next begins one.
  private final ReentrantLock gathering = new ReentrantLock();
  private final TaskSize size = new TaskSize();
  private final List<Thread> senders = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Begins to wait for replications.
   *
   * @param cluster runs a job: {@link Errands} of each task in, the {@link Replies} of each out
   * @param slots how many tasks it runs at once
   */
  Dispatch(UnaryOperator<List<byte[]>> cluster, int slots) {
    this.cluster = cluster;
    this.slots = slots;
    for (int i = 0; i < TASKS_PER_SLOT * slots; i++) {
      Thread sender = new Thread(this::send, "spark-sender-" + i);
      sender.setDaemon(true);
      sender.start();
      senders.add(sender);
    }
  }

  /** Asks for a replication; the answer fails where the cluster gave up on it. */
  CompletableFuture<Reply> ask(Scenario scenario, long seed, boolean shown) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    waiting.add(new Asked(scenario, seed, shown, reply));
    return reply;
  }

  private void send() {
    try {
      while (!closed) {
        carryOut(gather());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Asked> gather() throws InterruptedException {
    gathering.lockInterruptibly();
    try {
      List<Asked> job = new ArrayList<>();
      job.add(waiting.take());
      int tasks = size.replications() > 1 ? TASKS_PER_SLOT * slots : 1;
      int full = tasks * size.replications();
      long end = System.nanoTime() + LINGER_NANOS;
      while (job.size() < full) {
        Asked next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          break;
        }
        job.add(next);
      }
      return job;
    } finally {
      gathering.unlock();
    }
  }

  private void carryOut(List<Asked> job) {
    List<List<Asked>> tasks = size.tasks(job, slots);
    try {
      List<byte[]> errands =
          tasks.stream().map(task -> Wire.bytes(Errands.of(task))).toList();
      List<byte[]> answers = cluster.apply(errands);
      for (int i = 0; i < answers.size(); i++) {
        answer(tasks.get(i), Wire.read(answers.get(i), Replies.class));
      }
    } catch (IOException e) {
      fail(job, new IllegalStateException("an executor answered in words of another version", e));
    } catch (Throwable failure) {
      retry(job, failure);
    }
  }

  private void answer(List<Asked> task, Replies replies) {
    size.learn(replies.nanos(), task.size());
    for (int i = 0; i < task.size(); i++) {
      task.get(i).reply().complete(replies.list().get(i));
    }
  }

  // Which of several brought the machines down shows when each goes alone.
  private void retry(List<Asked> job, Throwable failure) {
    if (job.size() == 1 || closed) {
      fail(job, failure);
    } else {
      job.forEach(each -> carryOut(List.of(each)));
    }
  }

  private static void fail(List<Asked> job, Throwable failure) {
    job.forEach(each -> each.reply().completeExceptionally(failure));
  }

  @Override
  public void close() {
    closed = true;
    senders.forEach(Thread::interrupt);
  }
}
