package headroom.fleet.targets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Jobs in the order they came, taken from either end; grows to its bound, allocates nothing else. */
final class Ring {

  private static final int FIRST_SIZE = 8;

  private @Nullable Job[] jobs = new Job[FIRST_SIZE];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void add(Job job) {
    if (size == jobs.length) {
      grow();
    }
    jobs[(head + size++) & (jobs.length - 1)] = job;
  }

  @Nullable
  Job poll() {
    if (size == 0) {
      return null;
    }
    Job job = jobs[head];
    jobs[head] = null;
    head = (head + 1) & (jobs.length - 1);
    size--;
    return job;
  }

  /** Takes the one that came last. */
  @Nullable
  Job pollLast() {
    if (size == 0) {
      return null;
    }
    int last = (head + --size) & (jobs.length - 1);
    Job job = jobs[last];
    jobs[last] = null;
    return job;
  }

  /** The job at a place in the queue, 0 being the next. */
  @Nullable
  Job get(int place) {
    return jobs[(head + place) & (jobs.length - 1)];
  }

  private void grow() {
    @Nullable Job[] larger = Arrays.copyOf(jobs, 2 * jobs.length);
    for (int i = 0; i < size; i++) {
      larger[i] = jobs[(head + i) & (jobs.length - 1)];
    }
    Arrays.fill(larger, size, larger.length, null);
    jobs = larger;
    head = 0;
  }
}
