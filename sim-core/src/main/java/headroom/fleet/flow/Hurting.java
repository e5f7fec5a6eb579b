package headroom.fleet.flow;

import headroom.results.Metric;
import headroom.results.Unit;
import java.util.SortedMap;

/**
 * Whom failures hurt: sessions of the counted time, and users who come back. A failure strikes one
 * session under way as likely as another.
 */
final class Hurting {

  private final boolean closed;
  private final double users;
  private final long countsFrom;

  // Of the sessions under way, those that count, and those of them that are hurt already.
  private double counted;
  private double hurt;
  private double begun;
  private double affected;
  private double lost;
  private double usersAffected;

  Hurting(boolean closed, double users, long countsFrom) {
    this.closed = closed;
    this.users = users;
    this.countsFrom = countsFrom;
  }

  /**
   * Lets a step pass.
   *
   * @param begins sessions that begin
   * @param present sessions under way at its end
   * @param ends sessions that end
   * @param failed requests that fail
   * @param leaves the share of those whose users end the session there
   */
  void step(long from, double begins, double present, double ends, double failed, double leaves) {
    double all = Math.max(present + ends, 1e-300);
    if (from >= countsFrom) {
      begun += begins;
      counted += begins;
      usersAffected += closed ? failed * (1 - usersAffected / users) : 0;
      usersAffected = Math.min(users, usersAffected);
    }
    double counts = Math.min(1, counted / all);
    double ill = Math.min(counts, hurt / all);
    double struck = Math.min(failed * (counts - ill), counted - hurt);
    affected += struck;
    lost += failed * leaves * counts;
    hurt += struck * (1 - leaves) - ill * Math.min(ends, all);
    hurt = Math.max(0, hurt);
    counted = Math.max(hurt, counted - counts * Math.min(ends, all));
  }

  void report(SortedMap<Metric, Double> into) {
    put("sessions", "begun", begun, into);
    put("sessions", "affected", affected, into);
    put("sessions", "lost", lost, into);
    if (closed) {
      put("users", "affected", usersAffected, into);
    }
  }

  private static void put(
      String subject, String measure, double amount, SortedMap<Metric, Double> into) {
    into.merge(Metric.count(subject, measure, "", Unit.ONE), amount, Double::sum);
  }
}
