package headroom;

import headroom.kernel.SimulationFailure;

/** A run that could not be finished; says which one, and when in simulated time it stopped. */
public final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFailure(String scenario, long seed, SimulationFailure failure) {
    super("scenario '" + scenario + "', seed " + seed + ": " + failure.getMessage(), failure);
  }
}
