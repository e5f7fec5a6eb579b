package headroom.fleet.flow;

import headroom.policy.retry.Retry;
import headroom.results.FlowAccount;
import headroom.results.How;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who send to one door for one purpose, as rates: first attempts, and the retries still to come. */
final class FlowClient {

  private static final double NEGLIGIBLE = 1e-12;
  private static final double RESTLESS = 0.02;

  private final Origin origin;
  private final String kind;
  private final FlowDoor door;
  private final FlowAccount account;
  private @Nullable Work work;
  private final double way;
  private final double timeout;
  private final int attempts;
  private final RetryTimes times;
  private final PendingRetries pending;
  private FlowBudget budget = new FlowBudget();
  // Of a call it goes by how many instances call, when there are any.
  private boolean hasBudget;

  // Of the step at hand: attempts by number, the mean age of their requests, and how they end.
  private final double[] mass;
  private final double[] age;
  private final Ends ends = new Ends();
  private final SenderLimits limits;
  private double granted = 1;
  private long fromNanos;
  private long toNanos;
  private double begin;
  private double seconds;
  private double total;
  private double successRate;
  private double ratioBefore;

  private final Answers answers;
  private final ToldLater later;
  private final @Nullable Hedging hedging;

  /** Where its slots begin among those of its station. */
  final int firstSlot;

  /**
   * A client without a past.
   *
   * @param kind the class of its requests where that makes a difference to who is asked, else ""
   * @param waySeconds the way there and back, of which all it does not wait for at the door
   */
  FlowClient(
      Origin origin,
      String kind,
      FlowDoor door,
      FlowAccount account,
      Answers answers,
      double waySeconds) {
    this.way = waySeconds;
    this.origin = origin;
    this.kind = kind;
    this.door = door;
    this.account = account;
    this.answers = answers;
    this.hedging = answers instanceof ReplyAnswers all ? all.hedgedBy(origin.rule()) : null;
    this.later = new ToldLater(this, account);
    this.firstSlot = door.station().slots();
    this.timeout = Math.max(0, door.timeoutOf(origin) - way);
    this.limits = new SenderLimits(origin.rule());
    Optional<Retry> retry = origin.rule().retry();
    this.times = new RetryTimes(retry);
    this.attempts = times.attempts();
    this.pending = new PendingRetries(times);
    this.mass = new double[attempts];
    if (!isCall()) {
      openBudget();
    }
    this.age = new double[attempts];
  }

  Origin origin() {
    return origin;
  }

  String kind() {
    return kind;
  }

  /** What its requests are to whom they are sent. */
  Work work() {
    Work found = work;
    if (found == null) {
      found = door.station().work(kind);
      work = found;
    }
    return found;
  }

  /** How those end that are taken. */
  Course reply() {
    return work().reply();
  }

  /** True when a service calls, false when users ask. */
  boolean isCall() {
    return origin.workload() == null;
  }

  FlowDoor door() {
    return door;
  }

  int attempts() {
    return attempts;
  }

  /** How long it waits for an answer once it has come to its door. */
  double timeoutSeconds() {
    return timeout;
  }

  /** How long the way there and back takes. */
  double waySeconds() {
    return way;
  }

  boolean retries() {
    return attempts > 1;
  }

  /** The shortest time from an attempt to the retry that follows its timeout, in seconds. */
  double shortestLoop() {
    return way + timeout + (attempts > 1 ? times.least(1) : 0);
  }

  private void openBudget() {
    budget = FlowBudget.of(origin.rule().retry(), origin.processes());
    hasBudget = true;
  }

  /** Begins a step with what arrives and what is due in it. */
  void begin(long from, long to) {
    if (!hasBudget) {
      openBudget();
    }
    budget.isSharedBy(origin.processes());
    fromNanos = from;
    toNanos = to;
    begin = from / 1e9;
    seconds = (to - from) / 1e9;
    mass[0] = origin.firsts(from, to);
    for (int k = 1; k < attempts; k++) {
      mass[k] = pending.dueBefore(k, begin + seconds);
    }
    sum();
  }

  /** Looks again how many first attempts there are in the step, where others bring them about. */
  void callAgain() {
    if (origin.isFedBack()) {
      mass[0] = origin.firsts(fromNanos, toNanos);
      sum();
    }
  }

  private void sum() {
    total = 0;
    for (double attempt : mass) {
      total += attempt;
    }
  }

  /** What the station's answers are to it. */
  Answers answers() {
    return answers;
  }

  /** Attempts of the step with a number, 0 for the first ones. */
  double made(int k) {
    return mass[k];
  }

  /** The mean age of their requests, in seconds. */
  double age(int k) {
    return age[k];
  }

  /** Attempts of the step, of every number. */
  double total() {
    return total;
  }

  /** What keeps it from sending. */
  SenderLimits limits() {
    return limits;
  }

  /** What sends further copies of its attempts; null when nothing does. */
  @Nullable
  Hedging hedging() {
    return hedging;
  }

  /** How the step's attempts end. */
  Ends ends() {
    return ends;
  }

  RetryTimes times() {
    return times;
  }

  /** The share of the wanted retries that its budget lets through. */
  double granted() {
    return granted;
  }

  /** Adds the retries that fall into the step itself; returns how many attempts that makes. */
  double settleRetries() {
    if (attempts == 1) {
      return total;
    }
    double wanted = 0;
    for (int k = 1; k < attempts; k++) {
      double due = pending.dueBefore(k, begin + seconds);
      for (int i = 0; i < Outcome.COUNT; i++) {
        if (times.isRetried(i) && ends.share(i) > 0) {
          wanted += mass[k - 1] * ends.share(i) * budget.cost(Outcome.ALL[i]);
          due += mass[k - 1] * ends.share(i) * granted * inStep(i, k);
        }
      }
      mass[k] = due;
    }
    granted = budget.grants(wanted, mass[0], seconds);
    sum();
    return total;
  }

