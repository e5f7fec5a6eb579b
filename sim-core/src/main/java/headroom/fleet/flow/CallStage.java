package headroom.fleet.flow;

import java.util.List;

/**
 * One step of what requests need of other services.
 *
 * @param edges the calls there may be
 * @param shares of each, when one of them or nothing is chosen; empty when all are made at once
 */
record CallStage(List<CallEdge> edges, double[] shares) {

  /** How it ends. */
  Course course(boolean withTimes) {
    return shares.length == 0 ? atOnce(withTimes) : oneOf(withTimes);
  }

  private Course atOnce(boolean withTimes) {
    Course all = Course.DONE;
    for (int i = 0; i < edges.size(); i++) {
      Course one = edges.get(i).course(withTimes);
      all = i == 0 ? one : all.beside(one);
    }
    return all;
  }

  private Course oneOf(boolean withTimes) {
    Course all = Course.DONE;
    // What is chosen may be something that requests of this kind do not need.
    double before = 1;
    for (double share : shares) {
      before -= share;
    }
    before = Math.max(0, before);
    for (int i = 0; i < shares.length; i++) {
      before += shares[i];
      all = all.or(Math.min(1, shares[i] / before), edges.get(i).course(withTimes));
    }
    return all;
  }

  /** Asks as often as so many requests a second need. */
  void begin(double requestsPerSecond) {
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).begin(requestsPerSecond * (shares.length == 0 ? 1 : shares[i]));
    }
  }

  void look(Gauge gauge) {
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).look(gauge);
    }
  }
}
