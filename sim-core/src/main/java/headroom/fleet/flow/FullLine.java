package headroom.fleet.flow;

/**
 * A line that a rush has filled: between its two walls, none waiting and no place left, it is a walk in
 * balance again, above a load of 1, too.
 *
 * <p>How many places are free is geometric there, as how many wait is below a load of 1: on average
 * (ca² + cs²) / 2 / (ρ - 1) before each line, cut at its places (M/M/m/K, in heavy traffic any GI/G/m/K;
 * Harrison, "Brownian Motion and Stochastic Flow Systems", 1985, §5.5). A fluid would fill all of them,
 * and all would wait for as long as the whole line takes: clients whose patience is a little less
 * would never be answered in time. So what comes next is told by the balance of its load, until more
 * can be served than comes; what waits then flows again.
 */
final class FullLine {

  private static final double ROUNDING = 1e-9;

  private final StationStep step;
  private final Backlog backlog;
  private boolean stands;

  FullLine(StationStep step, Backlog backlog) {
    this.step = step;
    this.backlog = backlog;
  }

  /** True while it is full, and in balance. */
  boolean stands() {
    return stands;
  }

  /** True when less comes now than would keep it full. */
  boolean drains() {
    return stands && step.rate() <= step.capacity();
  }

  /**
   * Looks at a backlog at the end of a step. If it has come to the balance of its load, all that is in
   * it is told as it stands; returns how much that is.
   */
  double look() {
    stands = false;
    double load = step.capacity() > 0 ? step.rate() / step.capacity() : 0;
    double content = backlog.content();
    if (load <= 1 || content <= 0 || !backlog.isPlain() || !step.mayStand()) {
      return 0;
    }
    double balance = step.standing().law().queueAt(load) * step.queues();
    if (content < (1 - ROUNDING) * balance) {
      return 0;
    }
    double now = step.beginSeconds() + step.seconds();
    backlog.queue().serve(content, now, now + content / step.capacity(), backlog.fate());
    backlog.isGone();
    step.setQueued(content);
    step.setFluid(false);
    step.standing().setLoad(load);
    stands = true;
    return content;
  }

  /** Whatever filled it is over. */
  void forget() {
    stands = false;
  }

  /** Goes on from where another is. */
  void copyFrom(FullLine other) {
    stands = other.stands;
  }
}
