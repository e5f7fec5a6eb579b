package headroom.kernel;

import java.util.Arrays;

/** A bare loop over a heap of four children in arrays of numbers; cancelling marks the timer. */
final class ArrayHeapContestant extends Contestant {
  private long[] times;
  private long[] orders;
  private int[] ids;
  private int size;
  private final long[] current;
  private long now;
  private long sequence;

  ArrayHeapContestant(Increments increments, int pending) {
    super(increments, pending);
    times = new long[2 * pending];
    orders = new long[2 * pending];
    ids = new int[2 * pending];
    current = new long[pending];
    for (int i = 0; i < pending; i++) {
      schedule(i);
    }
  }

  private void schedule(int timer) {
    long at = now + increments.next();
    long order = Event.order(increments.phase().priority(), sequence++);
    current[timer] = order;
    push(at, order, timer);
  }

  @Override
  void fireSome() {
    boolean goOn = true;
    while (goOn) {
      long time = times[0];
      long order = orders[0];
      int timer = ids[0];
      pop();
      if (current[timer] == order) {
        now = time;
        goOn = fire(timer);
      }
    }
  }

  private boolean fire(int timer) {
    schedule(timer);
    boolean goOn = spend();
    if (increments.cancels()) {
      for (int i = 0; i < Increments.CANCELLED_PER_FIRED; i++) {
        schedule(increments.victim(pending));
        goOn = spend();
      }
    }
    return goOn;
  }

  private void push(long time, long order, int timer) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    int i = size++;
    while (i > 0) {
      int parent = i - 1 >> 2;
      if (times[parent] < time || times[parent] == time && orders[parent] < order) {
        break;
      }
      copy(parent, i);
      i = parent;
    }
    set(i, time, order, timer);
  }

  private void pop() {
    int last = --size;
    long time = times[last];
    long order = orders[last];
    int i = 0;
    for (int child = 1; child < last; child = 4 * i + 1) {
      int least = child;
      for (int k = child + 1; k < Math.min(child + 4, last); k++) {
        if (times[k] < times[least] || times[k] == times[least] && orders[k] < orders[least]) {
          least = k;
        }
      }
      if (time < times[least] || time == times[least] && order < orders[least]) {
        break;
      }
      copy(least, i);
      i = least;
    }
    set(i, time, order, ids[last]);
  }

  private void copy(int from, int to) {
    set(to, times[from], orders[from], ids[from]);
  }

  private void set(int i, long time, long order, int timer) {
    times[i] = time;
    orders[i] = order;
    ids[i] = timer;
  }
}
