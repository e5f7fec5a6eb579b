package headroom.fleet.targets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Jobs by the work that must be attained for each to be done, the least first: a binary heap. */
final class WorkHeap {

  private static final int FIRST_SIZE = 8;

  private @Nullable Job[] heap = new Job[FIRST_SIZE];
  private int size;

  int size() {
    return size;
  }

  @Nullable
  Job first() {
    return size == 0 ? null : heap[0];
  }

  void add(Job job) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int at = size++;
    while (at > 0 && work((at - 1) >> 1) > job.work) {
      heap[at] = heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    heap[at] = job;
  }

  @Nullable
  Job poll() {
    if (size == 0) {
      return null;
    }
    Job top = heap[0];
    Job last = heap[--size];
    heap[size] = null;
    if (last != null && size > 0) {
      sink(last);
    }
    return top;
  }

  private void sink(Job job) {
    int at = 0;
    int child = lesserChild(at);
    while (child < size && work(child) < job.work) {
      heap[at] = heap[child];
      at = child;
      child = lesserChild(at);
    }
    heap[at] = job;
  }

  private int lesserChild(int at) {
    int left = 2 * at + 1;
    return left + 1 < size && work(left + 1) < work(left) ? left + 1 : left;
  }

  private double work(int at) {
    Job job = heap[at];
    return job == null ? Double.POSITIVE_INFINITY : job.work;
  }

  void clear() {
    Arrays.fill(heap, 0, size, null);
    size = 0;
  }
}
