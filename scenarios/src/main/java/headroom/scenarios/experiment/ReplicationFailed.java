package headroom.scenarios.experiment;

/** Thrown when a replication failed: what is needed to see it fail again. */
public final class ReplicationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String scenario;
  private final int number;
  private final long seed;

  public ReplicationFailed(String scenario, int number, long seed, Throwable cause) {
    super(
        "replication " + number + " of " + scenario + " (seed " + seed + ") failed: " + says(cause),
        cause);
    this.scenario = scenario;
    this.number = number;
    this.seed = seed;
  }

  public String scenario() {
    return scenario;
  }

  public int number() {
    return number;
  }

  public long seed() {
    return seed;
  }

  private static String says(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
