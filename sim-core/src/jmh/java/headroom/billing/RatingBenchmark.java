package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How long a bill takes: runs of instances over a year, of twenty types in three zones, under ten
 * reserved instances and ten savings plans. Arguments: thousands of usage records, for example
 * {@code 100 1000 10000}; the goal is 20 s and 1 GB for the last.
 */
public final class RatingBenchmark {

  private static final long SECOND = 1_000_000_000L;
  private static final long YEAR = 8_760L * 3_600 * SECOND;
  private static final List<String> FAMILIES = List.of("m5", "c5", "r5", "m6i", "t3");
  private static final List<String> SIZES = List.of("large", "xlarge", "2xlarge", "4xlarge");
  private static final List<String> ZONES = List.of("a", "b", "c");

  private RatingBenchmark() {}

  /** Rates as many thousand records as each argument says, twice, and prints the second time. */
  public static void main(String... thousands) {
    for (String argument : thousands) {
      int records = 1_000 * Integer.parseInt(argument);
      Usage usage = usage(records);
      Window window = new Window(Instant.parse("2026-01-01T00:00:00Z"), 0, YEAR);
      Bill.of(usage, window, book());
      long begin = System.nanoTime();
      Bill bill = Bill.of(usage, window, book());
      double seconds = (System.nanoTime() - begin) / 1e9;
      Runtime machine = Runtime.getRuntime();
      System.out.println(String.format(
          Locale.ROOT,
          "%,d records: %.2f s, %d lines, %s USD, heap %,d MB",
          records,
          seconds,
          bill.charges().size(),
          bill.total().toPlainString(),
          (machine.totalMemory() - machine.freeMemory()) >> 20));
    }
  }

  private static Usage usage(int records) {
    SplittableRandom random = new SplittableRandom(1);
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int[] kinds = types().stream()
        .flatMap(type -> ZONES.stream()
            .map(zone -> runs.kind(new What("web", type, zone, "on-demand", "linux"))))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int i = 0; i < records; i++) {
      long from = random.nextLong(YEAR);
      long to = Math.min(YEAR, from + random.nextLong(6 * 3_600 * SECOND));
      runs.add(kinds[random.nextInt(kinds.length)], from, to);
    }
    return new Usage(runs.build(), List.of(), List.of());
  }

  private static List<String> types() {
    return FAMILIES.stream()
        .flatMap(family -> SIZES.stream().map(size -> family + "." + size))
        .toList();
  }

  private static PriceBook book() {
    Map<String, TypePrice> types = new LinkedHashMap<>();
    List<ReservedInstances> reserved = new ArrayList<>();
    List<SavingsPlan> plans = new ArrayList<>();
    for (String type : types()) {
      BigDecimal price = new BigDecimal("0.1")
          .multiply(BigDecimal.valueOf(SizeFactor.of(type).orElseThrow()))
          .divide(BigDecimal.valueOf(16));
      types.put(
          type,
          new TypePrice(type, 2, 8, OptionalDouble.empty(), Map.of("linux", price), "a benchmark"));
      if (reserved.size() < 10) {
        reserved.add(new ReservedInstances(
            "ri-" + type,
            20,
            type,
            "linux",
            reserved.size() % 2 == 0 ? Optional.empty() : Optional.of("a"),
            false,
            "no-upfront",
            new ReservedPrice(BigDecimal.ZERO, price.multiply(new BigDecimal("0.63")), 1, false)));
      }
    }
    for (int i = 0; i < 10; i++) {
      Optional<String> family =
          i < FAMILIES.size() ? Optional.of(FAMILIES.get(i)) : Optional.empty();
      plans.add(new SavingsPlan(
          "sp-" + i, new BigDecimal("3"), family, new BigDecimal("0.27"), Map.of()));
    }
    PerBytes free = new PerBytes(BigDecimal.ZERO, "GiB", 1L << 30);
    return new PriceBook(
            "benchmark/2026",
            "a provider",
            "here",
            "Here",
            LocalDate.of(2026, 1, 1),
            "USD",
            "a benchmark",
            Map.of("linux", InstanceTimeRule.SECONDS),
            types,
            Map.of(),
            new TransferPrices(
                free,
                0,
                List.of(new TransferPrices.Tier(TransferPrices.Tier.NO_END, free)),
                "a benchmark"))
        .with(new Commitments(
            reserved, plans, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
