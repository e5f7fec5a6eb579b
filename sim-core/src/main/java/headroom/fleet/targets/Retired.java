package headroom.fleet.targets;

/** What the servers of a group have done that are up no more. */
final class Retired {

  private final long countsFrom;
  private final Identity identity = new Identity();
  private double busyArea;
  private double busyNanos;

  Retired(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  /** One has just stopped. */
  void add(Server server, long now) {
    busyNanos += server.busyNanos(now);
    if (now >= countsFrom) {
      busyArea += server.countedBusyArea(now);
      identity.add(counted(server, now));
    }
  }

  private static Identity counted(Server server, long now) {
    Identity one = new Identity();
    one.add(server, now);
    one.check(server.instance().label());
    return one;
  }

  /** Busy worker-nanoseconds of the counted time. */
  double busyArea() {
    return busyArea;
  }

  /** Busy worker-nanoseconds in all. */
  double busyNanos() {
    return busyNanos;
  }

  /** Little's law as an identity, over those that are up, each of them, and all there ever were. */
  void checkIdentity(Iterable<Server> servers, String subject, long now) {
    if (now < countsFrom) {
      return;
    }
    Identity all = new Identity();
    all.add(identity);
    for (Server server : servers) {
      if (server.isUp()) {
        all.add(counted(server, now));
      }
    }
    all.check(subject);
  }
}
