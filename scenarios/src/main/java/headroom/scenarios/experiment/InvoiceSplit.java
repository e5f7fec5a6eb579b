package headroom.scenarios.experiment;

import headroom.billing.Breakdown;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import headroom.statistics.Spread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bills of all replications come to, split by one question.
 *
 * @param by the question: "service", "tag team"
 * @param parts its answers, in the order of their names
 */
public record InvoiceSplit(String by, List<Part> parts) {

  /**
   * One part of the bills.
   *
   * @param name what it is: "Amazon EC2"
   * @param mean USD, over the replications; 0 where a replication has nothing of it
   * @param spread how it varies; empty for a single replication
   */
  public record Part(String name, Estimate mean, Optional<Spread> spread) {}

  public InvoiceSplit {
    parts = List.copyOf(parts);
  }

  /** The splits of the bills, each by the same questions in the same order. */
  static List<InvoiceSplit> of(List<List<Breakdown>> bills) {
    List<InvoiceSplit> splits = new ArrayList<>();
    int questions = bills.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < questions; i++) {
      int question = i;
      splits.add(split(bills.stream().map(bill -> bill.get(question)).toList()));
    }
    return splits;
  }

  private static InvoiceSplit split(List<Breakdown> bills) {
    Set<String> names = new LinkedHashSet<>();
    bills.forEach(bill -> names.addAll(bill.parts().keySet()));
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    for (Breakdown bill : bills) {
      SortedMap<Metric, Double> its = new TreeMap<>();
      names.forEach(name -> its.put(
          metric(name),
          Optional.ofNullable(bill.parts().get(name))
              .map(BigDecimal::doubleValue)
              .orElse(0.0)));
      figures.add(its);
    }
    SortedMap<Metric, Estimate> estimates = Estimates.of(figures);
    SortedMap<Metric, Spread> spreads = Spread.of(figures, any -> true);
    return new InvoiceSplit(
        bills.get(0).by(),
        names.stream()
            .sorted()
            .map(name -> new Part(
                name,
                Objects.requireNonNull(estimates.get(metric(name))),
                Optional.ofNullable(spreads.get(metric(name)))))
            .toList());
  }

  private static Metric metric(String name) {
    return Metric.value("", "invoice", name, Unit.USD);
  }
}
