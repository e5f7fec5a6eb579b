package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.ServerGroup;
import headroom.math.Elementary;
import headroom.random.Stream;
import headroom.workload.Service;
import java.util.SortedMap;

/** What a group's monitoring sees, and what its figures come to, when its traffic is a rate. */
final class StationMeter implements InstanceListener {

  private static final long MINUTE = 60_000_000_000L;
  private static final double NANOS = 1e9;

  private final ServerGroup group;
  private final Service service;
  private final Stream luck;
  private final UpByZone zones;
  private int up;
  private double worth;
  private long upSince;
  private double upArea;
  private double upAreaInAll;
  private long askedAt;
  private double busyArea;
  private double busyAreaInAll;
  // Of each of the stations that tell of it here.
  private double[] variances = new double[1];
  private double[] stays = new double[1];
  private double spread;
  private double queueAreaInAll;
  private double beforeAreaInAll;
  private double waitedInAll;
  private double servedInAll;
  private double finished;
  private double forNobody;
  private double busyEver;
  private double atWorkEver;
  private long workedUntil;
  private boolean counting;
  private final EachBusy each = new EachBusy();

  StationMeter(ServerGroup group, Stream luck) {
    this.group = group;
    this.service = group.service();
    this.luck = luck;
    this.zones = new UpByZone(group.instances());
  }

  /** Workers were busy for so many seconds, and so much work was finished. */
  void worked(double busySeconds, double work) {
    busyArea += busySeconds;
    busyEver += busySeconds;
    each.worked(busySeconds);
    busyAreaInAll += counting ? busySeconds : 0;
    finished += work;
  }

  /** So many instances were sent requests to for so long, up to a moment. */
  void atWork(double instances, double seconds, double untilSeconds) {
    atWorkEver += instances * seconds;
    workedUntil = (long) (untilSeconds * NANOS);
  }

  /** Of the work finished, so much was for nobody; negative where that was said too early. */
  void inVain(double work) {
    forNobody += work;
  }

  /** Requests waited for so many request-seconds, and of those served so long. */
  void waited(double queueSeconds, double waits, double served) {
    if (counting) {
      queueAreaInAll += queueSeconds;
      waitedInAll += waits;
      servedInAll += served;
    }
  }

  /** So many stations, which share its instances, tell of their work here. */
  void isToldBy(int stations) {
    variances = new double[stations];
    stays = new double[stations];
  }

  /** Requests waited so many request-seconds before a balancer whose targets had no place. */
  void waitedBefore(double queueSeconds) {
    beforeAreaInAll += counting ? queueSeconds : 0;
  }

  double meanBefore(double windowSeconds) {
    return beforeAreaInAll / windowSeconds;
  }

  /**
   * Says how random the work of a second is: rate · E[S]² · (ca² + cs²); 0 when every worker is busy
   * anyway.
   *
   * @param teller which of its stations says so
   * @param perSecond that variance
   * @param felt how long a piece of work is felt, in seconds
   */
  void isRandom(int teller, double perSecond, double felt) {
    variances[teller] = perSecond;
    stays[teller] = felt;
  }

  /** By how much chance lets the worker-seconds of the last so many seconds differ from what is told. */
  double busyDeviation(double seconds) {
    double variance = 0;
    for (int i = 0; i < variances.length; i++) {
      // What reaches beyond the end of the time that is measured is not part of it.
      double ends = stays[i] > 0 ? seconds / stays[i] : 0;
      double inside = ends > 0 ? 1 - (1 - Elementary.exp(-ends)) / ends : 0;
      variance += variances[i] * inside;
    }
    return Math.sqrt(variance * seconds);
  }

  /** Adds what was measured of its instances while somebody else saw to their requests. */
  void absorb(Measured measured, long now) {
    worked(measured.busySeconds(), 0);
    // Who was told to send to them is not known here: those that were up.
    atWork(worth, (now - workedUntil) / NANOS, now / NANOS);
    waited(measured.queueSeconds(), measured.waitedSeconds(), measured.served());
    // Chance is in what was measured.
    isRandom(0, 0, 0);
  }

  /** Corrects what was measured of waits while rates saw to its requests. */
  void correctWaits(Measured by) {
    waited(by.queueSeconds(), by.waitedSeconds(), by.served());
  }

  @Override
  public void inService(Instance instance, long now) {
    up(instance, now, 1);
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (!instance.isHalted()) {
      halted(instance, now);
    }
  }

  @Override
  public void halted(Instance instance, long now) {
    if (instance.inServiceSince() >= 0) {
      up(instance, now, -1);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    if (instance.inServiceSince() >= 0 && instance.crashCause().isEmpty() && !instance.isHalted()) {
      up(instance, now, -1);
    }
  }

  private void up(Instance instance, long now, int by) {
    tally(now);
    zones.change(instance, by);
    up += by;
    worth = up == 0 ? 0 : worth + by * (double) group.workersOf(instance) / service.workers();
  }

  private void tally(long now) {
    double area = worth * (now - upSince) / 1e9;
    upArea += area;
    each.up(area);
    upAreaInAll += counting ? area : 0;
    upSince = now;
  }

  /** Worker-seconds in which workers were busy, ever. */
  double busyEver() {
    return busyEver;
  }

  /** Instance-seconds in which instances were sent requests to, ever, each as many as it is worth. */
  double atWorkEver() {
    return atWorkEver;
  }

  /** The zones of its group. */
  int groupZones() {
    return group.instances().zones();
  }

  /** Instances that are up. */
  int up() {
    return up;
  }

  /** The share of them in each zone that has some. */
  SortedMap<String, Double> zones() {
    return zones.shares();
  }

  /** Results count from now. */
  void startCounting(long now) {
    tally(now);
    counting = true;
  }

  /** The expected mean, and by how much chance lets a measured one differ from it. */
  double busySinceLastAsked(long now) {
    tally(now);
    double workers = upArea * service.workers();
    double busy = Double.NaN;
    spread = 0;
    if (upArea > 0) {
      double passed = (now - askedAt) / 1e9;
      double deviation = busyDeviation(passed) / workers;
      // Each instance's chance is its own: their mean's variance is a share of any one's.
      spread = passed > 0 ? deviation * Math.sqrt(upArea / passed) : 0;
      double chance =
          deviation > 0 ? deviation * Elementary.inverseNormal(luck.at(now / MINUTE)) : 0;
      busy = Math.max(0, Math.min(1, busyArea / workers + chance));
    }
    upArea = 0;
    busyArea = 0;
    askedAt = now;
    return busy;
  }

  /** Nanoseconds for which an instance was busy with all its workers; only differences count. */
  double eachBusyNanos(long now) {
    tally(now);
    return each.nanos(service.workers(), now);
  }

  /** By how much chance lets one instance's share differ from all others' in the time asked for last. */
  double spread() {
    return spread;
  }

  /** All that was measured in the counted time. */
  Measured inAll() {
    return new Measured(busyAreaInAll, queueAreaInAll, waitedInAll, servedInAll);
  }

  double meanBusy() {
    return Math.min(1, busyAreaInAll / (upAreaInAll * service.workers()));
  }

  double meanQueue(double windowSeconds) {
    return queueAreaInAll / windowSeconds;
  }

  double meanWaitSeconds() {
    return waitedInAll / servedInAll;
  }

  double finished() {
    return finished;
  }

  double finishedForNobody() {
    return forNobody;
  }
}
