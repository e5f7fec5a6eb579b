package headroom.scenarios.experiment;

import headroom.billing.OpenHours;
import headroom.billing.Purchasable;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Which amounts of some things to buy, over the replications of a run. */
final class PurchaseChoice {

  private static final double MONTH_HOURS = 730;
  private static final long TRY_ALL = 5_000;

  private final String way;
  private final List<Purchasable> things;
  private final List<ToDoubleFunction<long[]>> costs;
  private final PurchaseSearch search;

  PurchaseChoice(String way, List<Purchasable> things, List<OpenHours> runs) {
    this(way, things, runs, TRY_ALL);
  }

  PurchaseChoice(String way, List<Purchasable> things, List<OpenHours> runs, long tryAll) {
    this.way = way;
    this.things = things;
    costs = runs.stream().map(run -> monthly(run, things)).toList();
    long[] most = things.stream()
        .mapToLong(thing -> runs.stream().mapToLong(thing::most).max().orElse(0))
        .toArray();
    search = new PurchaseSearch(most, tryAll);
  }

  /** Of reserved instances of one type that differ in class alone, those that cost least. */
  static List<Purchasable> undominated(List<Purchasable> things) {
    return things.stream()
        .filter(thing -> things.stream().noneMatch(other -> other.dominates(thing)))
        .toList();
  }

  private static ToDoubleFunction<long[]> monthly(OpenHours run, List<Purchasable> things) {
    ToDoubleFunction<long[]> costs = run.costs(things);
    double factor = MONTH_HOURS / run.hours();
    return amounts -> costs.applyAsDouble(amounts) * factor;
  }

  Advice advice() {
    long[] cheapest = search.least(this::mean, List.of());
    List<long[]> hindsight =
        costs.stream().map(cost -> search.least(cost, List.of(cheapest))).toList();
    double[] least = IntStream.range(0, costs.size())
        .mapToDouble(run -> costs.get(run).applyAsDouble(hindsight.get(run)))
        .toArray();
    long[] safest =
        search.least(amounts -> mostRegret(amounts, least), List.of(cheapest, between(hindsight)));
    return new Advice(way, things, purchase(cheapest, least), purchase(safest, least));
  }

  /** The middle of all that hindsight would have bought. */
  private static long[] between(List<long[]> bought) {
    long[] middle = new long[bought.get(0).length];
    for (int i = 0; i < middle.length; i++) {
      int at = i;
      middle[i] =
          Math.round(bought.stream().mapToLong(each -> each[at]).average().orElse(0));
    }
    return middle;
  }

  private double mean(long[] amounts) {
    double sum = 0;
    for (ToDoubleFunction<long[]> cost : costs) {
      sum += cost.applyAsDouble(amounts);
    }
    return sum / costs.size();
  }

  private double mostRegret(long[] amounts, double[] least) {
    double most = 0;
    for (int run = 0; run < least.length; run++) {
      most = Math.max(most, costs.get(run).applyAsDouble(amounts) - least[run]);
    }
    return most;
  }

  private Advice.Purchase purchase(long[] amounts, double[] least) {
    double[] its =
        costs.stream().mapToDouble(cost -> cost.applyAsDouble(amounts)).toArray();
    double[] none = costs.stream()
        .mapToDouble(cost -> cost.applyAsDouble(new long[amounts.length]))
        .toArray();
    return new Advice.Purchase(
        Arrays.stream(amounts).boxed().toList(),
        estimate("monthly", run -> its[run]),
        estimate("saving", run -> none[run] - its[run]),
        estimate("regret", run -> Math.max(0, its[run] - least[run])),
        mostRegret(amounts, least));
  }

  private Estimate estimate(String statistic, IntToDoubleFunction figure) {
    Metric metric = Metric.value("", "cost", statistic, Unit.USD);
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    for (int run = 0; run < costs.size(); run++) {
      figures.add(new TreeMap<>(Map.of(metric, figure.applyAsDouble(run))));
    }
    return Objects.requireNonNull(Estimates.of(figures).get(metric));
  }
}
