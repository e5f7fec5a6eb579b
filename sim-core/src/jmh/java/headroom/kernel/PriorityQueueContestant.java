package headroom.kernel;

import java.util.PriorityQueue;

/** A bare loop over {@link PriorityQueue} with an object per event; cancelling marks it. */
final class PriorityQueueContestant extends Contestant {
  private final PriorityQueue<Entry> queue = new PriorityQueue<>();
  private final Entry[] timers;
  private long now;
  private long sequence;

  PriorityQueueContestant(Increments increments, int pending) {
    super(increments, pending);
    timers = new Entry[pending];
    for (int i = 0; i < pending; i++) {
      schedule(i);
    }
  }

  private void schedule(int timer) {
    long at = now + increments.next();
    Entry entry = new Entry(at, Event.order(increments.phase().priority(), sequence++), timer);
    timers[timer] = entry;
    queue.add(entry);
  }

  @Override
  void fireSome() {
    boolean goOn = true;
    while (goOn) {
      Entry entry = queue.remove();
      if (!entry.cancelled) {
        now = entry.time;
        goOn = fire(entry.timer);
      }
    }
  }

  private boolean fire(int timer) {
    schedule(timer);
    boolean goOn = spend();
    if (increments.cancels()) {
      for (int i = 0; i < Increments.CANCELLED_PER_FIRED; i++) {
        int victim = increments.victim(pending);
        timers[victim].cancelled = true;
        schedule(victim);
        goOn = spend();
      }
    }
    return goOn;
  }

  private static final class Entry implements Comparable<Entry> {
    private final long time;
    private final long order;
    private final int timer;
    private boolean cancelled;

    Entry(long time, long order, int timer) {
      this.time = time;
      this.order = order;
      this.timer = timer;
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
