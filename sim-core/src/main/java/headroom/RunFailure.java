package headroom;

import headroom.kernel.LimitReached;
import headroom.kernel.SimulationFailure;
import java.time.Duration;

/** A run that could not be finished; says which one, and when in simulated time it stopped. */
public final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean limit;

  public RunFailure(String scenario, long seed, SimulationFailure failure) {
    super("scenario '" + scenario + "', seed " + seed + ": " + says(failure), failure);
    this.limit = failure.getCause() instanceof LimitReached;
  }

  /** One that was told of by another machine, in its words. */
  public RunFailure(String message, boolean limit) {
    super(message);
    this.limit = limit;
  }

  /** True when the run grew beyond a stated bound, which is the scenario's doing. */
  public boolean isLimit() {
    return limit;
  }

  private static String says(SimulationFailure failure) {
    return failure.getCause() instanceof LimitReached reached
        ? "after "
            + Duration.ofNanos(failure.timeNanos()).toSeconds()
            + " simulated seconds, "
            + reached.getMessage()
        : String.valueOf(failure.getMessage());
  }
}
