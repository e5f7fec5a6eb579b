package headroom.theory;

import java.util.function.IntToDoubleFunction;

/** Closed forms of queueing theory; service rate 1 unless said (Kleinrock 1975, Gross et al. 2008). */
final class Queues {

  private Queues() {}

  /** Probability that an arrival waits, M/M/c at an offered load of so many workers (Erlang C). */
  static double erlangC(int workers, double offered) {
    double loss = erlangB(workers, offered);
    double load = offered / workers;
    return loss / (1 - load * (1 - loss));
  }

  /** Probability that an arrival is lost, M/M/c/c (Erlang B), by its recursion. */
  static double erlangB(int workers, double offered) {
    double loss = 1;
    for (int c = 1; c <= workers; c++) {
      loss = offered * loss / (c + offered * loss);
    }
    return loss;
  }

  /** Mean wait in the queue, M/M/c with mean service time 1. */
  static double meanWait(int workers, double offered) {
    return erlangC(workers, offered) / (workers - offered);
  }

  /** Mean wait in the queue, M/G/1 with mean service time 1 (Pollaczek–Khinchine). */
  static double meanWaitGeneral(double load, double cv) {
    return load * (1 + cv * cv) / (2 * (1 - load));
  }

  /** Probability that an arrival is lost, M/M/c with so many waiting places. */
  static double loss(int workers, int places, double offered) {
    double sum = 0;
    double term = 1;
    for (int n = 0; n <= workers + places; n++) {
      sum += term;
      if (n < workers + places) {
        term *= offered / Math.min(n + 1, workers);
      }
    }
    return term / sum;
  }

  /**
   * Mean time in system of those let in, in a birth and death process with arrivals at a rate, room
   * for so many, and with n there departures at {@code departures.applyAsDouble(n)}; by Little's law.
   */
  static double meanTime(double arrivals, int room, IntToDoubleFunction departures) {
    double total = 1;
    double weighted = 0;
    double term = 1;
    for (int n = 1; n <= room; n++) {
      term *= arrivals / departures.applyAsDouble(n);
      total += term;
      weighted += n * term;
    }
    return weighted / (arrivals * (total - term));
  }
}
