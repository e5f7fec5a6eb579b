package headroom.fleet.traffic;

/** Where an attempt goes on that waits for something other than an answer. */
public interface Detour {

  /** The wait is over. */
  void goOn(Attempt attempt, long nowNanos);
}