  /** The part of a step's failures whose retry falls into the same step. */
  private double inStep(int outcome, int k) {
    return times.inStep(ends.delay(outcome), k, seconds);
  }

  /** Puts those who are taken, and wait in a backlog, into their slots. */
  double fill(double[] bySlot, double[] ages) {
    double taken = ends.worked();
    for (int k = 0; k < attempts; k++) {
      bySlot[firstSlot + k] = mass[k] * taken;
      ages[firstSlot + k] = age[k];
    }
    // Further copies come before nobody, and are work all the same.
    return total * taken * Hedging.copies(this);
  }

  /** True when the retries of this step make another load than those of the step before. */
  boolean isRestless() {
    double ratio = retriesPerRequest();
    return Math.abs(ratio - ratioBefore) > RESTLESS;
  }

  /** Retries that there may be for each request. */
  double retriesPerRequest() {
    return attempts == 1 || mass[0] <= 0 ? 0 : Math.min(attempts, total / mass[0] - 1);
  }

  /** Tells what became of the step's attempts. */
  void commit(FlowStation station) {
    takeDue();
    origin.made(mass[0], total);
    account.offered(fromNanos, toNanos, mass[0]);
    for (int k = 0; k < attempts; k++) {
      if (mass[k] > NEGLIGIBLE) {
        commit(k, station);
      }
    }
    ratioBefore = retriesPerRequest();
    successRate = seconds > 0 ? total * ends.answered() / seconds : 0;
    budget.settle(
        mass[0], seconds, budget.wanted(mass, ends, times) * granted, mass[0] * ends.answered());
    double inAll = total * (ends.meanDelayAt(way) + ends.answered() * answers.meanSeconds(station));
    door.meter().step(fromNanos, total, inAll, ends, origin);
    double besides = total * (Hedging.copies(this) - 1);
    door.meter().arrived(fromNanos, besides, 0, besides * origin.requestBytes());
    limits.pass(this, begin, seconds);
  }

  private void takeDue() {
    for (int k = 1; k < attempts; k++) {
      double ages = pending.takeAges(k, begin + seconds);
      for (int i = 0; i < Outcome.COUNT; i++) {
        double failed = times.isRetried(i) ? mass[k - 1] * ends.share(i) : 0;
        double fresh = failed * granted * inStep(i, k);
        // What never ends is never tried again.
        ages += fresh > 0 ? fresh * (age[k - 1] + ends.delay(i) + times.mean(k)) : 0;
      }
      age[k] = mass[k] > 0 ? ages / mass[k] : 0;
    }
  }

  private void commit(int k, FlowStation station) {
    long older = (long) (age[k] * 1e9);
    long from = Math.max(0, fromNanos - older);
    long to = Math.max(from + 1, toNanos - older);
    double attempted = mass[k] * (Hedging.copies(this) - (k > 0 ? 0 : 1));
    if (attempted > 0) {
      account.attempted(from, to, attempted);
    }
    if (ends.answered() > 0) {
      answers.atOnce(mass[k] * ends.answered(), age[k] + way, times.spread(k), from, to, station);
    }
    for (int i = 0; i < Outcome.COUNT; i++) {
      // Whoever waits for ever for an answer that never comes stays in flight.
      if (ends.share(i) > 0 && ends.delay(i) < Double.POSITIVE_INFINITY) {
        fail(k, i, mass[k] * ends.share(i), from, to);
      }
    }
  }

  /** Of the attempts with a number that end in a way, the share that nobody makes again. */
  double givesUp(int k, int outcome) {
    return times.isRetried(outcome) && k + 1 < attempts ? 1 - granted : 1;
  }

  private void fail(int k, int outcome, double count, long from, long to) {
    double again = times.isRetried(outcome) && k + 1 < attempts ? granted : 0;
    if (again < 1) {
      How how = Outcome.ALL[outcome].how(origin, ends.delay(outcome));
      account.failed(from, to, count * (1 - again), how, ends.why(outcome));
    }
    if (again > 0) {
      double waits = ends.delay(outcome);
      double left = count * again * (1 - inStep(outcome, k + 1));
      double end = begin + seconds;
      pending.add(k + 1, left, age[k] + waits, begin + waits, end + waits, end);
    }
  }

  /** What is told between steps, or of what waits in a backlog. */
  ToldLater later() {
    return later;
  }

  /** When its step ends, in seconds. */
  double endSeconds() {
    return begin + seconds;
  }

  /** How long its step is. */
  double stepSeconds() {
    return seconds;
  }

  /** Of what is under way, how many a second are counted as answered. */
  double successRate() {
    return successRate;
  }

  /** Its retries to come. */
  PendingRetries pendingRetries() {
    return pending;
  }

  /** What limits its retries, all callers together. */
  FlowBudget budget() {
    return budget;
  }

  /** Goes on from where another of the same workload is. */
  void copyFrom(FlowClient other) {
    pending.copyFrom(other.pending);
    budget.copyFrom(other.budget);
    granted = other.granted;
    successRate = other.successRate;
    ratioBefore = other.ratioBefore;
  }

  /** Nothing is under way that was counted as answered. */
  void forgetUnderWay() {
    successRate = 0;
    mass[0] = 0;
    ratioBefore = 0;
  }

  /** Requests without an outcome yet, whose next attempt is to come. */
  double pending() {
    return pending.count();
  }

  /** Hands over the latencies of the whole run. */
  void report() {
    answers.report(door.station());
  }
}
