package headroom.billing;

import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader of bills wants to know beside them: none of it changes a run or a charge.
 *
 * @param tags the labels of resources by which their cost is shown to whoever caused it, by the
 *     resource's name ("groups.web"), then by key
 * @param failures what failing costs
 * @param users how many users there are; 0 where users come and go
 */
public record Accounting(
    SortedMap<String, SortedMap<String, String>> tags, FailureCost failures, long users) {

  public static final Accounting NONE =
      new Accounting(Collections.emptySortedMap(), FailureCost.UNSAID, 0);

  public Accounting {
    SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
    tags.forEach(
        (name, labels) -> copy.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(labels))));
    tags = Collections.unmodifiableSortedMap(copy);
  }

  /** The labels of a resource. */
  public SortedMap<String, String> tagsOf(String resource) {
    return Optional.ofNullable(tags.get(resource)).orElse(Collections.emptySortedMap());
  }

  /** Everything that a run costs, as metrics. */
  public SortedMap<Metric, Double> metrics(Run run, PriceBook book) {
    SortedMap<Metric, Double> metrics = CostMetrics.of(run, book);
    failures.report(run, metrics);
    SlaCredit.report(run, book, metrics);
    Metric monthly = Metric.value("", "cost", "monthly", Unit.USD);
    Double month = metrics.get(monthly);
    if (users > 0 && month != null) {
      BigDecimal each =
          new BigDecimal(month).divide(BigDecimal.valueOf(users), MathContext.DECIMAL128);
      metrics.put(Metric.value("", "cost", "per-user", Unit.USD), each.doubleValue());
    }
    return metrics;
  }
}
