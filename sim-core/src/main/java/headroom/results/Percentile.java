package headroom.results;

/** The percentiles of latency that are told. */
enum Percentile {
  P50("p50", 0.50),
  P90("p90", 0.90),
  P99("p99", 0.99),
  P99_9("p99.9", 0.999);

  private final String word;
  private final double share;

  Percentile(String word, double share) {
    this.word = word;
    this.share = share;
  }

  String word() {
    return word;
  }

  /** The share of requests that took no longer. */
  double share() {
    return share;
  }
}
