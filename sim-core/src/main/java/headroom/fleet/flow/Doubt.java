package headroom.fleet.flow;

/**
 * How far rates may be wrong at a station between two moments, if its instances stay as they are.
 * Design: docs/decisions/06-hybrid.md.
 */
final class Doubt {

  private static final double CERTAIN = 2;
  private static final double MOST_LOAD = 0.97;
  // An error of 10 % in the wait is one of 5 % of the whole where the wait is half of it.
  private static final double OF_WAITING = 2;
  // An error of 15 % in a share of 0.33 % is one of 0.05 point.
  private static final double OF_LOSSES = 300;

  private final FlowStation station;
  private final double servers;
  private final double load;

  Doubt(FlowStation station, long now, long until) {
    this.station = station;
    double healthy = 0;
    for (FlowDoor door : station.doors()) {
      healthy = Math.max(healthy, door.healthy());
    }
    this.servers = healthy;
    double mean = station.time().mean() / Math.max(station.speed(), 1e-300);
    this.load =
        rate(now, until) * mean / Math.max(1e-300, healthy * station.service().workers());
  }

  /** Attempts a second at most, those included that are to come of what failed. */
  private double rate(long now, long until) {
    double sum = 0;
    for (FlowClient client : station.clients()) {
      double first = client.workload().rate().maximum(now, until);
      double loop = Math.max(1, client.retries() ? client.shortestLoop() : 1);
      double retries = Math.max(first * client.retriesPerRequest(), client.pending() / loop);
      sum += first + retries;
    }
    return sum;
  }

  double value() {
    if (servers == 0 || load == 0) {
      return station.backlog() >= 1 && servers > 0 ? CERTAIN : 0;
    }
    if (station.backlog() >= 1 || load >= MOST_LOAD) {
      return CERTAIN;
    }
    QueueLaw law = station.lawOf(servers);
    int level = Math.min(QueueLaw.below(load) + 1, QueueLaw.LEVELS - 1);
    double wait = law.waitSeconds(level);
    double share = wait / (wait + station.time().mean() / station.speed());
    double lost = law.refusedAt(load) + late(law, level);
    return Math.min(CERTAIN, Math.max(OF_WAITING * share, OF_LOSSES * lost));
  }

  /** The share that is late for having waited. */
  private double late(QueueLaw law, int level) {
    double most = 0;
    for (FlowClient client : station.clients()) {
      double limit = client.timeoutSeconds();
      double late = law.profile(0).within(limit) - law.profile(level).within(limit);
      most = Math.max(most, late);
    }
    return most;
  }

  /** Requests waiting in balance. */
  double balance() {
    if (servers == 0) {
      return 0;
    }
    return station.lawOf(servers).queueAt(Math.min(load, MOST_LOAD))
        * (station.isPooled() ? 1 : servers);
  }
}
