package headroom.kernel;

/** A queue with a constant number of pending events, each of which schedules its successor. */
abstract class Contestant {
  final Increments increments;
  final int pending;
  private long budget;

  Contestant(Increments increments, int pending) {
    this.increments = increments;
    this.pending = pending;
  }

  /** Fires until so many events were scheduled. */
  final void run(long events) {
    budget = events;
    while (budget > 0) {
      fireSome();
    }
  }

  /** Fires at least one event, and stops soon after the budget is used up. */
  abstract void fireSome();

  /** Counts one scheduled event; false when it was the last of this round. */
  final boolean spend() {
    return --budget > 0;
  }
}
