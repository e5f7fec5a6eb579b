package headroom.fleet.flow;

import headroom.policy.retry.Retry;
import headroom.results.FlowAccount;
import headroom.workload.Workload;
import java.util.Arrays;
import java.util.Optional;

/** The senders of one workload as rates: first attempts, and the retries still to come. */
final class FlowClient {

  private static final double NEGLIGIBLE = 1e-12;
  private static final double RESTLESS = 0.02;

  private final Workload workload;
  private final FlowDoor door;
  private final FlowAccount account;
  private final double timeout;
  private final int attempts;
  private final RetryTimes times;
  private final RetryLine[] lines;
  private final FlowBudget budget;

  // Of the step at hand: attempts by number, the mean age of their requests, and how they end.
  private final double[] mass;
  private final double[] age;
  private final double[] share = new double[Outcome.COUNT];
  private final double[] delay = new double[Outcome.COUNT];
  private final String[] why = new String[Outcome.COUNT];
  private double answered;
  private double granted = 1;
  private long fromNanos;
  private long toNanos;
  private double begin;
  private double seconds;
  private double total;
  private double successRate;
  private double ratioBefore;
  private double reach = 1;

  private final Answers answers;

  /** Where its slots begin among those of its station. */
  final int firstSlot;

  FlowClient(
      Workload workload,
      FlowDoor door,
      FlowAccount account,
      double slowSeconds,
      long countsFrom,
      int firstSlot) {
    this.workload = workload;
    this.door = door;
    this.account = account;
    this.firstSlot = firstSlot;
    long nanos = Math.min(workload.client().timeoutNanos(), door.answersWithinNanos());
    this.timeout = nanos == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : nanos / 1e9;
    Optional<Retry> retry = workload.client().retry();
    this.times = new RetryTimes(retry);
    this.attempts = times.attempts();
    this.budget = FlowBudget.of(retry, workload.client().processes());
    this.lines = new RetryLine[attempts];
    Arrays.setAll(lines, k -> new RetryLine());
    this.mass = new double[attempts];
    this.age = new double[attempts];
    Arrays.fill(why, "");
    this.answers = new Answers(account, timeout, slowSeconds, countsFrom);
  }

  Workload workload() {
    return workload;
  }

  FlowDoor door() {
    return door;
  }

  int attempts() {
    return attempts;
  }

  double timeoutSeconds() {
    return timeout;
  }

  boolean retries() {
    return attempts > 1;
  }

  /** The shortest time from an attempt to the retry that follows its timeout, in seconds. */
  double shortestLoop() {
    return timeout + (attempts > 1 ? times.least(1) : 0);
  }

  /** Begins a step with what arrives and what is due in it. */
  void begin(long from, long to) {
    fromNanos = from;
    toNanos = to;
    begin = from / 1e9;
    seconds = (to - from) / 1e9;
    mass[0] = workload.rate().integral(from, to);
    for (int k = 1; k < attempts; k++) {
      mass[k] = lines[k].isEmpty() ? 0 : lines[k].dueBefore(begin + seconds);
    }
    sum();
  }

  private void sum() {
    total = 0;
    for (double attempt : mass) {
      total += attempt;
    }
  }

  /** Notes the share of its attempts that reach a working instance. */
  void reaches(double ofAttempts) {
    reach = ofAttempts;
  }

  double reach() {
    return reach;
  }

  /** Attempts of the step whose answer comes too late. */
  double late() {
    return total * share[Outcome.LATE.ordinal()];
  }

  /** Of those who are taken, the share answered before this client gives up. */
  double within(FlowStation station) {
    return answers.within(station);
  }

  /** Attempts of the step, of every number. */
  double total() {
    return total;
  }

  /** How the step's attempts end badly: a share, after so long, put down to a cause. */
  void ends(Outcome outcome, double ofAttempts, double afterSeconds, String cause) {
    share[outcome.ordinal()] = ofAttempts;
    delay[outcome.ordinal()] = afterSeconds;
    why[outcome.ordinal()] = cause;
  }

  /** The share of the step's attempts that are answered in time. */
  void answers(double ofAttempts) {
    answered = ofAttempts;
  }

