package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Window;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BillTest {

  @Test
  void whatIsMeteredAndNotUsedIsATrueZeroAndTheRestIsAbsent() {
    Bill bill = Bill.of(Uses.none(), Uses.window(3_600), Books.OF_2026);
    assertEquals(List.of(), bill.charges());
    assertEquals(
        List.of(Category.COMPUTE, Category.LOAD_BALANCING, Category.TRANSFER),
        List.copyOf(bill.byCategory().keySet()));
    assertTrue(bill.byCategory().values().stream().allMatch(sum -> sum.signum() == 0));
    assertEquals(new BigDecimal("0.000000000000"), bill.total());
  }

  @Test
  void linesAreByGroupZoneAndTypeWhateverCameFirst() {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    for (String group : List.of("web", "batch")) {
      for (String zone : List.of("b", "a")) {
        int kind = runs.kind(new What(group, "m5.large", zone, "on-demand", "linux"));
        runs.add(kind, 0, 3_600 * Uses.SECOND);
      }
    }
    Bill bill =
        Bill.of(new Usage(runs.build(), List.of(), List.of()), Uses.window(3_600), Books.OF_2026);
    assertEquals(
        List.of("groups.batch a", "groups.batch b", "groups.web a", "groups.web b"),
        bill.charges().stream()
            .map(charge -> charge.resource().name() + " " + charge.resource().zone())
            .toList());
    assertEquals(
        "m5.large linux on-demand, 0.096 USD per hour, by the second",
        bill.charges().get(0).item().description());
  }

  /** The same run read with two books: no new run is needed. */
  @Test
  void anotherBookIsAnotherReading() {
    Usage usage = Uses.runs(Uses.M1_SMALL, 0, 3_660, 4_000, 4_600);
    assertEquals(
        new BigDecimal("0.300000000000"),
        Bill.of(usage, Uses.window(7_200), Books.OF_2008).total());
  }

  /** 90 minutes of one m5.large from minute 30: half an hour in the first step, an hour after. */
  @Test
  void costOverTimeFollowsTheUse() {
    Usage usage = Uses.runs(Uses.M5_LARGE, 1_800, 7_200);
    CostSeries series =
        Bill.of(usage, Uses.window(7_200), Books.OF_2026).series(Duration.ofHours(1));
    assertEquals(List.of(0L, Hours.NANOS), series.beginNanos());
    assertEquals(
        List.of(new BigDecimal("0.048000000000"), new BigDecimal("0.096000000000")),
        series.amounts().get(Category.COMPUTE));
    assertEquals(
        List.of(new BigDecimal("0.048000000000"), new BigDecimal("0.144000000000")),
        series.cumulative().get(Category.COMPUTE));
    assertThrows(
        IllegalArgumentException.class,
        () -> Bill.of(usage, Uses.window(7_200), Books.OF_2026).series(Duration.ofMinutes(90)));
  }

  /** Ten replications of 100,000 runs of instances each over thirty days. */
  @Test
  void tenBillsOfAHundredThousandRunsTakeWellUnderASecond() {
    Window window = Uses.window(3_600, 30 * 86_400);
    Usage usage = many(window, 100_000);
    BigDecimal total = Bill.of(usage, window, Books.OF_2026).total();
    long begin = cpuNanos();
    for (int replication = 0; replication < 10; replication++) {
      assertEquals(total, Bill.of(usage, window, Books.OF_2026).total());
    }
    double seconds = (cpuNanos() - begin) / 1e9;
    // Measured: 0.08 s warm, 0.28 s cold.
    assertTrue(seconds < 1, () -> "took " + seconds + " s of processor time");
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Usage many(Window window, int count) {
    SplittableRandom random = new SplittableRandom(1);
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int[] kinds = new int[6];
    for (int i = 0; i < kinds.length; i++) {
      String zone = List.of("a", "b", "c").get(i % 3);
      kinds[i] = runs.kind(new What("g" + i / 3, "m5.large", zone, "on-demand", "linux"));
    }
    for (int i = 0; i < count; i++) {
      long from = random.nextLong(window.toNanos());
      runs.add(
          kinds[i % 6], from, Math.min(window.toNanos(), from + random.nextLong(48 * Hours.NANOS)));
    }
    return new Usage(runs.build(), List.of(), List.of());
  }
}
