package headroom.results;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A typed key of a measured number: of what, which measure, which statistic of it.
 *
 * @param subject of what: "groups.web", "load-balancers.shop-lb"; empty for the whole scenario
 * @param measure what was measured: "instances", "latency", "cost"
 * @param statistic which figure of it: "mean", "p99", "compute"; empty when there is only one
 * @param unit the unit of the number
 * @param kind how replications of it combine and how a value of zero is meant
 */
public record Metric(String subject, String measure, String statistic, Unit unit, Kind kind)
    implements Comparable<Metric> {

  /** What a missing or zero value means over replications. */
  public enum Kind {
    /** An ordinary figure; a replication without it says nothing about it. */
    VALUE,
    /** A count of events, or a sum over events: absent in a replication means a true zero. */
    COUNT,
    /** A share of all requests or minutes that did well: 1 means that no failure was seen. */
    SUCCESS_SHARE
  }

  /** How likely a biased run was without its bias, over how likely with it. */
  public static final Metric WEIGHT = value("rare", "weight", "", Unit.ONE);

  private static final Comparator<Metric> ORDER = Comparator.comparing(Metric::subject)
      .thenComparing(Metric::measure)
      .thenComparing(Metric::statistic);

  public static Metric value(String subject, String measure, String statistic, Unit unit) {
    return new Metric(subject, measure, statistic, unit, Kind.VALUE);
  }

  public static Metric count(String subject, String measure, String statistic, Unit unit) {
    return new Metric(subject, measure, statistic, unit, Kind.COUNT);
  }

  /** The name in result files and expectations: "groups.web.instances.mean". */
  public String flat() {
    return Stream.of(subject, measure, statistic)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("."));
  }

  @Override
  public int compareTo(Metric other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return flat();
  }
}
