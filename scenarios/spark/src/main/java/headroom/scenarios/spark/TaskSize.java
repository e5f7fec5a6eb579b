package headroom.scenarios.spark;

import java.util.ArrayList;
import java.util.List;

/** How many replications make a task, by what the latest took. */
final class TaskSize {

  // Fifty times what Spark adds to a task, and all that a lost executor may cost of short ones.
  private static final double TASK_NANOS = 250e6;
  // How much the latest task counts in what a replication is thought to take.
  private static final double LATEST = 0.3;

  private double replicationNanos = TASK_NANOS;

  /** So many fill a task, at least 1. */
  synchronized int replications() {
    return Math.max(1, (int) (TASK_NANOS / replicationNanos));
  }

  /**
   * Takes account of a task.
   *
   * @param nanos what it took on its executor
   * @param replications how many it ran
   */
  synchronized void learn(long nanos, int replications) {
    replicationNanos += LATEST * ((double) nanos / replications - replicationNanos);
  }

  /** A job's replications as tasks: none fuller than it should be, no slot without one. */
  <T> List<List<T>> tasks(List<T> job, int slots) {
    int each = Math.min(replications(), (job.size() + slots - 1) / slots);
    List<List<T>> tasks = new ArrayList<>();
    for (int from = 0; from < job.size(); from += each) {
      tasks.add(job.subList(from, Math.min(job.size(), from + each)));
    }
    return tasks;
  }
}
