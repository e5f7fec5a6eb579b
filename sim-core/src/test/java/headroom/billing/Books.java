package headroom.billing;

import headroom.billing.TransferPrices.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small price books for tests, with figures of the EC2 fleet sheet §2.8 and §3. */
final class Books {

  static final PriceBook OF_2008 = book(
      "us-east-1/2008-05",
      InstanceTimeRule.STARTED_HOURS,
      List.of(
          type("m1.small", 1, 1.7, Map.of("linux", "0.10")),
          type("m1.large", 2, 7.5, Map.of("linux", "0.40"))),
      Map.of(),
      transfer("0.10", 0, "0.17", "0.13", "0.11", "0.10"));

  /** As until April 2008: only the first tier of what goes out differs here. */
  static final PriceBook OF_EARLY_2008 = book(
      "us-east-1/2008-04",
      InstanceTimeRule.STARTED_HOURS,
      List.of(type("m1.small", 1, 1.7, Map.of("linux", "0.10"))),
      Map.of(),
      transfer("0.10", 0, "0.18", "0.16", "0.13", "0.13"));

  static final PriceBook OF_2026 = of2026(100);
  static final PriceBook OF_2026_NONE_FREE = of2026(0);

  private Books() {}

  /** A book of other types, all at one price. */
  static PriceBook ofEach(List<String> types) {
    return book(
        "us-east-1/2026-07",
        InstanceTimeRule.SECONDS,
        types.stream().map(name -> type(name, 2, 8, Map.of("linux", "0.10"))).toList(),
        balancers(),
        transfer("0", 100, "0.09", "0.085", "0.07", "0.05"));
  }

  /** A book of types at prices of their own. */
  static PriceBook priced(Map<String, String> linux) {
    return book(
        "us-east-1/2026-07",
        InstanceTimeRule.SECONDS,
        linux.entrySet().stream()
            .map(each -> type(each.getKey(), 2, 8, Map.of("linux", each.getValue())))
            .toList(),
        balancers(),
        transfer("0", 100, "0.09", "0.085", "0.07", "0.05"));
  }

  static PriceBook named(String name) {
    return switch (name) {
      case "2008" -> OF_2008;
      case "2008-04" -> OF_EARLY_2008;
      case "2026" -> OF_2026;
      case "2026-none-free" -> OF_2026_NONE_FREE;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static PriceBook of2026(long freeGib) {
    return book(
        "us-east-1/2026-07",
        InstanceTimeRule.SECONDS,
        List.of(
            // No source gives SUSE prices: these are made up to have a started-hour system.
            type("m5.large", 2, 8, Map.of("linux", "0.096", "suse", "0.15")),
            type("m5.xlarge", 4, 16, Map.of("linux", "0.192", "suse", "0.30")),
            type("c5.xlarge", 4, 8, Map.of("linux", "0.17", "suse", "0.27")),
            type("c5.2xlarge", 8, 16, Map.of("linux", "0.34", "suse", "0.54")),
            type("t3.medium", 2, 4, Map.of("linux", "0.0416", "suse", "0.07")),
            type("t3.nano", 2, 0.5, Map.of("linux", "0.0052", "suse", "0.01"))),
        balancers(),
        transfer("0", freeGib, "0.09", "0.085", "0.07", "0.05"));
  }

  private static PriceBook book(
      String id,
      InstanceTimeRule linux,
      List<TypePrice> types,
      Map<String, BalancerPrice> balancers,
      TransferPrices transfer) {
    return new PriceBook(
        id,
        "Amazon Web Services",
        "us-east-1",
        "US East (N. Virginia)",
        LocalDate.parse(id.substring(10) + "-01"),
        "USD",
        "the sheet",
        Map.of("linux", linux, "suse", InstanceTimeRule.STARTED_HOURS),
        types.stream().collect(Collectors.toMap(TypePrice::name, type -> type)),
        balancers,
        transfer,
        Tariffs.OF_2026.stream().collect(Collectors.toMap(Tariff::key, tariff -> tariff)),
        List.of(),
        List.of(),
        Commitments.NONE);
  }

  private static TypePrice type(
      String name, int vcpus, double memoryGiB, Map<String, String> prices) {
    Map<String, BigDecimal> hourly = new LinkedHashMap<>();
    prices.forEach((system, price) -> hourly.put(system, new BigDecimal(price)));
    return new TypePrice(name, vcpus, memoryGiB, OptionalDouble.empty(), hourly, "P2");
  }

  private static Map<String, BalancerPrice> balancers() {
    CapacityUnit application = new CapacityUnit(
        new BigDecimal("0.008"), 25, 3_000, 1L << 30, OptionalDouble.of(1_000), 10);
    CapacityUnit network = new CapacityUnit(
        new BigDecimal("0.006"), 800, 100_000, 1L << 30, OptionalDouble.empty(), 0);
    return Stream.of(
            new BalancerPrice(
                "classic",
                new BigDecimal("0.025"),
                Optional.of(PerBytes.gibibyte("0.008")),
                Optional.empty(),
                "B9"),
            new BalancerPrice(
                "application",
                new BigDecimal("0.0225"),
                Optional.empty(),
                Optional.of(application),
                "B9"),
            new BalancerPrice(
                "network", new BigDecimal("0.0225"), Optional.empty(), Optional.of(network), "B10"))
        .collect(Collectors.toMap(BalancerPrice::type, price -> price));
  }

  private static TransferPrices transfer(String in, long freeGib, String... out) {
    long tib = 1L << 40;
    return new TransferPrices(
        PerBytes.gibibyte(in),
        freeGib << 30,
        List.of(
            new Tier(10 * tib, PerBytes.gibibyte(out[0])),
            new Tier(50 * tib, PerBytes.gibibyte(out[1])),
            new Tier(150 * tib, PerBytes.gibibyte(out[2])),
            new Tier(Tier.NO_END, PerBytes.gibibyte(out[3]))),
        "the sheet");
  }
}
