package headroom.scenarios.experiment;

/**
 * The seed of a replication: a function of the scenario's seed and the replication's number, so that
 * replication 7 has the same luck in every variant, however many run and on how many threads.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014; finaliser of Stafford's variant 13): the number steps by
 * the golden ratio from the mixed scenario seed. No two replications of a scenario share a seed.
 */
public final class ReplicationSeed {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private ReplicationSeed() {}

  /** The seed of replication {@code number}, counted from 1. */
  public static long of(long scenarioSeed, int number) {
    return mix(mix(scenarioSeed + GOLDEN) + number * GOLDEN);
  }

  private static long mix(long start) {
    long z = (start ^ start >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
