package headroom.scenarios.experiment;

import headroom.billing.PriceBook;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The price books that a trial's runs are read with beside its own; nothing is simulated for them.
 *
 * @param books the books, in the order in which they were asked for
 * @param pricedAs types by whose price others go, where a book lacks these
 */
public record OtherBooks(List<PriceBook> books, Map<String, String> pricedAs) {

  public static final OtherBooks NONE = new OtherBooks(List.of(), Map.of());

  private static final String DIFFERENCE = "difference";

  public OtherBooks {
    books = List.copyOf(books);
    pricedAs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pricedAs));
  }

  /** The figures of cost of one run, book by book; {@code own} are those under its own book. */
  List<SortedMap<Metric, Double>> figures(
      Run run, Trial trial, SortedMap<Metric, Double> own) {
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    for (PriceBook book : books) {
      SortedMap<Metric, Double> other =
          new TreeMap<>(trial.accounting().metrics(as(run, book), book));
      SortedMap<Metric, Double> with = new TreeMap<>(other);
      other.forEach((metric, value) -> {
        Double mine = own.get(metric);
        if (mine != null && metric.subject().isEmpty() && metric.measure().equals("cost")) {
          with.put(
              Metric.value(DIFFERENCE, metric.measure(), metric.statistic(), metric.unit()),
              value - mine);
        }
      });
      figures.add(with);
    }
    return figures;
  }

  private Run as(Run run, PriceBook book) {
    Map<String, String> lacking = new LinkedHashMap<>(pricedAs);
    lacking.keySet().removeIf(type -> book.types().containsKey(type));
    if (lacking.isEmpty()) {
      return run;
    }
    Usage usage = run.usage();
    return run.with(usage.withTypes(lacking));
  }

  /** What they come to over all replications. */
  List<BookComparison> compared(
      List<List<SortedMap<Metric, Double>>> replications, double seconds) {
    List<BookComparison> compared = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      int book = i;
      SortedMap<Metric, Estimate> estimates = Estimates.of(
          replications.stream().map(figures -> figures.get(book)).toList(), seconds);
      Map<String, String> used = new LinkedHashMap<>(pricedAs);
      used.keySet().removeIf(type -> books.get(book).types().containsKey(type));
      compared.add(new BookComparison(books.get(book), used, estimates));
    }
    return compared;
  }
}
