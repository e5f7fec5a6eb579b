package headroom.fleet.scaling;

/** How often things were done to a group within the counted window. */
public final class Tally {

  private final long countsFrom;
  private long count;

  Tally(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  public void add(long now) {
    if (now >= countsFrom) {
      count++;
    }
  }

  public long count() {
    return count;
  }
}
