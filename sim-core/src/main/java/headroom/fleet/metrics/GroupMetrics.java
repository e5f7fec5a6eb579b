package headroom.fleet.metrics;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at every instance of a group once a minute. */
public final class GroupMetrics {

  private static final long MINUTE = 60_000_000_000L;

  private final ServerGroup servers;
  private final long countsFrom;
  private final List<CpuSeries> series = new ArrayList<>();
  private double[] averages = new double[64];
  private int minutes;
  private double latest = Double.NaN;
  private double latestBusy = Double.NaN;
  private @Nullable AlikeInstances alike;

  public GroupMetrics(ServerGroup servers, long countsFrom) {
    this.servers = servers;
    this.countsFrom = countsFrom;
  }

  /** A CPU metric that leaves instances out until their warm-up is over. */
  public CpuSeries cpuAfter(long warmUpNanos) {
    CpuSeries cpu = new CpuSeries(servers.instances(), warmUpNanos);
    series.add(cpu);
    return cpu;
  }

  /** From now on all instances are taken to be alike, and looked at as one. */
  public void observeAlike(AlikeInstances instances) {
    alike = instances;
  }

  /** Closes the minute that ends now. */
  public void observe(long now) {
    AlikeInstances one = alike;
    if (one == null) {
      observeEach(now);
    } else {
      double busy = one.busySinceLastAsked(now);
      double cpu = servers.cpu(busy);
      latestBusy = busy;
      for (CpuSeries each : series) {
        each.closeMinute(now, cpu);
      }
      close(now, cpu, Double.isNaN(cpu) ? 0 : 1);
    }
  }

  private void observeEach(long now) {
    double sum = 0;
    double busySum = 0;
    int count = 0;
    for (Server server : servers.servers()) {
      if (server.isUp()) {
        double busy = server.busySinceLastAsked(now) / servers.service().workers();
        double cpu = servers.cpu(busy);
        long since = server.instance().inServiceSince();
        series.forEach(s -> s.add(now - since, since == 0, cpu));
        sum += cpu;
        busySum += busy;
        count++;
      }
    }
    series.forEach(CpuSeries::closeMinute);
    latestBusy = busySum / count;
    close(now, sum, count);
  }

  private void close(long now, double sum, int count) {
    latest = count == 0 ? Double.NaN : sum / count;
    if (count > 0 && now - MINUTE >= countsFrom) {
      keep(latest);
    }
  }

  /** The average of the minute closed last; NaN when no instance was up. */
  public double latest() {
    return latest;
  }

  /** Busy workers over workers in that minute; NaN when no instance was up. */
  public double latestBusy() {
    return latestBusy;
  }

  private void keep(double average) {
    if (minutes == averages.length) {
      averages = Arrays.copyOf(averages, 2 * minutes);
    }
    averages[minutes++] = average;
  }

  /** Mean of the one-minute averages; NaN when there was none. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < minutes; i++) {
      sum += averages[i];
    }
    return sum / minutes;
  }

  /** The smallest average that a share {@code p} of the minutes does not exceed. */
  public double quantile(double p) {
    double[] sorted = Arrays.copyOf(averages, minutes);
    Arrays.sort(sorted);
    return minutes == 0 ? Double.NaN : sorted[(int) Math.ceil(p * minutes) - 1];
  }

  /** The group looked at. */
  public InstanceGroup instances() {
    return servers.instances();
  }
}
