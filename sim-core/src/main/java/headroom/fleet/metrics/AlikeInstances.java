package headroom.fleet.metrics;

/** The instances of a group that are all as busy as each other. */
public interface AlikeInstances {

  /** Instances that are up. */
  int up();

  /** Busy workers over workers since the last time this was asked; NaN when none was up. */
  double busySinceLastAsked(long nowNanos);

  /** Requests waiting now. */
  double waiting();

  /** Requests that came to the group's doors so far. */
  double requested();
}
