package headroom.scenarios.experiment;

/** Thrown in the place of what a replication threw on another machine; speaks as that did. */
public final class RemoteFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String told;

  /**
   * What was thrown elsewhere.
   *
   * @param told class and message of what was thrown there
   * @param trace where, as its stack trace tells
   */
  public RemoteFailure(String told, String trace) {
    super(told, new IllegalStateException("on another machine: " + trace));
    this.told = told;
  }

  // Whoever names a failure by class and message shall name that of the other machine.
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return told;
  }
}
