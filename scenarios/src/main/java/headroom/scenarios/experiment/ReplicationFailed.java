package headroom.scenarios.experiment;

import headroom.RunFailure;

/** Thrown when a replication failed: what is needed to see it fail again. */
public final class ReplicationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String scenario;
  private final int number;
  private final long seed;

  public ReplicationFailed(String scenario, int number, long seed, Throwable cause) {
    this("", scenario, number, seed, cause);
  }

  private ReplicationFailed(String where, String scenario, int number, long seed, Throwable cause) {
    super(where + "replication " + number + " failed: " + says(scenario, seed, cause), cause);
    this.scenario = scenario;
    this.number = number;
    this.seed = seed;
  }

  /** That of a variant of a study. */
  static ReplicationFailed ofVariant(
      String variant, String scenario, int number, long seed, Throwable cause) {
    return new ReplicationFailed("variant '" + variant + "': ", scenario, number, seed, cause);
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

  private static String says(String scenario, long seed, Throwable cause) {
    return cause instanceof RunFailure
        ? String.valueOf(cause.getMessage())
        : "scenario '" + scenario + "', seed " + seed + ": " + cause;
  }
}
