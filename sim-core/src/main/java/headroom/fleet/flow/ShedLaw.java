package headroom.fleet.flow;

import headroom.policy.queueing.LoadShedding;
import headroom.workload.Service;
import java.util.Arrays;

/**
 * A station that turns requests away the earlier, the lower their priority: the chain of how many are
 * there, at which each line comes only while fewer are there than it is allowed (a queue with priority
 * thresholds; birth and death, hence exact for M/M/m). Beyond the workers the number falls from each to
 * the next by the factor that {@link QueueLaw} has for the load of those who still come.
 */
final class ShedLaw extends QueueLaw {

  // The chain is told up to so many there.
  private static final int MOST_THERE = 20_000;

  private final int workers;
  private final int[] most;
  private final double[] mix;
  private final double[][] refusedOf;
  private final double[][] waitShareOf;
  private final long places;
  private final double[] full = new double[LEVELS];
  private final double[] waitSeconds = new double[LEVELS];
  private final double[] waitShare = new double[LEVELS];

  /**
   * The law of one instance, in units of a mean service time.
   *
   * @param places requests that an instance has room for
   * @param most requests on an instance from which each line is turned away
   * @param mix the share of each line in what comes
   */
  ShedLaw(
      int number,
      ServiceTime unit,
      int workers,
      double ca2,
      long places,
      int[] most,
      double[] mix) {
    super(number, unit, 1, workers, Math.max(0, most[0] - workers), ca2);
    this.workers = workers;
    this.places = places;
    this.most = most;
    this.mix = mix;
    this.refusedOf = new double[LEVELS][most.length];
    this.waitShareOf = new double[LEVELS][most.length];
    for (int level = 1; level < LEVELS; level++) {
      solve(level);
    }
  }

  /** True when classes are shed by their priority. */
  static boolean isNeeded(Service service) {
    return Ranks.areTold(service)
        && service.shedding().stream().mapToInt(LoadShedding::perPriority).anyMatch(n -> n > 0);
  }

  /** Requests on an instance from which one of a priority finds no place, for whatever reason. */
  static int mostThere(Service service, int priority) {
    long places = Math.min((long) service.workers() + service.queue(), MOST_THERE);
    return (int) service
        .shedding()
        .map(rule -> Math.max(1, rule.above() - (long) priority * rule.perPriority()))
        .filter(above -> above < places)
        .orElse(places)
        .longValue();
  }

  private void solve(int level) {
    double[] there = there(load(level));
    double taken = 0;
    double waiting = 0;
    double waited = 0;
    for (int n = 0; n < there.length; n++) {
      waiting += there[n] * Math.max(0, n - workers);
    }
    for (int k = 0; k < most.length; k++) {
      double in = 0;
      double busy = 0;
      for (int n = 0; n < Math.min(most[k], there.length); n++) {
        in += there[n];
        busy += n >= workers ? there[n] : 0;
      }
      refusedOf[level][k] = Math.max(0, 1 - in);
      waitShareOf[level][k] = in > 0 ? busy / in : 0;
      taken += mix[k] * in;
      waited += mix[k] * busy;
    }
    full[level] = there.length > places ? there[(int) places] : 0;
    queue[level] = waiting;
    refused[level] = Math.max(0, 1 - taken);
    waitShare[level] = taken > 0 ? waited / taken : 0;
    waitSeconds[level] = taken > 0 ? waiting / (taken * load(level) * workers) : 0;
  }

  /** How likely each number is to be there. */
  private double[] there(double load) {
    int top = Arrays.stream(most).max().orElseThrow();
    double[] weight = new double[top + 1];
    weight[0] = 1;
    double sum = 1;
    double last = -1;
    double factor = 0;
    for (int n = 0; n < top; n++) {
      double comes = load * coming(n);
      if (n >= workers && comes != last) {
        factor = factorAt(comes);
        last = comes;
      }
      weight[n + 1] = weight[n] * (n < workers ? comes * workers / (n + 1) : factor);
      sum += weight[n + 1];
      if (sum > 1e250) {
        // What is far below never happens.
        for (int i = 0; i <= n + 1; i++) {
          weight[i] /= sum;
        }
        sum = 1;
      }
    }
    double all = 0;
    for (double one : weight) {
      all += one;
    }
    for (int n = 0; n <= top; n++) {
      weight[n] /= all;
    }
    return weight;
  }

  /** The share of what comes that is let in while so many are there. */
  private double coming(int there) {
    double share = 0;
    for (int k = 0; k < most.length; k++) {
      share += there < most[k] ? mix[k] : 0;
    }
    return share;
  }

  /** The share of a line's requests that is turned away. */
  double refusedAt(double load, int line) {
    int level = below(load);
    double part = part(load, level);
    // What is taken hardly changes between loads that are far apart.
    double here = load(level) * (1 - refusedOf[level][line]);
    double next = load(level + 1) * (1 - refusedOf[level + 1][line]);
    return load <= 0 ? 0 : Math.max(0, 1 - (here + part * (next - here)) / load);
  }

  /** The share of all requests that find no place at all, whoever they are. */
  double fullAt(double load) {
    int level = below(load);
    return full[level] + part(load, level) * (full[level + 1] - full[level]);
  }

  /** The share of a line's requests that wait, of those let in. */
  double waitShareAt(double load, int line) {
    int level = below(load);
    double part = part(load, level);
    return waitShareOf[level][line]
        + part * (waitShareOf[level + 1][line] - waitShareOf[level][line]);
  }

  @Override
  double refusedAt(double load) {
    double share = 0;
    for (int k = 0; k < most.length; k++) {
      share += mix[k] * refusedAt(load, k);
    }
    return share;
  }

  @Override
  double waitSeconds(int level) {
    return waitSeconds[level];
  }

  @Override
  double waitShare(int level) {
    return waitShare[level];
  }

  @Override
  boolean leavesOut() {
    // What comes too much is in balance, too.
    return true;
  }
}
