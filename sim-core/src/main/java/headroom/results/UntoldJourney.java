package headroom.results;

import java.util.List;

/** A request of which only the cause of its failure is known. */
record UntoldJourney(String cause) implements Journey {

  @Override
  public String why(long nowNanos) {
    return cause;
  }

  @Override
  public void parts(long nowNanos, long[] into) {
    throw new IllegalStateException("where the time of a failed request went is not told");
  }

  @Override
  public List<Stop> stops() {
    return List.of();
  }
}
