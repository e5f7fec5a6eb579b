package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.billing.OpenHours;
import headroom.billing.PriceBook;
import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.scenarios.library.PriceBooks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What to reserve, where the best can be worked out by hand. */
class AdviceTest {

  private static final PriceBook BOOK = PriceBooks.load("us-east-1/2026-07");
  private static final long HOUR = 3_600_000_000_000L;

  /**
   * m5.large costs 0.096 on demand and 0.061 reserved, so one more pays in hours of which more than
   * 63.5 % need it. Runs need 2, 2, 2, 6 instances all the time: on average the third is needed in
   * one of four, so 2 is cheapest. Regret of n: (n − 2) · 0.061 in the runs of 2, (6 − n) · 0.035 in
   * that of 6, times 730 h: equal at 3.46, and of whole numbers 3 has the least, 0.105 against 0.122
   * of 4.
   */
  @Test
  void expectedCostAndRegretChooseDifferently() {
    List<OpenHours> runs = List.of(open(2), open(2), open(2), open(6));
    Advice advice = Advice.of(runs, BOOK).get(0);
    assertEquals("m5.large", advice.type());
    assertEquals("1y standard no-upfront", advice.terms());
    assertEquals(2, advice.cheapest().count());
    assertEquals(2 * 0.035 * 730, advice.cheapest().saving().mean(), 1e-9);
    assertEquals(4 * 0.035 * 730, advice.cheapest().regret(), 1e-9);
    assertEquals(3, advice.safest().count());
    assertEquals(3 * 0.035 * 730, advice.safest().regret(), 1e-9);
  }

  private static OpenHours open(int instances) {
    InstanceUsage.Builder usage = new InstanceUsage.Builder();
    int kind = usage.kind(new InstanceUsage.What("web", "m5.large", "a", "on-demand", "linux"));
    for (int i = 0; i < instances; i++) {
      usage.addOpen(kind, 0, 10 * HOUR);
    }
    return OpenHours.of(
        new Usage(usage.build(), List.of(), List.of()),
        new Window(Instant.parse("2026-07-01T00:00:00Z"), 0, 10 * HOUR),
        BOOK);
  }
}
