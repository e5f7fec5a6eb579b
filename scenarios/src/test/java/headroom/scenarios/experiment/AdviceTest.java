package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.billing.OpenHours;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.Purchasable;
import headroom.billing.ReservedOffer;
import headroom.billing.ReservedPrice;
import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.scenarios.library.PriceBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What to commit to, where the best can be worked out by hand or by trying everything. */
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
    Advice advice = only(Advice.of(steady(2, 2, 2, 6), BOOK), Purchasable.Reservation.class);
    assertEquals("1y no-upfront", advice.way());
    assertEquals(List.of(2L), advice.cheapest().amounts());
    assertEquals(2 * 0.035 * 730, advice.cheapest().saving().mean(), 1e-9);
    assertEquals(4 * 0.035 * 730, advice.cheapest().mostRegret(), 1e-9);
    assertEquals(0.035 * 730, advice.cheapest().regret().mean(), 1e-9);
    assertEquals(List.of(3L), advice.safest().amounts());
    assertEquals(3 * 0.035 * 730, advice.safest().mostRegret(), 1e-9);
  }

  /**
   * The same with a plan for the family at 0.061, which need not cover whole instances: regret is
   * least where (p − 0.122) is (0.366 − p) · 0.035 / 0.061, at 0.211 to the next thousandth.
   */
  @Test
  void aPlanIsChosenToTheThousandth() {
    Advice advice = only(Advice.of(steady(2, 2, 2, 6), BOOK), Purchasable.Plan.class);
    assertEquals(List.of(122L), advice.cheapest().amounts());
    assertEquals(2 * 0.035 * 730, advice.cheapest().saving().mean(), 1e-9);
    assertEquals(List.of(211L), advice.safest().amounts());
    assertEquals((0.211 - 0.122) * 730, advice.safest().mostRegret(), 1e-9);
  }

  private static Advice only(List<Advice> all, Class<? extends Purchasable> kind) {
    List<Advice> found = all.stream()
        .filter(each -> !each.isTogether() && kind.isInstance(each.things().get(0)))
        .toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  /** On small cases the search finds what trying every combination finds, for both aims. */
  @Test
  void theSearchFindsWhatTryingEverythingFinds() {
    double worstCost = 0;
    double worstRegret = 0;
    for (long seed = 1; seed <= 15; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Purchasable> things = things(random);
      List<OpenHours> runs = new ArrayList<>();
      for (int run = 0; run < 4; run++) {
        runs.add(any(random));
      }
      Advice tried = new PurchaseChoice("", things, runs, Long.MAX_VALUE).advice();
      Advice searched = new PurchaseChoice("", things, runs, 0).advice();
      worstCost = Math.max(
          worstCost, searched.cheapest().cost().mean() / tried.cheapest().cost().mean() - 1);
      worstRegret =
          Math.max(worstRegret, searched.safest().mostRegret() - tried.safest().mostRegret());
    }
    assertEquals(0, worstCost, 1e-9);
    assertEquals(0, worstRegret, 1e-6);
  }

  private static List<Purchasable> things(SplittableRandom random) {
    BigDecimal rate = BigDecimal.valueOf(8 + random.nextInt(8), 3);
    PlanOffer family = new PlanOffer(
        PlanOffer.Kind.EC2_INSTANCE,
        1,
        "no-upfront",
        Optional.empty(),
        Map.of("t3.small", rate, "t3.medium", rate.add(rate).add(new BigDecimal("0.001"))),
        "");
    PlanOffer compute = new PlanOffer(
        PlanOffer.Kind.COMPUTE,
        1,
        "no-upfront",
        Optional.of(BigDecimal.valueOf(20 + random.nextInt(20), 2)),
        Map.of(),
        "");
    ReservedPrice price = new ReservedPrice(
        BigDecimal.ZERO, BigDecimal.valueOf(20 + random.nextInt(12), 3), 1, false);
    return List.of(
        new Purchasable.Reservation(
            new ReservedOffer("t3.medium", "linux", false, "no-upfront", price, "")),
        new Purchasable.Plan(family, "t3"),
        new Purchasable.Plan(compute, ""));
  }

  private static OpenHours any(SplittableRandom random) {
    InstanceUsage.Builder usage = new InstanceUsage.Builder();
    for (String type : List.of("t3.small", "t3.medium", "t3.nano")) {
      int kind = usage.kind(new InstanceUsage.What("web", type, "a", "on-demand", "linux"));
      for (int i = random.nextInt(2); i >= 0; i--) {
        long from = random.nextLong(2 * HOUR);
        usage.add(kind, from, from + random.nextLong(3 * HOUR - from));
      }
    }
    return open(usage, 3);
  }

  /** More to choose from never costs more; nothing bought saves nothing. */
  @Test
  void lawsOfAdvice() {
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Purchasable> things = things(random);
      List<OpenHours> runs = List.of(any(random), any(random), any(random));
      Advice together = new PurchaseChoice("", things, runs).advice();
      assertTrue(together.cheapest().saving().mean() >= 0);
      assertTrue(together.safest().mostRegret() <= together.cheapest().mostRegret() + 1e-9);
      assertTrue(together.cheapest().cost().mean() <= together.safest().cost().mean() + 1e-9);
      for (Purchasable thing : things) {
        Advice alone = new PurchaseChoice("", List.of(thing), runs).advice();
        assertTrue(
            together.cheapest().cost().mean() <= alone.cheapest().cost().mean() + 1e-9,
            "seed " + seed + ", " + thing);
      }
      ToDoubleFunction<long[]> costs = runs.get(0).costs(things);
      double none = costs.applyAsDouble(new long[things.size()]);
      assertEquals(none, runs.get(0).costs(List.of()).applyAsDouble(new long[0]), 1e-12);
    }
  }

  private static List<OpenHours> steady(int... instances) {
    List<OpenHours> runs = new ArrayList<>();
    for (int many : instances) {
      InstanceUsage.Builder usage = new InstanceUsage.Builder();
      int kind = usage.kind(new InstanceUsage.What("web", "m5.large", "a", "on-demand", "linux"));
      for (int i = 0; i < many; i++) {
        usage.addOpen(kind, 0, 10 * HOUR);
      }
      runs.add(open(usage, 10));
    }
    return runs;
  }

  private static OpenHours open(InstanceUsage.Builder usage, int hours) {
    return OpenHours.of(
        new Usage(usage.build(), List.of(), List.of()),
        new Window(Instant.parse("2026-07-01T00:00:00Z"), 0, hours * HOUR),
        BOOK);
  }
}
