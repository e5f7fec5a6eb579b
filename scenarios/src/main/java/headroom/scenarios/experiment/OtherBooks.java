package headroom.scenarios.experiment;

import headroom.billing.PriceBook;
import headroom.billing.TypePrice;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import headroom.supply.Image;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The price books that a trial's runs are read with beside its own. Nothing is simulated for them
 * unless a run decides by what on demand costs: where the price of spot instances is a share of it,
 * where it is the most that a group pays, or where the cheapest type is asked for first.
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
      Run run, Trial trial, SortedMap<Metric, Double> own, Function<Scenario, Run> simulate) {
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    for (PriceBook book : books) {
      Run under =
          isSimulated(trial.scenario()) ? simulate.apply(pricedBy(book, trial.scenario())) : run;
      SortedMap<Metric, Double> other =
          new TreeMap<>(trial.accounting().metrics(as(under, book), book));
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

  /** Whether a run may decide otherwise under another book. */
  static boolean isSimulated(Scenario scenario) {
    List<Group> groups = scenario.groups();
    return groups.stream().anyMatch(group -> !group.mix().onDemandPrices().isEmpty())
        || (groups.stream().anyMatch(group -> group.mix().usesSpot())
            && scenario.cloud().spot().stream().anyMatch(OtherBooks::goesByOnDemand));
  }

  private static boolean goesByOnDemand(SpotPool pool) {
    return pool.share().isPresent() || pool.mayExceed(Optional.empty());
  }

  /** A type that the book lacks, under any name, keeps its price: no group launches it. */
  private Scenario pricedBy(PriceBook book, Scenario scenario) {
    List<SpotPool> pools = scenario.cloud().spot().stream()
        .map(pool -> onDemand(its(book, pool, scenario), pool.type())
            .map(pool::whereOnDemandCosts)
            .orElse(pool))
        .toList();
    List<Group> groups = scenario.groups().stream()
        .map(group -> pricedBy(book.of("groups." + group.name()), group))
        .toList();
    return scenario.toBuilder()
        .cloud(scenario.cloud().withSpot(pools))
        .groups(groups)
        .build();
  }

  /** A pool is of the region of its zones; one without zones is priced by the first. */
  private static PriceBook its(PriceBook book, SpotPool pool, Scenario scenario) {
    return pool.zones().stream()
        .findFirst()
        .map(zone -> book.in(scenario.geography().ofZone(zone)))
        .orElse(book);
  }

  private Group pricedBy(PriceBook book, Group group) {
    Map<String, BigDecimal> prices = new TreeMap<>(group.mix().onDemandPrices());
    prices.replaceAll((type, price) -> onDemand(book, type).orElse(price));
    return group.toBuilder().mix(group.mix().cheapestOnDemand(prices)).build();
  }

  private Optional<BigDecimal> onDemand(PriceBook book, String type) {
    TypePrice price = book.types().get(type);
    if (price == null) {
      price = book.types().get(pricedAs.getOrDefault(type, type));
    }
    return Optional.ofNullable(price)
        .flatMap(listed -> Optional.ofNullable(listed.hourly().get(Image.LINUX)));
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
      List<List<SortedMap<Metric, Double>>> replications, Scenario scenario) {
    double seconds = scenario.window().seconds();
    List<BookComparison> compared = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      int book = i;
      SortedMap<Metric, Estimate> estimates =
          Estimates.of(replications.stream().map(figures -> figures.get(book)).toList(), seconds);
      Map<String, String> used = new LinkedHashMap<>(pricedAs);
      used.keySet().removeIf(type -> books.get(book).types().containsKey(type));
      compared.add(new BookComparison(books.get(book), used, isSimulated(scenario), estimates));
    }
    return compared;
  }
}
