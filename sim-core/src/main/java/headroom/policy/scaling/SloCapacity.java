package headroom.policy.scaling;

import headroom.math.Elementary;
import headroom.workload.Service;
import java.time.Duration;
import java.util.Optional;

/**
 * How many instances a rate of requests needs for the SLO to hold: what the capacity of a group is
 * judged by, whatever its policies are.
 *
 * <p>The smallest number at which, in an M/M/c queue of all their workers (Erlang C), at most 1 % of
 * requests wait for longer than the SLO's p99 latency leaves after the service time's own p99; where
 * there is no such SLO, the smallest number that can serve the rate without end.
 */
public final class SloCapacity {

  private static final double SHARE_THAT_MAY_WAIT = 0.01;
  // Beyond so many workers the queue is that of many servers (Halfin and Whitt, 1981).
  private static final double MANY_WORKERS = 2000;
  private static final double SLACK = 1e-9;

  private final int workers;
  private final double perWorker;
  private final double waitSeconds;
  private final boolean hasLatency;
  private double lastRate = -1;
  private int lastNeeded;

  public SloCapacity(Service service, Optional<Duration> latencyP99) {
    workers = service.workers();
    perWorker = service.capacityPerSecond() / workers;
    hasLatency = latencyP99.isPresent();
    double limit = latencyP99.map(Duration::toNanos).orElse(0L) / 1e9;
    waitSeconds = Math.max(0, limit - service.time().quantile(1 - SHARE_THAT_MAY_WAIT));
  }

  /** The instances that so many requests a second need; 0 for none. */
  public int needed(double requestsPerSecond) {
    if (requestsPerSecond != lastRate) {
      lastRate = requestsPerSecond;
      lastNeeded = requestsPerSecond > 0 ? find(requestsPerSecond / perWorker) : 0;
    }
    return lastNeeded;
  }

  private int find(double load) {
    int instances = (int) Math.ceil(load / workers - SLACK);
    if (!hasLatency) {
      return instances;
    }
    double blocked = 1;
    long servers = 0;
    for (int n = Math.max(1, instances); ; n++) {
      long all = (long) n * workers;
      if (all > MANY_WORKERS) {
        if (waits(many(load, all), load, all) <= SHARE_THAT_MAY_WAIT) {
          return n;
        }
      } else {
        while (servers < all) {
          servers++;
          blocked = load * blocked / (servers + load * blocked);
        }
        if (waits(erlangC(blocked, load, all), load, all) <= SHARE_THAT_MAY_WAIT) {
          return n;
        }
      }
    }
  }

  /** The probability to wait at all, from that to be blocked without a queue. */
  private static double erlangC(double blocked, double load, long servers) {
    double free = 1 - load / servers;
    return free <= 0 ? 1 : blocked / (free + (1 - free) * blocked);
  }

  private static double many(double load, long servers) {
    double beta = (servers - load) / Math.sqrt(load);
    if (beta <= 0) {
      return 1;
    }
    double density = Elementary.exp(-beta * beta / 2) / Math.sqrt(2 * Math.PI);
    return 1 / (1 + beta * Elementary.normalCdf(beta) / density);
  }

  /** The probability to wait for longer than the SLO leaves. */
  private double waits(double atAll, double load, long servers) {
    return load >= servers
        ? 1
        : atAll * Elementary.exp(-(servers - load) * perWorker * waitSeconds);
  }
}
