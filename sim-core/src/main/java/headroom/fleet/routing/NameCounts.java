package headroom.fleet.routing;

/** What has been counted of one name in the counted time. */
final class NameCounts {

  private final double[] queries;
  private final long countsFrom;
  private long inAll;

  /** Requests sent to an address where nobody answers any more. */
  long stale;

  /** Those of them that came to whoever has the address now. */
  long strangers;

  NameCounts(long countsFrom, long endNanos) {
    this.countsFrom = countsFrom;
    this.queries = new double[Math.toIntExact(endNanos / HourlyTraffic.HOUR) + 1];
  }

  void query(long now) {
    if (now >= countsFrom) {
      queries[(int) (now / HourlyTraffic.HOUR)]++;
      inAll++;
    }
  }

  /** Queries that came to the name's servers. */
  long queries() {
    return inAll;
  }

  /** The same by the hour of the run. */
  double[] hourly() {
    return queries.clone();
  }
}
