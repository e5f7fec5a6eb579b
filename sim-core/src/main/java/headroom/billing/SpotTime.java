package headroom.billing;

import headroom.results.ResourceUsage.EndedBy;
import headroom.results.ResourceUsage.Spot;

/**
 * How many started units of a spot instance's run are billed, by who ended it (sheet §2.1, §2.2,
 * [B2]): a run that the provider ends in its first hour costs nothing, and later an hour begun is
 * not charged where time is counted in hours.
 *
 * @param units units from the run's start on
 * @param missing seconds that they lack of the least that a start is billed
 */
record SpotTime(long units, long missing) {

  static SpotTime of(Spot run, InstanceTimeRule rule) {
    long ran = run.toNanos() - run.fromNanos();
    long grain = rule.per().toNanos();
    if (run.endedBy() == EndedBy.PROVIDER) {
      boolean hourly = grain == Hours.NANOS;
      long units = hourly ? ran / grain : Hours.ceilDiv(ran, grain);
      return new SpotTime(ran < Hours.NANOS ? 0 : units, 0);
    }
    long units = Hours.ceilDiv(ran, grain);
    long missing = rule.minimum().toSeconds() - units * rule.per().toSeconds();
    return new SpotTime(units, ran > 0 ? Math.max(0, missing) : 0);
  }
}
