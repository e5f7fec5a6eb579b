package headroom.fleet.targets;

/** Two accounts of the same thing: the integral of how many were there, and the times spent. */
final class Identity {

  private static final double TOLERANCE = 1e-9;

  private double area;
  private double spent;

  void add(Server server, long now) {
    area += server.countedSystemArea(now);
    spent += server.countedTimeSpent(now);
  }

  void add(Identity other) {
    area += other.area;
    spent += other.spent;
  }

  void check(String whose) {
    if (Math.abs(area - spent) > TOLERANCE * Math.max(1, Math.max(area, spent))) {
      throw new IllegalStateException(
          whose + ": requests over time come to " + area + " ns, times spent to " + spent);
    }
  }
}
