package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Usage.TransferUsage;
import headroom.vectors.Vectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform sheet's numbered vectors of bills that are sums of metered things. */
class PlatformBillVectorsTest {

  static List<List<String>> sums() {
    return Vectors.rows("platform-bill.csv").stream()
        .filter(row -> Integer.parseInt(row.get(0)) < 64)
        .toList();
  }

  @ParameterizedTest(name = "#{0}")
  @MethodSource
  void sums(List<String> row) {
    Map<String, Long> given = Arrays.stream(row.get(2).split(" ", -1))
        .map(pair -> pair.split(":", -1))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    PriceBook book = Books.named(row.get(1));
    Bill bill = Bill.of(usage(given, book), Uses.window(730 * 3_600), book);
    assertEquals(0, bill.total().compareTo(new BigDecimal(row.get(3))), bill::toString);
  }

  private static Usage usage(Map<String, Long> given, PriceBook book) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    List<ResourceUsage> metered = new ArrayList<>();
    List<TransferUsage> data = new ArrayList<>();
    given.forEach((thing, units) -> {
      if (book.types().containsKey(thing)) {
        int kind = runs.kind(new What("web", thing, "a", "on-demand", "linux"));
        runs.add(kind, 0, units * 3_600 * Uses.SECOND);
      } else if (thing.equals("data-out")) {
        data.add(new TransferUsage("groups.out", new double[] {units * Uses.GIB}, new double[0]));
      } else if (thing.equals("data-in")) {
        data.add(new TransferUsage("groups.in", new double[0], new double[] {units * Uses.GIB}));
      } else {
        metered.add(metered(thing, units, book.tariff(thing).unit()));
      }
    });
    return new Usage(runs.build(), List.of(), data, metered);
  }

  private static ResourceUsage metered(String thing, long units, MeterUnit unit) {
    return unit.isOverTime()
        ? new ResourceUsage.Held("groups.web", thing, units, 0, 730 * 3_600 * Uses.SECOND)
        : new ResourceUsage.Counted("groups.web", thing, new double[] {units * unit.counts()});
  }
}
