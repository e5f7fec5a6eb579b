package headroom.fleet.flow;

import headroom.math.Elementary;

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
  private double byWaiting;
  private double byLosses;

  Doubt(FlowStation station, long now, long until) {
    this.station = station;
    double healthy = 0;
    for (FlowDoor door : station.doors()) {
      healthy = Math.max(healthy, door.weighing());
    }
    this.servers = station.group().worthOf(healthy);
    double mean = station.time().mean() / Math.max(station.speed(), 1e-300);
    this.load =
        rate(now, until) * mean / Math.max(1e-300, servers * station.service().workers());
  }

  /** Attempts a second at most, those included that are to come of what failed. */
  private double rate(long now, long until) {
    double sum = 0;
    for (FlowClient client : station.clients()) {
      double first = client.origin().mostPerSecond(now, until);
      double loop = Math.max(1, client.retries() ? client.shortestLoop() : 1);
      double retries = Math.max(first * client.retriesPerRequest(), client.pending() / loop);
      sum += first + retries;
    }
    return sum;
  }

  /** How the station stands. */
  Condition condition() {
    double value = value();
    if (value == 0) {
      return Condition.CALM;
    }
    double speed = station.speed();
    double each = station.time().mean() / Math.max(speed, 1e-300);
    double wait =
        station.backlog().content() * each / (servers * station.service().workers());
    return new Condition(
        value,
        kind(),
        classOf(servers, 1.25),
        (int) Math.min(100, load * 20),
        (int) (speed * 20),
        station.backlog().content() < 1 ? 0 : 1 + classOf(1 + wait, 2));
  }

  private String kind() {
    if (station.backlog().content() >= 1) {
      return "backlog";
    }
    return load >= MOST_LOAD ? "load" : byWaiting >= byLosses ? "wait" : "losses";
  }

  /** How often a number from 1 on is a ratio larger. */
  private static int classOf(double number, double ratio) {
    return (int) (Elementary.log(Math.min(number, 1e300)) / Elementary.log(ratio) + 1e-9);
  }

  double value() {
    if (servers == 0 || load == 0) {
      return station.backlog().content() >= 1 && servers > 0 ? CERTAIN : 0;
    }
    if (station.backlog().content() >= 1 || load >= MOST_LOAD) {
      return CERTAIN;
    }
    BalanceLaw law = station.lawOf(servers);
    int level = Math.min(BalanceLaw.below(load) + 1, BalanceLaw.LEVELS - 1);
    double wait = law.waitSeconds(level);
    double share = wait / (wait + station.time().mean() / station.speed());
    double lost = law.refusedAt(load) + late(law, level);
    byWaiting = OF_WAITING * share;
    byLosses = OF_LOSSES * lost;
    return Math.min(CERTAIN, Math.max(byWaiting, byLosses));
  }

  /** The share that is late for having waited. */
  private double late(BalanceLaw law, int level) {
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
