package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OpenHoursTest {

  private static final ReservedPrice EVERY_HOUR =
      new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.06"), 1, false);
  private static final ReservedPrice WHILE_RUNNING =
      new ReservedPrice(new BigDecimal("100"), new BigDecimal("0.03"), 1, true);
  private static final BigDecimal ON_DEMAND = new BigDecimal("0.096");

  /** Two hours; two instances in the first, one in the second: 3 h at 0.096, at 0.06 each hour. */
  @Test
  void aPurchaseIsPaidEveryHourAndCoversWhatRan() {
    Usage usage = Uses.runs(Uses.M5_LARGE, 0, 7_200, 0, 3_600);
    OpenHours open = OpenHours.of(usage, Uses.window(7_200), Books.OF_2026);
    assertEquals(2, open.most("m5.large"));
    List<BigDecimal> costs = open.costs("m5.large", EVERY_HOUR, ON_DEMAND, 3);
    assertEquals(
        List.of(0.288, 0.216, 0.24, 0.36),
        costs.stream().map(BigDecimal::doubleValue).toList());
  }

  /** What the curve says is what the bill with that many reserved instances comes to. */
  @Test
  void theCurveIsTheBillOfEachPurchase() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Window window = Uses.window(random.nextLong(3_600), 20_000 + random.nextLong(90_000));
      Usage usage = usage(random, window);
      ReservedPrice price = seed % 2 == 0 ? EVERY_HOUR : WHILE_RUNNING;
      OpenHours open = OpenHours.of(usage, window, Books.OF_2026);
      List<BigDecimal> costs =
          open.costs("m5.large", price, ON_DEMAND, open.most("m5.large") + 1);
      for (int n = 1; n < costs.size(); n++) {
        ReservedInstances bought = new ReservedInstances(
            "ri", n, "m5.large", "linux", Optional.empty(), false, "any", price);
        Commitments agreed = Commitments.of(List.of(bought));
        BigDecimal billed = Bill.of(usage, window, Books.OF_2026.with(agreed)).total();
        double off = billed.subtract(costs.get(n)).doubleValue();
        assertTrue(Math.abs(off) < 1e-4, "seed " + seed + ", " + n + ": " + off);
      }
    }
  }

  private static Usage usage(SplittableRandom random, Window window) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(Uses.M5_LARGE);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      long from = random.nextLong(window.toNanos() / 2);
      runs.add(kind, from, from + random.nextLong(window.toNanos() - from));
    }
    return new Usage(runs.build(), List.of(), List.of());
  }
}
