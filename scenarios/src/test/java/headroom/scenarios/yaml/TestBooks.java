package headroom.scenarios.yaml;

import headroom.billing.BalancerPrice;
import headroom.billing.Commitments;
import headroom.billing.InstanceTimeRule;
import headroom.billing.MeterUnit;
import headroom.billing.PerBytes;
import headroom.billing.PriceBook;
import headroom.billing.Tariff;
import headroom.billing.TransferPrices;
import headroom.billing.TransferPrices.Tier;
import headroom.billing.TypePrice;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.TextFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Two price books of a few types; a book in a file has the id that the file's text is. */
final class TestBooks implements PriceBookSource {

  @Override
  public List<String> ids() {
    return List.of("us-east-1/2008-05", "us-east-1/2026-07");
  }

  @Override
  public Optional<PriceBook> book(String id) {
    return ids().contains(id) ? Optional.of(of(id)) : Optional.empty();
  }

  @Override
  public PriceBook read(Path file) {
    String text = TextFile.read(file, String.valueOf(file.getFileName())).strip();
    if (text.isEmpty()) {
      throw new InputException(headroom.scenarios.text.Position.ofFile("p"), "is empty");
    }
    return of(text);
  }

  private static PriceBook of(String id) {
    PerBytes free = new PerBytes(BigDecimal.ZERO, "GiB", 1 << 30);
    PerBytes out = new PerBytes(new BigDecimal("0.09"), "GiB", 1 << 30);
    Tier only = new Tier(Tier.NO_END, out);
    return new PriceBook(
        id,
        "a provider",
        "us-east-1",
        "a region",
        LocalDate.of(2026, 7, 20),
        "USD",
        "a test",
        Map.of("linux", InstanceTimeRule.SECONDS),
        new TreeMap<>(Map.of(
            "m5.large",
            type("m5.large"),
            "m7i.large",
            type("m7i.large"),
            "t3.large",
            type("t3.large"))),
        id.endsWith("2008-05") ? Map.of() : Map.of("application", balancer(free)),
        new TransferPrices(free, 0, List.of(only), "a test"),
        id.endsWith("2008-05") ? Map.of() : meters(),
        List.of(),
        List.of(),
        Commitments.NONE);
  }

  /** What a disk of kind gp2, gp3 or io1 and an address need. */
  private static Map<String, Tariff> meters() {
    Map<String, Tariff> meters = new TreeMap<>();
    for (String kind : List.of("gp2", "gp3", "io1")) {
      meter(meters, "storage." + kind, MeterUnit.GIB_MONTH);
    }
    meter(meters, "storage.gp3-iops", MeterUnit.IOPS_MONTH);
    meter(meters, "storage.io1-iops", MeterUnit.IOPS_MONTH);
    meter(meters, "storage.gp3-throughput", MeterUnit.THROUGHPUT_MONTH);
    meter(meters, "storage.snapshot", MeterUnit.STORED_GIB_MONTH);
    meter(meters, "other.public-ipv4", MeterUnit.HOUR);
    meter(meters, "compute.surplus.t3", MeterUnit.VCPU_HOUR);
    meter(meters, "compute.host.c5", MeterUnit.HOUR);
    meter(meters, "other.elastic-ip-idle", MeterUnit.HOUR);
    meter(meters, "transfer.nat-hour", MeterUnit.HOUR);
    meter(meters, "transfer.nat-data", MeterUnit.GIB);
    return meters;
  }

  private static void meter(Map<String, Tariff> meters, String key, MeterUnit unit) {
    meters.put(key, Tariff.flat(key, unit, "0.10", "a test"));
  }

  private static TypePrice type(String name) {
    Map<String, BigDecimal> hourly = Map.of("linux", new BigDecimal("0.096"));
    return new TypePrice(name, 2, 8, OptionalDouble.empty(), hourly, "a test");
  }

  private static BalancerPrice balancer(PerBytes data) {
    return new BalancerPrice(
        "application", new BigDecimal("0.0225"), Optional.of(data), Optional.empty(), "a test");
  }
}
