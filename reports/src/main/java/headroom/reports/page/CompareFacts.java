package headroom.reports.page;

import headroom.results.Metric;
import headroom.statistics.Difference;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a report of a comparison is made from.
 *
 * @param study the variants by themselves
 * @param against the name of the one that the others are compared with
 * @param failedByHour its requests failed in the first replication, by hour of the day
 * @param zone what people call the time zone of those hours
 * @param together how many comparisons of a metric hold at once
 * @param others the others
 */
public record CompareFacts(
    StudyFacts study,
    String against,
    double[] failedByHour,
    String zone,
    int together,
    List<Other> others) {

  public CompareFacts {
    others = List.copyOf(others);
  }

  /**
   * One of them.
   *
   * @param name its name
   * @param differences its figures less those of the one compared with
   * @param failedByHour its requests failed in the first replication, by hour of the day
   * @param text what its scenario says otherwise, line by line
   */
  public record Other(
      String name, SortedMap<Metric, Difference> differences, double[] failedByHour, String text) {

    Optional<Difference> difference(String flat) {
      return differences.values().stream()
          .filter(each -> each.metric().flat().equals(flat))
          .findFirst();
    }
  }
}
