package headroom.scenarios.experiment;

/** Thrown when nobody runs replications where they should be run; says who was asked, and why. */
public final class MasterUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MasterUnreachable(String message) {
    super(message);
  }

  public MasterUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
