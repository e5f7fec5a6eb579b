package headroom.fleet.metrics;

import headroom.fleet.targets.ServerGroup;
import headroom.math.Elementary;
import headroom.random.Stream;

/**
 * What monitoring sees of instances that are taken to be alike, minute by minute. Rates have no
 * chance, and alarms react to it: so what is counted is given the deviation that single requests
 * would have.
 */
final class AlikeReadings {

  private static final long MINUTE = 60_000_000_000L;

  private final AlikeInstances instances;
  private final ServerGroup servers;
  private final Stream luck;

  private double requestedBefore;
  private double inBefore;
  private double outBefore;
  private double inMinute;
  private double countedInMinute;

  // Since readings last went to those who watch.
  private int minutes;
  private double busy;
  private double cpu;
  private double variance;
  private double amount;
  private double counted;

  AlikeReadings(AlikeInstances instances, ServerGroup servers, Stream luck) {
    this.instances = instances;
    this.servers = servers;
    this.luck = luck;
  }

  /** Readings of them as pods, with luck of their own. */
  AlikePods pods() {
    return new AlikePods(instances, servers, luck.of("pods"));
  }

  /** Reads the minute that ends now; busy workers over workers, NaN when none was up. */
  double read(long now) {
    double share = instances.busySinceLastAsked(now);
    if (!Double.isNaN(share)) {
      busy += share;
      cpu += servers.meanCpu(share);
      variance += instances.spread() * instances.spread();
      minutes++;
    }
    double requested = instances.requested();
    inMinute = requested - requestedBefore;
    requestedBefore = requested;
    countedInMinute = Math.max(0, inMinute + deviationOf(inMinute, luck.at(now / MINUTE)));
    amount += inMinute;
    counted += countedInMinute;
    return share;
  }

  /** A renewal process counts N ± √(ca² N) in a time in which N are expected (Cox 1962, §3.3). */
  private double deviationOf(double expected, double u) {
    return Math.sqrt(instances.gapCv2() * expected) * Elementary.inverseNormal(u);
  }

  /** The minute's number of requests as one counts it, of which this class knows the expected part. */
  double asCounted(double expected) {
    return Math.max(0, expected - inMinute + countedInMinute);
  }

  double requested() {
    return instances.requested();
  }

  double waiting(long now) {
    return instances.waitingSeen(now);
  }

  /** Adds a sample of each of so many instances to a metric of instances. */
  void addTo(Feed feed, int count, int slotsBack, long now) {
    if (count <= 0 || minutes == 0) {
      return;
    }
    if (!feed.needsEach()) {
      feed.series().add(slotsBack, sample(feed, 0), count);
      return;
    }
    double[] deviates = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      deviates[i] = Elementary.inverseNormal(luck.at(now / MINUTE, 1L + i));
      sum += deviates[i];
    }
    for (double deviate : deviates) {
      // Their mean is what it is for whoever asks for the mean.
      feed.series().add(slotsBack, sample(feed, deviate - sum / count));
    }
  }

  private double sample(Feed feed, double deviate) {
    return switch (feed.metric()) {
      case CPU ->
        deviate == 0
            ? cpu / minutes
            : servers.meanCpu(Math.max(0, (busy + Math.sqrt(variance) * deviate) / minutes));
      case NETWORK_IN -> bytes(instances.bytesIn() - inBefore, deviate);
      case NETWORK_OUT -> bytes(instances.bytesOut() - outBefore, deviate);
      default ->
        throw new IllegalStateException(feed.metric().word() + " is no metric of instances");
    };
  }

  private double bytes(double inAll, double deviate) {
    double up = Math.max(1, instances.up());
    double asCounted = amount > 0 ? counted / amount : 1;
    double each = amount / up;
    double relative = each > 0 ? Math.sqrt(instances.gapCv2() / each) * deviate : 0;
    return Math.max(0, inAll / up * asCounted * (1 + relative));
  }

  /** Readings have gone to those who watch. */
  void beginAnew() {
    minutes = 0;
    busy = 0;
    cpu = 0;
    variance = 0;
    amount = 0;
    counted = 0;
    inBefore = instances.bytesIn();
    outBefore = instances.bytesOut();
  }
}
