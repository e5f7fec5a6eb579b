package headroom.kernel;

/** Stops a run that has grown beyond a stated bound: no fault of the program's. */
public final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param message which bound, and what makes a scenario reach it */
  public LimitReached(String message) {
    super(message);
  }
}
