package headroom.fleet.metrics;

import headroom.fleet.targets.ServerGroup;
import headroom.math.Elementary;
import headroom.random.Stream;

/**
 * What is measured of pods that are taken to be alike between two looks. Rates have no chance, so
 * what is measured is given the deviation that single requests would have in that time.
 */
final class AlikePods {

  private static final double NANOS = 1e9;

  private final AlikeInstances pods;
  private final ServerGroup servers;
  private final Stream luck;
  private double busyBefore;
  private double atWorkBefore;
  private double requestedBefore;

  // Since the last look.
  private double seconds;
  private double busySeconds;
  private double atWorkSeconds;
  private double requested;

  AlikePods(AlikeInstances pods, ServerGroup servers, Stream luck) {
    this.pods = pods;
    this.servers = servers;
    this.luck = luck;
  }

  /** Reads the time between two moments. */
  void read(long from, long now) {
    seconds = (now - from) / NANOS;
    double busy = pods.busyEver();
    double atWork = pods.atWorkEver();
    double came = pods.requested();
    busySeconds = Math.max(
        0,
        busy
            - busyBefore
            + pods.busyDeviation(seconds) * Elementary.inverseNormal(luck.at(now, 0)));
    atWorkSeconds = atWork - atWorkBefore;
    double expected = came - requestedBefore;
    requested = Math.max(
        0,
        expected + Math.sqrt(pods.gapCv2() * expected) * Elementary.inverseNormal(luck.at(now, 1)));
    busyBefore = busy;
    atWorkBefore = atWork;
    requestedBefore = came;
  }

  /**
   * Busy workers over workers of each of so many that were in service all the time. Those that came
   * in the meantime are hardly sent any requests before they are found healthy: what was done was
   * done by these, as far as they were at work for long enough.
   */
  double busyOf(int settled) {
    if (atWorkSeconds <= 0 || settled == 0) {
      return 0;
    }
    double share = busySeconds / (atWorkSeconds * servers.service().workers());
    return Math.min(1, share) * Math.min(1, atWorkSeconds / (settled * seconds));
  }

  /** Requests that came, as one counts them. */
  double requested() {
    return requested;
  }

  /** Requests waiting now, as one counts them. */
  double waiting(long now) {
    return pods.waitingSeen(now);
  }
}
