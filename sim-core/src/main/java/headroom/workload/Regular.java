package headroom.workload;

/**
 * Requests like clockwork: number k (from 0) when k and a half are expected.
 *
 * <p>The half makes the number of arrivals up to any instant the nearest whole number to what is
 * expected, and keeps them off the instants at which rates change.
 */
public record Regular() implements Arrivals {

  @Override
  public Gaps gaps() {
    return (ordinal, luck) -> ordinal == 0 ? 0.5 : 1;
  }
}
