package headroom.billing;

/** The states of an instance's life, and in which of them its time is billed (sheet §1.1, [E1]). */
public enum BilledState {
  PENDING(false),
  RUNNING(true),
  STOPPING(false),
  /** Stopping while memory is written to disk. */
  HIBERNATING(true),
  STOPPED(false),
  SHUTTING_DOWN(false),
  TERMINATED(false);

  private final boolean billed;

  BilledState(boolean billed) {
    this.billed = billed;
  }

  public boolean billed() {
    return billed;
  }
}
