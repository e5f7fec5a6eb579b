package headroom.fleet.flow;

import headroom.results.Metric;
import headroom.workload.Session;
import headroom.workload.Users;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The users of one workload as amounts: so many think, so many have a request under way, so many
 * pause between two sessions. What they ask in a step is what those come to who think, who are those
 * that were answered: a fixed point, found with the step's others.
 *
 * <p>Who thinks leaves at the rate of the mean time, implicit in time; in balance that is exact for
 * every law of that time where the stations' own laws are (Baskett, Chandy, Muntz and Palacios
 * 1975). A session passes through phases, as many as give its number of requests the variance it has.
 */
final class Population {

  private static final double RESTLESS = 0.02;
  private static final double LEAST_SECONDS = 1e-9;

  private final Workload workload;
  private final boolean closed;
  private final double users;
  private final double think;
  private final double pause;
  private final double leaves;
  private final double advances;
  private final List<FlowClient> clients = new ArrayList<>();
  private final Hurting hurting;

  // By phase of the session: who thinks, and whose request is under way.
  private final double[] thinking;
  private final double[] asking;
  private final double[] asks;
  private double pausing;
  // Of those under way, whose end is known; and how many of these fail.
  private double ending;
  private double endingBadly;

  private long from;
  private double seconds;
  private double fresh;
  private double firsts;
  private double rate;
  private double rateBefore;
  private double told;
  private double toldBadly;
  private double endSeconds = LEAST_SECONDS;
  private double laterTold;
  private double laterBadly;
  private double passed;
  private final Secant secant = new Secant();

  Population(Workload workload, long countsFrom) {
    Session session = workload.session().orElseThrow();
    this.workload = workload;
    this.closed = workload.users().isPresent();
    this.users = workload.users().map(Users::count).orElse(0);
    this.think = session.think().mean();
    this.pause = workload.users().flatMap(Users::pause).map(law -> law.mean()).orElse(think);
    this.leaves = session.leaves();
    SessionLength length = SessionLength.of(session);
    int phases = closed ? 1 : length.phases();
    this.advances = length.advances(phases);
    this.thinking = new double[phases];
    this.asking = new double[phases];
    this.asks = new double[phases];
    this.pausing = users;
    this.rate = closed ? users / Math.max(pause, LEAST_SECONDS) : 0;
    this.rateBefore = rate;
    this.hurting = new Hurting(closed, users, countsFrom);
  }

  /** Adds a client by which they ask. */
  void askBy(FlowClient client) {
    clients.add(client);
  }

  boolean isClosed() {
    return closed;
  }

  /** How many there are for good. */
  double users() {
    return users;
  }

  /** The workload they are of. */
  Workload workload() {
    return workload;
  }

  /** Users who wait for an answer. */
  double waiting() {
    return sum(asking);
  }

  private static double sum(double[] all) {
    double sum = 0;
    for (double one : all) {
      sum += one;
    }
    return sum;
  }

  /** Requests of the step, tries after failures left out. */
  double firsts() {
    return firsts;
  }

  /** The same a second, in the last step. */
  double rate() {
    return rate;
  }

  /** How long who was answered stays away, on average: thinking, or pausing after a session. */
  double awaySeconds() {
    return Math.max(LEAST_SECONDS, think + (pause - think) * advances);
  }

  /** In how many seconds who thinks or pauses comes back. */
  double paceSeconds() {
    return think > 0 ? think : Math.max(pause, LEAST_SECONDS);
  }

  /** True when they ask more or less often than in the step before. */
  boolean isRestless() {
    double now = firsts / seconds;
    return Math.abs(now - rateBefore) > RESTLESS * Math.max(now, rateBefore);
  }

  void begin(long fromNanos, long toNanos) {
    from = fromNanos;
    seconds = (toNanos - fromNanos) / 1e9;
    fresh = closed ? 0 : workload.rate().integral(fromNanos, toNanos);
    firsts = closed || rate > 0 ? rate * seconds : fresh;
    secant.begin();
  }

  /** Works out anew what they ask from how it ends; returns by how much that has changed. */
  double settle() {
    look();
    double before = firsts;
    firsts = secant.next(firsts, implied());
    return Math.abs(firsts - before) / Math.max(firsts, 1e-300);
  }

