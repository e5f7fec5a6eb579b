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

  private static final String REQUESTS = "availability.request";

  /** Requests that ended, for their share; minutes, for theirs; NaN for a share of what is unknown. */
  double of(Metric share) {
    String flat = share.flat();
    if (flat.equals("availability.minutes")) {
      return replications.size() * seconds / 60;
    }
    if (!flat.endsWith(REQUESTS)) {
      return Double.NaN;
    }
    // Of all requests, or of a workload's or class's own: "workloads.shop.availability.request".
    String of = flat.substring(0, flat.length() - REQUESTS.length());
    return sum(of + "requests.succeeded") + sum(of + "requests.failed");
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
