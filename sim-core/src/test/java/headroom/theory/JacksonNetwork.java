package headroom.theory;

/**
 * An open network of M/M/c stations, each of which then behaves as if alone (Jackson 1957).
 *
 * @param arrivals rate from outside at each station
 * @param routing probability of going from one station to another; what is missing to 1 leaves
 * @param serviceRates rate of one worker of each station
 * @param workers workers of each station
 */
record JacksonNetwork(double[] arrivals, double[][] routing, double[] serviceRates, int[] workers) {

  private static final int ROUNDS = 100_000;

  /** Arrivals at each station, those from other stations included. */
  double[] rates() {
    double[] rates = arrivals.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = arrivals.clone();
      for (int from = 0; from < rates.length; from++) {
        for (int to = 0; to < rates.length; to++) {
          next[to] += rates[from] * routing[from][to];
        }
      }
      rates = next;
    }
    return rates;
  }

  /** Mean time of one visit at a station, waiting and service. */
  double visitTime(int station) {
    double offered = rates()[station] / serviceRates[station];
    return (Queues.meanWait(workers[station], offered) + 1) / serviceRates[station];
  }

  /** Mean time in the network. */
  double time() {
    double[] rates = rates();
    double inside = 0;
    double entering = 0;
    for (int station = 0; station < rates.length; station++) {
      inside += rates[station] * visitTime(station);
      entering += arrivals[station];
    }
    return inside / entering;
  }
}