  /** Adds up how the requests of the step end that are told at once. */
  private void look() {
    told = 0;
    toldBadly = 0;
    double after = 0;
    for (FlowClient client : clients) {
      Ends ends = client.ends();
      double mean = client.waySeconds();
      if (ends.answered() > 0) {
        mean += client.answers().meanSeconds(client.door().station());
      }
      for (int k = 0; k < client.attempts(); k++) {
        double well = client.made(k) * ends.answered();
        told += well;
        after += well * mean;
        for (int i = 0; i < Outcome.COUNT; i++) {
          double badly = client.made(k) * ends.share(i) * client.givesUp(k, i);
          if (badly > 0 && ends.delay(i) < Double.POSITIVE_INFINITY) {
            told += badly;
            toldBadly += badly;
            after += badly * ends.delay(i);
          }
        }
      }
    }
    if (told > 0) {
      endSeconds = Math.max(after / told, LEAST_SECONDS);
    }
  }

  /** What is asked if as many requests come to their end as those that are asked just now let. */
  private double implied() {
    double all = sum(asking) + firsts;
    double ends = seconds / (seconds + endSeconds) * Math.max(0, ending + told);
    double share = all > 0 ? Math.min(1, ends / all) : 0;
    passed = share;
    double moves = seconds / (seconds + think);
    double back = seconds / (seconds + pause);
    double goes = 1 - badShare() * leaves;
    if (closed) {
      double stays = goes * (1 - advances);
      double turns = share * (moves * stays + back * (1 - stays));
      double old = moves * thinking[0] + back * pausing + turns * asking[0];
      asks[0] = turns < 1 ? old / (1 - turns) : old;
      return asks[0];
    }
    double sum = 0;
    double comes = fresh;
    double enters = 0;
    for (int phase = 0; phase < asks.length; phase++) {
      double stays = share * goes * (1 - advances);
      double old = moves * (thinking[phase] + stays * asking[phase] + enters);
      asks[phase] = (old + comes) / (1 - moves * stays);
      enters = share * goes * advances * (asking[phase] + asks[phase]);
      comes = 0;
      sum += asks[phase];
    }
    return sum;
  }

  private double made() {
    double sum = 0;
    for (FlowClient client : clients) {
      sum += client.made(0);
    }
    return sum;
  }

  private double badShare() {
    double all = ending + told;
    return all > 0 ? Math.max(0, Math.min(1, (endingBadly + toldBadly) / all)) : 0;
  }

  /** Hears of requests that end otherwise than in the step's balance. */
  void ended(double count, double failed) {
    laterTold += count;
    laterBadly += failed;
  }

  /** Takes the step. */
  void commit() {
    look();
    implied();
    // What was sent, also where the step's fixed point was not found to the last digit.
    firsts = made();
    double scale = sum(asks) > 0 ? firsts / sum(asks) : 0;
    double bad = badShare();
    double goes = 1 - bad * leaves;
    double moves = seconds / (seconds + think);
    double done = 0;
    double over = 0;
    double enters = 0;
    for (int phase = 0; phase < asks.length; phase++) {
      double asked = asks[phase] * scale;
      double answered = passed * (asking[phase] + asked);
      double stays = answered * goes * (1 - advances);
      double comes = stays + enters;
      thinking[phase] += comes - moves * (thinking[phase] + comes);
      asking[phase] += asked - answered;
      enters = answered * goes * advances;
      over += answered * (1 - goes);
      done += answered;
    }
    over += enters;
    double begun = fresh;
    if (closed) {
      double back = seconds / (seconds + pause);
      begun = back * (pausing + over);
      pausing += over - begun;
      // For the same reason: nobody is lost or made.
      thinking[0] = Math.max(0, users - pausing - asking[0]);
    }
    ending = Math.max(0, ending + told + laterTold - done);
    endingBadly = Math.max(0, Math.min(ending, endingBadly + toldBadly + laterBadly - done * bad));
    laterTold = 0;
    laterBadly = 0;
    hurting.step(from, begun, sum(asking) + sum(thinking), over, done * bad, leaves);
    rateBefore = firsts / seconds;
    rate = rateBefore;
  }

  /** Tells whom failures have hurt. */
  void report(SortedMap<Metric, Double> into) {
    hurting.report(into);
  }
}
