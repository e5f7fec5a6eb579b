package headroom.fleet.flow;

import headroom.policy.limit.Hedge;
import headroom.workload.Client;
import org.jspecify.annotations.Nullable;

/**
 * Further copies of attempts that are not answered yet, as a client's rates: the first answer counts
 * (Dean and Barroso, "The tail at scale", CACM 56, 2013).
 *
 * <p>A copy is sent after each delay to those still under way then, so each attempt is 1 + P(T &gt; d) +
 * … attempts to the station; what is answered first comes after the least of T, d + T', … Copies of one
 * attempt are taken as independent: each has work and a target of its own, but they meet the same
 * crowd. In a backlog, served in turn, none comes before the first, and all are work.
 */
final class Hedging {

  private static final double NEAR = 0.01;

  private final double after;
  private final int more;
  private double copies = 1;
  private double change;

  // Of one copy: how it ends when it is taken, the share of them that is answered if anybody waits
  // long enough, and the share that fails before the next is sent.
  private Times well = Times.NONE;
  private double ever = 1;
  private double failsAtOnce;
  private double timeout = Double.POSITIVE_INFINITY;
  private double way;
  // The first answers, and of what they were made.
  private Times first = Times.NONE;
  private @Nullable Times madeOf;
  private double madeFor = -1;
  private double madeWithout = -1;

  private Hedging(Hedge rule) {
    after = rule.afterNanos() / 1e9;
    more = rule.copies();
  }

  /** What a client does; null when it sends no copies. */
  static @Nullable Hedging of(Client rule) {
    return rule.hedge().map(Hedging::new).orElse(null);
  }

  /** True when how a client's attempts end is told by a station's replies, kind by kind. */
  static boolean isByReply(Client rule, FlowStation station) {
    return station.work().isComposed() || rule.hedge().isPresent();
  }

  /** Copies for each attempt of a client, the first included. */
  static double copies(FlowClient client) {
    Hedging hedging = client.hedging();
    return hedging == null ? 1 : hedging.copies;
  }

  /** Copies for each attempt of a client that nobody gets anything of, but those left in a backlog. */
  static double inVain(FlowClient client) {
    return client.ends().share(Outcome.LATE) + copies(client) - 1;
  }

  /** By how much they have changed in the last look. */
  static double change(FlowClient client) {
    Hedging hedging = client.hedging();
    return hedging == null ? 0 : hedging.change;
  }

  /** Puts together how attempts end each of whose copies ends as noted. */
  static void combine(FlowClient client) {
    Hedging hedging = client.hedging();
    if (hedging != null) {
      hedging.look(client);
    }
  }

  private void look(FlowClient client) {
    Ends ends = client.ends();
    Course reply = client.reply();
    way = client.waySeconds();
    timeout = client.timeoutSeconds();
    well = reply.well();
    ever = ends.worked() * client.work().heard() * reply.good();
    failsAtOnce = 0;
    for (int i = 0; i < Outcome.COUNT; i++) {
      failsAtOnce += ends.share(i) * (1 - later(i, ends, reply));
    }
    double before = copies;
    copies = 1;
    for (int sent = 1; sent <= more; sent++) {
      copies += Math.max(0, 1 - failsAtOnce - answered(sent * after - way, sent - 1));
    }
    change = Math.abs(copies - before);
    if (!client.door().station().step().isFluid()) {
      merge(ends, reply);
    }
  }

  /** The share of those that end badly in a way that do so after the next copy is sent. */
  private double later(int outcome, Ends ends, Course reply) {
    if (outcome == Outcome.ERROR.ordinal()) {
      return 1 - reply.badly().within(after - way);
    }
    return ends.delay(outcome) > after ? 1 : 0;
  }

  /** What fails after copies are sent is answered if one of them is. */
  private void merge(Ends ends, Course reply) {
    double good = ends.answered();
    double late = Math.max(0, 1 - failsAtOnce - good);
    double none = 1;
    for (int i = 0; i < more; i++) {
      none *= 1 - good;
    }
    ends.areAnswered(good + late * (1 - none));
    // The last copy to fail ends it.
    double longer = more * after * Math.min(1, late / Math.max(1 - good, 1e-12));
    for (Outcome outcome : Outcome.ALL) {
      int i = outcome.ordinal();
      double part = later(i, ends, reply);
      double left = ends.share(i) * (1 - part * (1 - none));
      ends.set(outcome, left, ends.delay(i) + part * longer, ends.why(i));
    }
  }

  /** The share of one copy that is answered within a time at the door. */
  private double one(double seconds) {
    return seconds <= 0 ? 0 : ever * well.within(Math.min(seconds, timeout));
  }

  /** The share of attempts answered within a time at the door, after so many further copies. */
  private double answered(double seconds, int further) {
    double first = one(seconds);
    double none = 1;
    for (int i = 1; i <= further; i++) {
      none *= 1 - one(seconds - i * after);
    }
    return first + Math.max(0, 1 - failsAtOnce - first) * (1 - none);
  }

  /** How long an attempt may take at most until it is answered. */
  double longest(double timeoutSeconds) {
    return timeoutSeconds + more * after;
  }

  /** How attempts end that are answered by some copy. */
  Course course(Course reply) {
    boolean same = madeOf == well
        && Math.abs(madeFor - ever) < NEAR
        && Math.abs(madeWithout - failsAtOnce) < NEAR;
    if (!same) {
      madeOf = well;
      madeFor = ever;
      madeWithout = failsAtOnce;
      first = firstAnswers();
    }
    return new Course(reply.good(), first, reply.badly(), reply.degraded());
  }

  private Times firstAnswers() {
    Times.Collector all = new Times.Collector();
    double longest = Math.min(longest(timeout), Times.FOR_EVER / 2);
    double last = answered(Times.at(0) / 2, more);
    all.add(0, last);
    for (int i = 0; Times.at(i) <= longest; i++) {
      double until = answered((Times.at(i) + Times.at(i + 1)) / 2, more);
      all.add(Times.at(i), Math.max(0, until - last));
      last = Math.max(last, until);
    }
    return all.times();
  }
}
