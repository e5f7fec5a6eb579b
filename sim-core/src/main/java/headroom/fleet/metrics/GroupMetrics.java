package headroom.fleet.metrics;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.fleet.instances.WarmInstances;
import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.policy.metric.WatchedMetric;
import headroom.random.Stream;
import headroom.spec.Monitoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What monitoring sees of a group: looked at once a minute, and more often where that is asked. */
public final class GroupMetrics {

  private static final long MINUTE = 60_000_000_000L;

  private final ServerGroup servers;
  private final Monitoring monitoring;
  private final CpuMinutes cpu;
  private final List<Feed> feeds = new ArrayList<>();
  private final Map<Long, WarmInstances> warm = new LinkedHashMap<>();
  private final Readings readings = new Readings();
  private double requestedBefore;
  private double requestedInMinute;
  private double latestBusy = Double.NaN;
  private @Nullable AlikeReadings alike;
  private int outages;

  public GroupMetrics(ServerGroup servers, Monitoring monitoring, long countsFrom) {
    this.servers = servers;
    this.monitoring = monitoring;
    this.cpu = new CpuMinutes(countsFrom);
  }

  /**
   * A metric that leaves instances out until their warm-up is over; to be asked for before the group
   * has instances.
   *
   * @param slotNanos a minute, or less for a metric that is published more often
   */
  public MetricSeries series(
      WatchedMetric metric, long warmUpNanos, long slotNanos, MetricSeries.Keep keep) {
    MetricSeries series = new MetricSeries(slotNanos, keep, hidden(metric, slotNanos));
    feeds.add(new Feed(metric, warmUpNanos, slotNanos, keep.needsEach(), series));
    warm(warmUpNanos);
    return series;
  }

  /** Closed slots that cannot be seen yet, beyond those that no evaluation has come after. */
  private int hidden(WatchedMetric metric, long slotNanos) {
    if (slotNanos < MINUTE) {
      return 0;
    }
    long minutes = (monitoring.lag().toNanos() + MINUTE - 1) / MINUTE;
    int whole = metric.source() == WatchedMetric.Source.INSTANCES ? monitoring.minutes() : 1;
    return (int) Math.max(0, minutes - 1) + whole - 1;
  }

  /** Instances in service for at least so long; those of time zero count at once. */
  public WarmInstances warm(long warmUpNanos) {
    return warm.computeIfAbsent(
        warmUpNanos, nanos -> new WarmInstances(servers.instances(), nanos));
  }

  /** From now on all instances are taken to be alike, and looked at as one. */
  public void observeAlike(AlikeInstances instances, Stream luck) {
    alike = new AlikeReadings(instances, servers, luck);
  }

  /** Readings of its instances as pods; to be asked for once it is known how they are looked at. */
  public PodReadings pods() {
    return new PodReadings(servers, Optional.ofNullable(alike).map(AlikeReadings::pods));
  }

  /** Closes the minute that ends now. */
  public void observe(long now) {
    feeds.stream()
        .filter(feed -> feed.slotNanos() == MINUTE)
        .forEach(feed -> feed.series().close());
    AlikeReadings one = alike;
    if (one == null) {
      observeEach(now);
    } else {
      latestBusy = one.read(now);
      cpu.close(now, servers.meanCpu(latestBusy), Double.isNaN(latestBusy) ? 0 : 1);
      if (isDue(now)) {
        observeAlike(one, now);
      }
    }
    observeWhole(MINUTE, now);
  }

  /** Lengths of slots of less than a minute that are asked for. */
  public SortedSet<Long> shortSlots() {
    return feeds.stream()
        .map(Feed::slotNanos)
        .filter(nanos -> nanos < MINUTE)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Closes a slot of less than a minute. */
  public void observeSlot(long slotNanos, long now) {
    feeds.stream()
        .filter(feed -> feed.slotNanos() == slotNanos)
        .forEach(feed -> feed.series().close());
    observeWhole(slotNanos, now);
  }

  private void observeAlike(AlikeReadings one, long now) {
    for (Feed feed : feeds) {
      if (outages == 0 && feed.isOfInstances()) {
        one.addTo(feed, warm(feed.warmUpNanos()).count(now), monitoring.minutes() - 1, now);
      }
    }
    one.beginAnew();
  }

  /** Metrics are lost instead of published, until as often it {@link #seesAgain}. */
  public void goesBlind() {
    outages++;
  }

  /** One failure of those that keep metrics from being published is over. */
  public void seesAgain() {
    outages--;
  }

  private void publish(Feed feed, int slotsBack, double value) {
    if (outages == 0) {
      feed.series().add(slotsBack, value);
    }
  }

  private boolean isDue(long now) {
    return now / MINUTE % monitoring.minutes() == 0;
  }

  private void observeEach(long now) {
    double sum = 0;
    double busySum = 0;
    int count = 0;
    for (Server server : servers.servers()) {
      if (server.isUp()) {
        double busy = server.busySinceLastAsked(now) / server.workers();
        sum += servers.cpu(server, busy);
        busySum += busy;
        count++;
      }
    }
    latestBusy = busySum / count;
    cpu.close(now, sum, count);
    if (isDue(now) && feeds.stream().anyMatch(Feed::isOfInstances)) {
      readings.read(servers.servers(), now, (server, done) -> sample(server, done, now));
    }
  }

  private void sample(Server server, Readings.Done done, long now) {
    for (Feed feed : feeds) {
      if (feed.isOfInstances() && feed.counts(server.instance().inServiceSince(), now)) {
        double sample = feed.sample(server, done, servers);
        publish(feed, monitoring.minutes() - 1, sample);
      }
    }
  }

  /** Metrics that have one sample for the whole group. */
  private void observeWhole(long slotNanos, long now) {
    double amount = alike == null ? 0 : alike.requested();
    for (Feed feed : feeds) {
      if (feed.slotNanos() == slotNanos && !feed.isOfInstances()) {
        publish(feed, 0, whole(feed.metric(), amount, now));
      }
    }
    if (slotNanos == MINUTE) {
      double requested = servers.requested() + amount;
      requestedInMinute = requested - requestedBefore;
      requestedBefore = requested;
    }
  }

  private double whole(WatchedMetric metric, double amount, long now) {
    int inService = servers.instances().count(State.IN_SERVICE);
    return switch (metric) {
      case REQUESTS_PER_TARGET -> each(requested(amount), inService);
      case BACKLOG -> waiting(now);
      case BACKLOG_PER_INSTANCE -> each(waiting(now), inService);
      default -> throw new IllegalStateException(metric.word() + " has a sample of each instance");
    };
  }

  private static double each(double all, int inService) {
    return inService == 0 ? Double.NaN : all / inService;
  }

  private double requested(double amount) {
    double exact = servers.requested() + amount - requestedBefore;
    return alike == null ? exact : alike.asCounted(exact);
  }

  private double waiting(long now) {
    return alike == null ? servers.queue().value() : alike.waiting(now);
  }

  /** Requests that came to the group's doors in the minute closed last. */
  public double requestedInMinute() {
    return requestedInMinute;
  }

  /** Busy workers over workers in the minute closed last; NaN when no instance was up. */
  public double latestBusy() {
    return latestBusy;
  }

  /** The group's CPU minute by minute. */
  public CpuMinutes cpu() {
    return cpu;
  }

  /** The group looked at. */
  public InstanceGroup instances() {
    return servers.instances();
  }
}
