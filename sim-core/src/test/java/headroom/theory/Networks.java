package headroom.theory;

import headroom.math.Elementary;
import java.util.Arrays;

/**
 * Closed forms and exact algorithms for queues with more to them than arrivals and workers, and for
 * networks of queues; service rate 1 unless said.
 */
final class Networks {

  private static final double NEGLIGIBLE = 1e-18;

  private Networks() {}

  /**
   * A queue whose callers give up.
   *
   * @param abandoned share of arrivals that give up
   * @param meanWait mean wait of all arrivals, those that give up included
   * @param meanWaitServed mean wait of those who are served
   */
  record Impatient(double abandoned, double meanWait, double meanWaitServed) {}

  /**
   * M/M/c+M, patience exponential with such a rate (Erlang A: Palm 1957; Garnett, Mandelbaum and
   * Reiman 2002): the stationary birth-death chain, and Little's law for its queue. Whoever finds j
   * waiting would wait the sum V of exponential times with the rates c + k · patience, k = 0 … j, and
   * is served if his patience is longer: the mean of V · exp(-patience · V).
   */
  static Impatient erlangA(int workers, double offered, double patienceRate) {
    double sum = 0;
    double waiting = 0;
    double waitServed = 0;
    double longer = 0;
    double term = 1;
    for (int n = 0; n <= workers || term > NEGLIGIBLE * sum; n++) {
      sum += term;
      waiting += Math.max(0, n - workers) * term;
      int next = n + 1;
      double departures = Math.min(next, workers) + Math.max(0, next - workers) * patienceRate;
      if (n >= workers) {
        longer += 1 / departures;
        waitServed += term * workers / departures * longer;
      }
      term *= offered / departures;
    }
    double meanWait = waiting / sum / offered;
    double abandoned = patienceRate * meanWait;
    return new Impatient(abandoned, meanWait, waitServed / sum / (1 - abandoned));
  }

  /**
   * Mean waits of the classes of M/M/c with non-preemptive priorities and one mean service time for
   * all (Cobham 1954; Gross et al. 2008, §3.4).
   *
   * @param offered offered load of each class in workers, the most urgent first
   */
  static double[] priorityWaits(int workers, double... offered) {
    double residual = Queues.erlangC(workers, Arrays.stream(offered).sum()) / workers;
    double[] loads = Arrays.stream(offered).map(load -> load / workers).toArray();
    return cobham(residual, loads);
  }

  /**
   * Mean waits of the classes of M/G/1 with non-preemptive priorities (Cobham 1954).
   *
   * @param rates arrival rate of each class, the most urgent first
   * @param means mean service time of each class
   * @param cv coefficient of variation of each class's service time
   */
  static double[] priorityWaits(double[] rates, double[] means, double[] cv) {
    double residual = 0;
    double[] loads = new double[rates.length];
    for (int i = 0; i < rates.length; i++) {
      loads[i] = rates[i] * means[i];
      residual += loads[i] * means[i] * (1 + cv[i] * cv[i]) / 2;
    }
    return cobham(residual, loads);
  }

  private static double[] cobham(double residual, double[] loads) {
    double[] waits = new double[loads.length];
    double before = 0;
    for (int i = 0; i < loads.length; i++) {
      double with = before + loads[i];
      waits[i] = residual / ((1 - before) * (1 - with));
      before = with;
    }
    return waits;
  }

  /**
   * Mean time in a single server that all requests share, M/G/1-PS: whatever the distribution
   * (Kleinrock 1976, ch. 4), and with a given service time in place of the mean, of such requests.
   */
  static double sharedTime(double serviceTime, double load) {
    return serviceTime / (1 - load);
  }

  /**
   * Mean number in the orbit of M/M/1, where each that found the server busy tries again at such a
   * rate (Falin and Templeton 1997).
   */
  static double orbit(double load, double retryRate) {
    return load * load * (1 + retryRate) / ((1 - load) * retryRate);
  }

  /**
   * Mean number in the orbit of M/M/1, where only one of them tries at a time, at such a rate
   * (Fayolle 1986): with r = load (load + rate) / rate, both marginal queues are geometric.
   */
  static double orbitInTurns(double load, double retryRate) {
    double ratio = load * (load + retryRate) / retryRate;
    return load * (ratio + load / retryRate) / (1 - ratio);
  }

  /**
   * Mean time of a fork into two M/M/1 queues and their join, load is the arrival rate (Flatto and
   * Hahn 1984; Nelson and Tantawi 1988).
   */
  static double forkJoinOfTwo(double load) {
    return (12 - load) / 8 / (1 - load);
  }

  /** More than the mean time of a fork into k M/M/1 queues: as if independent (Nelson and Tantawi). */
  static double forkJoinAtMost(int queues, double load) {
    return harmonic(queues) / (1 - load);
  }

  /**
   * Less than the mean time of a fork into k M/M/1 queues: as if requests came evenly, which makes
   * the queues independent D/M/1 (Baccelli, Makowski and Shwartz 1989).
   */
  static double forkJoinAtLeast(int queues, double load) {
    double busy = 0;
    for (int i = 0; i < 10_000; i++) {
      busy = Elementary.exp(-(1 - busy) / load);
    }
    return harmonic(queues) / (1 - busy);
  }

  /** About the mean time of a fork into k M/M/1 queues, within a few percent (Nelson and Tantawi). */
  static double forkJoinAbout(int queues, double load) {
    double ratio = harmonic(queues) / harmonic(2);
    return (ratio + 4.0 / 11 * (1 - ratio) * load) * forkJoinOfTwo(load);
  }

  private static double harmonic(int n) {
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += 1.0 / i;
    }
    return sum;
  }
}
