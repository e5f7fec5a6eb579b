package headroom.scenarios.experiment;

/** Thrown when {@code warm-up: auto} finds no end of a scenario's beginning. */
public final class NotSettled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotSettled(String scenario, String metric) {
    super("scenario '" + scenario + "': warm-up: auto finds no moment in the first half of the run"
        + " from which " + metric + " keeps its level; let it last longer, or say the warm-up,"
        + " for example 1h (of a load that follows the time of day a whole day)");
  }
}
