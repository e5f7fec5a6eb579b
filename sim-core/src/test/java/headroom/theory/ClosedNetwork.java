package headroom.theory;

import java.util.Arrays;
import java.util.List;

/**
 * A fixed number of users who think and then visit stations, exponential and first come, first
 * served, or shared; exact mean value analysis (Reiser and Lavenberg 1980; Lazowska et al. 1984,
 * ch. 6 and §8.3).
 *
 * @param think mean time between an answer and the next request
 * @param stations where requests go
 */
record ClosedNetwork(double think, List<Station> stations) {

  /**
   * A station.
   *
   * @param demand mean service time of all its visits for one request
   * @param workers how many it has
   */
  record Station(double demand, int workers) {}

  /**
   * What so many users see.
   *
   * @param perSecond requests answered per unit of time
   * @param times mean time at each station, waiting and service, all visits together
   */
  record Result(double perSecond, double[] times) {

    /** Mean time from request to answer. */
    double time() {
      return Arrays.stream(times).sum();
    }
  }

  /** M/M/c//N: machines that each fail at such a rate; mean repair time 1. */
  static ClosedNetwork machineRepair(double failureRate, int repairers) {
    return new ClosedNetwork(1 / failureRate, List.of(new Station(1, repairers)));
  }

  /** Builds the answer up from one user to so many. */
  Result with(int users) {
    // few[k][j]: probability of j at station k, for j below its workers; mean[k]: mean number
    // there.
    double[][] few = stations.stream()
        .map(station -> {
          double[] empty = new double[station.workers()];
          empty[0] = 1;
          return empty;
        })
        .toArray(double[][]::new);
    double[] mean = new double[stations.size()];
    Result result = new Result(0, mean);
    for (int n = 1; n <= users; n++) {
      double[] times = new double[stations.size()];
      for (int k = 0; k < times.length; k++) {
        times[k] = time(stations.get(k), mean[k], few[k]);
      }
      double rate = n / (think + Arrays.stream(times).sum());
      for (int k = 0; k < times.length; k++) {
        mean[k] = rate * times[k];
        few[k] = next(stations.get(k), rate, few[k]);
      }
      result = new Result(rate, times);
    }
    return result;
  }

  /** An arrival sees the station as it is with one user less. */
  private static double time(Station station, double mean, double[] few) {
    int workers = station.workers();
    double idle = 0;
    for (int j = 0; j < workers - 1; j++) {
      idle += (workers - 1 - j) * few[j];
    }
    return station.demand() / workers * (1 + mean + idle);
  }

  private static double[] next(Station station, double rate, double[] few) {
    int workers = station.workers();
    double busy = station.demand() * rate;
    double[] next = new double[workers];
    double rest = busy;
    for (int j = 1; j < workers; j++) {
      next[j] = busy / j * few[j - 1];
      rest += (workers - j) * next[j];
    }
    next[0] = 1 - rest / workers;
    return next;
  }
}
