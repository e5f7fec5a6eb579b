package headroom.fleet.traffic;

/** Counts of what was done for requests, over the whole run: what it was worth, and for whom. */
public final class WorkDone {

  private long finished;
  private long finishedForNobody;
  private long calls;
  private long callAttempts;
  private long lookups;
  private long hits;

  /** An instance has finished an attempt; {@code abandoned} when nobody waited for it any more. */
  void finished(boolean abandoned) {
    finished++;
    finishedForNobody += abandoned ? 1 : 0;
  }

  /** A service makes a call. */
  void called() {
    calls++;
    callAttempts++;
  }

  /** It tries again, or asks another one. */
  void calledAgain() {
    callAttempts++;
  }

  /** A cache was looked into; returns whether it knew. */
  boolean lookedUp(boolean found) {
    lookups++;
    hits += found ? 1 : 0;
    return found;
  }

  public long finished() {
    return finished;
  }

  public long finishedForNobody() {
    return finishedForNobody;
  }

  public long calls() {
    return calls;
  }

  public long callAttempts() {
    return callAttempts;
  }

  public long lookups() {
    return lookups;
  }

  public long hits() {
    return hits;
  }
}
