package headroom.fleet.traffic;

import headroom.results.Metric;
import headroom.results.Unit;
import java.util.SortedMap;

/** Whom failures hurt: sessions of the counted time, and users of a closed population. */
final class Hurt {

  private long sessions;
  private long affected;
  private long lost;
  private long users;
  private boolean closed;

  /** A session begins. */
  void begins() {
    sessions++;
  }

  /** A request of a session has failed for good, and none before. */
  void affected() {
    affected++;
  }

  /** A session has ended before its time, or lost what was done in it. */
  void lost() {
    lost++;
  }

  /** A request of a user has failed for good, and none before. */
  void userAffected() {
    users++;
  }

  /** Users come back: they are counted, and not only their sessions. */
  void knowsUsers() {
    closed = true;
  }

  void report(SortedMap<Metric, Double> into) {
    put("sessions", "begun", sessions, into);
    put("sessions", "affected", affected, into);
    put("sessions", "lost", lost, into);
    if (closed) {
      put("users", "affected", users, into);
    }
  }

  private static void put(
      String subject, String measure, long count, SortedMap<Metric, Double> into) {
    into.put(Metric.count(subject, measure, "", Unit.ONE), (double) count);
  }
}
