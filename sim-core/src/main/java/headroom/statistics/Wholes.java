package headroom.statistics;

import headroom.results.Metric;
import java.util.List;
import java.util.SortedMap;

/**
 * Of how many things, over all replications, a share is the share.
 *
 * @param replications what each measured
 * @param seconds the part of each run that counts; NaN when unknown
 */
record Wholes(List<? extends SortedMap<Metric, Double>> replications, double seconds) {

  /** Requests that ended, for their share; minutes, for theirs; NaN for a share of what is unknown. */
  double of(Metric share) {
    return switch (share.flat()) {
      case "availability.request" -> sum("requests.succeeded") + sum("requests.failed");
      case "availability.minutes" -> replications.size() * seconds / 60;
      default -> Double.NaN;
    };
  }

  private double sum(String flatName) {
    double sum = 0;
    for (SortedMap<Metric, Double> figures : replications) {
      for (var figure : figures.entrySet()) {
        sum += figure.getKey().flat().equals(flatName) ? figure.getValue() : 0;
      }
    }
    return sum;
  }
}
