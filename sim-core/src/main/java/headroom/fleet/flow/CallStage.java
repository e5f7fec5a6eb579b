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

  private Course course(int edge, boolean withTimes) {
    return withTimes ? edges.get(edge).timed() : edges.get(edge).course();
  }

  private Course atOnce(boolean withTimes) {
    Course all = Course.DONE;
    for (int i = 0; i < edges.size(); i++) {
      Course one = course(i, withTimes);
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
      all = all.or(Math.min(1, shares[i] / before), course(i, withTimes));
    }
    return all;
  }

  /** Asks as often as so many requests a second need. */
  void begin(double requestsPerSecond) {
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).begin(requestsPerSecond * (shares.length == 0 ? 1 : shares[i]));
    }
  }

  /** Works out anew how long its calls take; returns whether any has changed. */
  boolean time(double slack) {
    boolean changed = false;
    for (int i = 0; i < edges.size(); i++) {
      changed |= edges.get(i).time(slack);
    }
    return changed;
  }
}
