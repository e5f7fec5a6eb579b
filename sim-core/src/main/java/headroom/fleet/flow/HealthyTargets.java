package headroom.fleet.flow;

/** How many targets of a door are healthy, now and on average over a stretch of time. */
final class HealthyTargets {

  private int count;
  private double area;
  private long since;
  private double mean;
  private long meanSince;

  int count() {
    return count;
  }

  void change(long now, int by) {
    accumulate(now);
    count += by;
  }

  /** Works out their average since the last time this was done. */
  void average(long now) {
    accumulate(now);
    mean = now == meanSince ? count : area / (now - meanSince);
    area = 0;
    meanSince = now;
  }

  /** The average that was worked out last. */
  double average() {
    return mean;
  }

  private void accumulate(long now) {
    area += (double) count * (now - since);
    since = now;
  }
}
