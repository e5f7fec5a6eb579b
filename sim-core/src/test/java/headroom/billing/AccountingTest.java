package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountingTest {

  private static final Accounting TAGGED = new Accounting(
      new TreeMap<>(Map.of("groups.web", new TreeMap<>(Map.of("team", "shop")))),
      new FailureCost(new BigDecimal("0.02"), new BigDecimal("90")),
      50);

  /** 25 hours of an m5.large from 23:00 on, and an application balancer for as long. */
  @Test
  void theBillIsSplitByWhatIsAsked() {
    Bill bill = Bill.of(usage(), Uses.window(82_800, 172_800), Books.OF_2026);
    assertParts(Breakdown.byService(bill), "Amazon Elastic Compute Cloud", "2.4", "Elastic Load "
        + "Balancing", "0.5625");
    assertParts(Breakdown.byTag(bill, TAGGED, "team"), "shop", "2.4", Breakdown.NONE, "0.5625");
    assertParts(Breakdown.byZone(bill), "a", "2.4", Breakdown.NONE, "0.5625");
    assertParts(
        Breakdown.byResource(bill), "groups.web", "2.4", "load-balancers.shop-lb", "0.5625");
    assertParts(Breakdown.byPurchase(bill), "on demand", "2.9625");
    assertParts(Breakdown.byDay(bill), "2026-07-01", "0.1185", "2026-07-02", "2.844");
    assertParts(Breakdown.byMonth(bill), "2026-07", "2.9625");
  }

  @Test
  void partsSumToTheTotalToTheLastDigit() {
    for (long seed = 1; seed <= 200; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      Commitments agreed = AnyCommitments.of(new SplittableRandom(-seed), any.book());
      Bill bill = Bill.of(any.usage(), any.window(), any.book().with(agreed));
      Stream.of(
              Breakdown.byService(bill),
              Breakdown.byPurchase(bill),
              Breakdown.byZone(bill),
              Breakdown.byTag(bill, TAGGED, "team"),
              Breakdown.byDay(bill))
          .forEach(split -> assertEquals(
              0,
              bill.total()
                  .compareTo(
                      split.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
              split.by()));
    }
  }

  /** 300 failed at 0.02 and half an hour down at 90 an hour: 6 + 45; 2.9625 in 25 h, 50 users. */
  @Test
  void failingAndUsersHaveTheirPrice() {
    SortedMap<Metric, Double> measured = new TreeMap<>();
    measured.put(Metric.count("requests", "offered", "", Unit.ONE), 1_000_000.0);
    measured.put(Metric.count("requests", "succeeded", "", Unit.ONE), 999_700.0);
    measured.put(Metric.count("requests", "failed", "", Unit.ONE), 300.0);
    measured.put(Metric.count("downtime", "total", "", Unit.SECONDS), 1_800.0);
    Map<String, Double> figures = new TreeMap<>();
    TAGGED
        .metrics(run(measured), Books.OF_2026)
        .forEach((metric, value) -> figures.put(metric.flat(), value));
    assertEquals(6, figures.get("failure-cost.revenue"));
    assertEquals(45, figures.get("failure-cost.operator"));
    assertEquals(51, figures.get("failure-cost.total"));
    assertEquals(2.9625 * 730 / 25 / 50, figures.get("cost.per-user"));
    assertEquals(2.9625, figures.get("cost.per-million-requests"));
    assertEquals(2.9625 / 0.9997, figures.get("cost.per-million-succeeded"), 1e-12);
  }

  private static Run run(SortedMap<Metric, Double> measured) {
    return new Run(
        "shop",
        1,
        Uses.window(82_800, 172_800),
        measured,
        new LatencySketch(),
        usage(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private static Usage usage() {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    runs.addOpen(runs.kind(Uses.M5_LARGE), 0, 172_800 * Uses.SECOND);
    double[] none = {};
    return new Usage(
        runs.build(),
        List.of(new BalancerUsage("shop-lb", "application", none, none, none, none)),
        List.of());
  }

  private static void assertParts(Breakdown split, String... wanted) {
    SortedMap<String, BigDecimal> parts = new TreeMap<>();
    split.parts().forEach((name, usd) -> parts.put(name, usd.stripTrailingZeros()));
    SortedMap<String, BigDecimal> expected = new TreeMap<>();
    for (int i = 0; i < wanted.length; i += 2) {
      expected.put(wanted[i], new BigDecimal(wanted[i + 1]).stripTrailingZeros());
    }
    assertEquals(expected, parts, split.by());
  }
}
