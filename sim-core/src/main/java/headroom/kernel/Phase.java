package headroom.kernel;

/** The order of events at one instant: the world changes, work is done, policies decide, we look. */
public enum Phase {
  CHANGE(9),
  WORK(7),
  DECIDE(5),
  OBSERVE(3);

  private final short priority;
  private final long firstOrder;

  Phase(int priority) {
    this.priority = (short) priority;
    this.firstOrder = Event.order(this.priority, 0);
  }

  /** The DSOL priority of this phase; a higher priority fires first. */
  public short priority() {
    return priority;
  }

  long firstOrder() {
    return firstOrder;
  }
}