  /** Adds the retries that fall into the step itself; returns how many attempts that makes. */
  double settleRetries() {
    if (attempts == 1) {
      return total;
    }
    double wanted = 0;
    for (int k = 1; k < attempts; k++) {
      double due = lines[k].isEmpty() ? 0 : lines[k].dueBefore(begin + seconds);
      for (int i = 0; i < Outcome.COUNT; i++) {
        if (times.isRetried(i) && share[i] > 0) {
          wanted += mass[k - 1] * share[i] * budget.cost(Outcome.ALL[i]);
          due += mass[k - 1] * share[i] * granted * inStep(i, k);
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
    return times.inStep(delay[outcome], k, seconds);
  }

  /** Puts those who are taken, and wait in a backlog, into their slots. */
  double fill(double[] bySlot, double[] ages) {
    double taken = 1;
    for (double lost : share) {
      taken -= lost;
    }
    taken = Math.max(0, taken);
    for (int k = 0; k < attempts; k++) {
      bySlot[firstSlot + k] = mass[k] * taken;
      ages[firstSlot + k] = age[k];
    }
    return total * taken;
  }

  /** True when the retries of this step make another load than those of the step before. */
  boolean isRestless() {
    double ratio = retryRatio();
    return Math.abs(ratio - ratioBefore) > RESTLESS;
  }

  private double retryRatio() {
    return attempts == 1 || mass[0] <= 0 ? 0 : Math.min(attempts, total / mass[0] - 1);
  }

  /** Tells what became of the step's attempts. */
  void commit(FlowStation station) {
    takeDue();
    account.offered(fromNanos, toNanos, mass[0]);
    for (int k = 0; k < attempts; k++) {
      if (mass[k] > NEGLIGIBLE) {
        commit(k, station);
      }
    }
    ratioBefore = retryRatio();
    successRate = seconds > 0 ? total * answered / seconds : 0;
    budget.settle(mass[0], seconds, wantedRetries() * granted, mass[0] * answered);
    meter();
  }

  private double wantedRetries() {
    double wanted = 0;
    for (int k = 0; k + 1 < attempts; k++) {
      for (int i = 0; i < Outcome.COUNT; i++) {
        double each = budget.cost(Outcome.ALL[i]);
        wanted += times.isRetried(i) ? mass[k] * share[i] * each : 0;
      }
    }
    return wanted;
  }

  private void takeDue() {
    for (int k = 1; k < attempts; k++) {
      lines[k].take(begin + seconds);
      double ages = lines[k].due() * lines[k].dueAge();
      for (int i = 0; i < Outcome.COUNT; i++) {
        double fresh = times.isRetried(i) ? mass[k - 1] * share[i] * granted * inStep(i, k) : 0;
        ages += fresh * (age[k - 1] + delay[i] + times.mean(k));
      }
      age[k] = mass[k] > 0 ? ages / mass[k] : 0;
    }
  }

  private void commit(int k, FlowStation station) {
    long older = (long) (age[k] * 1e9);
    long from = Math.max(0, fromNanos - older);
    long to = Math.max(from + 1, toNanos - older);
    if (k > 0) {
      account.attempted(from, to, mass[k]);
    }
    if (answered > 0) {
      answers.atOnce(mass[k] * answered, age[k], from, to, station);
    }
    for (int i = 0; i < Outcome.COUNT; i++) {
      // Whoever waits for ever for an answer that never comes stays in flight.
      if (share[i] > 0 && delay[i] < Double.POSITIVE_INFINITY) {
        fail(k, i, mass[k] * share[i], from, to);
      }
    }
  }

  private void fail(int k, int outcome, double count, long from, long to) {
    double again = times.isRetried(outcome) && k + 1 < attempts ? granted : 0;
    if (again < 1) {
      account.failed(from, to, count * (1 - again), Outcome.ALL[outcome].how, why[outcome]);
    }
    if (again > 0) {
      double waits = delay[outcome];
      double left = count * again * (1 - inStep(outcome, k + 1));
      pend(k + 1, left, age[k] + waits, begin + waits, begin + seconds + waits);
    }
  }

  /** Puts off attempts whose predecessors failed between two moments. */
  private void pend(int k, double count, double ageThen, double firstFails, double lastFails) {
    if (count > NEGLIGIBLE) {
      double end = begin + seconds;
      double least = times.least(k);
      double most = times.most(k);
      lines[k].add(
          Math.max(end, firstFails + least),
          Math.max(end, lastFails + most),
          count,
          ageThen + (least + most) / 2);
    }
  }

  private void meter() {
    double mean = 0;
    for (int i = 0; i < Outcome.COUNT; i++) {
      mean += share[i] * (delay[i] == Double.POSITIVE_INFINITY ? 0 : delay[i]);
    }
    double inAll = total * (mean + answered * door.station().standing().meanSeconds(timeout));
    FlowMeter meter = door.meter();
    meter.arrived(
        fromNanos,
        total,
        total / workload.requestsPerConnection(),
        total * workload.requestBytes());
    meter.settled(fromNanos, inAll, total * answered * workload.responseBytes());
    meter.rejected(fromNanos, total * share[Outcome.NO_TARGET.ordinal()]);
  }

  // What follows happens between steps, or to what waits in a backlog.

  /** So many attempts that arrived at a moment are answered after so long. */
  void answeredLater(
      int k, double count, double arrived, double ageThen, double took, String cause) {
    answers.after(count, ageThen + took, originOf(arrived, ageThen), cause);
    door.meter().settled(nanos(arrived), count * took, count * workload.responseBytes());
    budget.succeeded(k, count);
  }

  /** So many attempts that arrived at a moment fail after so long. */
  void failedLater(
      int k,
      Outcome outcome,
      double count,
      double arrived,
      double ageThen,
      double after,
      String cause) {
    boolean again = times.isRetried(outcome.ordinal()) && k + 1 < attempts;
    double share = again ? budget.takes(count, outcome) : 0;
    long from = originOf(arrived, ageThen);
    if (share < 1) {
      account.failed(from, from + 1, count * (1 - share), outcome.how, cause);
    }
    if (share > 0) {
      double at = arrived + after;
      pend(k + 1, count * share, ageThen + after, at, at + seconds * 0.5);
    }
    door.meter().settled(nanos(arrived), count * after, 0);
  }

  private static long nanos(double at) {
    return Math.max(0, (long) (at * 1e9));
  }

  private static long originOf(double arrived, double ageThen) {
    return nanos(arrived - ageThen);
  }

  /** A share of what is under way is lost after all, though it was counted as answered. */
  void loses(double lostShare, double meanSeconds, String cause, long now) {
    double count = successRate * meanSeconds * lostShare;
    if (count <= NEGLIGIBLE) {
      return;
    }
    long from = Math.max(0, now - Math.max(1, (long) (meanSeconds * 1e9)));
    answers.takeBack(count, from, Math.max(now, from + 1), door.station());
    failedLater(0, Outcome.LOST, count, from / 1e9, 0, (now - from) / 1e9, cause);
  }

  /** Takes the whole part of the retries to come, by the number of attempts made before each. */
  void takeWhole(double now, WholeRetry each) {
    for (int k = 1; k < attempts; k++) {
      int made = k;
      lines[k].takeWhole(now, (at, age) -> each.due(made, at, age));
    }
  }

  /** Hears of whole retries. */
  interface WholeRetry {
    void due(int attemptsMade, double at, double age);
  }

  /** Takes over one retry. */
  void pendOne(int attemptsMade, double at, double ageThen) {
    lines[attemptsMade].add(at, at, 1, ageThen);
  }

  double budgetLeft() {
    return budget.left();
  }

  void setBudget(double left) {
    budget.set(left);
  }

  /** Goes on from where another of the same workload is. */
  void copyFrom(FlowClient other) {
    for (int k = 0; k < attempts; k++) {
      lines[k].copyFrom(other.lines[k]);
    }
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

  /** Retries that there may be for each request, as of the last step. */
  double retriesPerRequest() {
    return retryRatio();
  }

  /** Requests without an outcome yet, whose next attempt is to come. */
  double pending() {
    double sum = 0;
    for (RetryLine line : lines) {
      sum += line.pending();
    }
    return sum;
  }

  /** Hands over the latencies of the whole run. */
  void report() {
    answers.report(door.station());
  }
}
