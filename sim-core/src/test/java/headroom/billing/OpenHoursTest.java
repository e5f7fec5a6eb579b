package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class OpenHoursTest {

  private static final PriceBook BOOK = Books.OF_2026;
  private static final Purchasable M5 = reserved("m5.large", "0", "0.06", false);
  private static final PlanOffer COMPUTE = new PlanOffer(
      PlanOffer.Kind.COMPUTE, 1, "no-upfront", Optional.of(new BigDecimal("0.25")), Map.of(), "");
  private static final PlanOffer FAMILY = new PlanOffer(
      PlanOffer.Kind.EC2_INSTANCE,
      1,
      "no-upfront",
      Optional.empty(),
      Map.of("m5.large", new BigDecimal("0.061")),
      "");

  private static Purchasable reserved(String type, String once, String hourly, boolean running) {
    ReservedPrice price =
        new ReservedPrice(new BigDecimal(once), new BigDecimal(hourly), 1, running);
    return new Purchasable.Reservation(
        new ReservedOffer(type, "linux", false, "no-upfront", price, ""));
  }

  /** Two hours; two instances in the first, one in the second: 3 h at 0.096, at 0.06 each hour. */
  @Test
  void aPurchaseIsPaidEveryHourAndCoversWhatRan() {
    OpenHours open =
        OpenHours.of(Uses.runs(Uses.M5_LARGE, 0, 7_200, 0, 3_600), Uses.window(7_200), BOOK);
    assertEquals(2, M5.most(open));
    ToDoubleFunction<long[]> costs = open.costs(List.of(M5));
    assertEquals(0.288, costs.applyAsDouble(new long[] {0}), 1e-12);
    assertEquals(0.216, costs.applyAsDouble(new long[] {1}), 1e-12);
    assertEquals(0.24, costs.applyAsDouble(new long[] {2}), 1e-12);
  }

  /**
   * The same at 75 % under a plan: 0.072 a h covers one in each hour, 0.144 the two of the first, and
   * half of it is lost in the second.
   */
  @Test
  void aPlanIsPaidEveryHourAndCoversWhatItsRatesAllow() {
    OpenHours open =
        OpenHours.of(Uses.runs(Uses.M5_LARGE, 0, 7_200, 0, 3_600), Uses.window(7_200), BOOK);
    Purchasable plan = new Purchasable.Plan(COMPUTE, "");
    assertEquals(144, plan.most(open));
    ToDoubleFunction<long[]> costs = open.costs(List.of(plan));
    assertEquals(0.24, costs.applyAsDouble(new long[] {72}), 1e-12);
    assertEquals(0.288, costs.applyAsDouble(new long[] {144}), 1e-12);
  }

  /** What it says of a basket is what the bill with these commitments comes to. */
  @Test
  void theCostIsTheBillOfEachBasket() {
    List<Purchasable> things = List.of(
        reserved("m5.large", "0", "0.061", false),
        reserved("m5.xlarge", "100", "0.04", true),
        new Purchasable.Plan(FAMILY, "m5"),
        new Purchasable.Plan(COMPUTE, ""));
    for (long seed = 1; seed <= 120; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Window window = Uses.window(random.nextLong(3_600), 20_000 + random.nextLong(90_000));
      Usage usage = usage(random, window);
      OpenHours open = OpenHours.of(usage, window, BOOK);
      long[] amounts = {
        random.nextInt(3), random.nextInt(2), random.nextInt(2) * 61, random.nextInt(3) * 90
      };
      BigDecimal billed = Bill.of(usage, window, BOOK.with(bought(amounts))).total();
      double off = billed.doubleValue() - open.costs(things).applyAsDouble(amounts);
      // A bill covers whole seconds: at most one second of each type and plan in an hour is not.
      double whole = 32 * 4 * 0.192 / 3_600;
      assertTrue(Math.abs(off) < whole, "seed " + seed + ": " + off);
    }
  }

  /** The same over two regions: a plan for both at each one's rates, the rest bound to one. */
  @Test
  void theCostIsTheBillOverRegionsToo() {
    PriceBook dear = BOOK.overridden(
        Map.of("m5.large", new BigDecimal("0.12"), "m5.xlarge", new BigDecimal("0.25")),
        Map.of(),
        Map.of());
    ReservedPrice price = new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.07"), 1, false);
    PlanOffer far = new PlanOffer(
        PlanOffer.Kind.COMPUTE, 1, "no-upfront", Optional.of(new BigDecimal("0.4")), Map.of(), "");
    List<Purchasable> things = List.of(
        new Purchasable.Reservation(
            new ReservedOffer("m5.large", "linux", false, "no-upfront", price, ""), "west"),
        new Purchasable.Plan(Map.of("east", FAMILY), "m5", ""),
        new Purchasable.Plan(Map.of("east", COMPUTE, "west", far), "", ""));
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Window window = Uses.window(random.nextLong(3_600), 20_000 + random.nextLong(90_000));
      Usage usage = usage(random, window);
      long[] amounts = {1 + random.nextInt(2), 1 + random.nextInt(90), 1 + random.nextInt(300)};
      List<Agreement> agreed = new ArrayList<>(List.of(
          new RegionBook("east", "us", BOOK, Set.of("groups.web")),
          new RegionBook("west", "us", dear, Set.of("groups.far"))));
      PriceBook plain = BOOK.with(Commitments.of(agreed));
      OpenHours open = OpenHours.of(usage, window, plain);
      agreed.add(new ReservedInstances(
          "reserved",
          (int) amounts[0],
          "m5.large",
          "linux",
          Optional.empty(),
          false,
          "no-upfront",
          price,
          Optional.of("west")));
      BigDecimal none = BigDecimal.ZERO;
      agreed.add(new SavingsPlan(
          "family",
          BigDecimal.valueOf(amounts[1], 3),
          Optional.of("m5"),
          none,
          FAMILY.rates(),
          Map.of("east", new PlanRates(none, FAMILY.rates()))));
      agreed.add(new SavingsPlan(
          "compute",
          BigDecimal.valueOf(amounts[2], 3),
          Optional.empty(),
          none,
          Map.of(),
          Map.of(
              "east", new PlanRates(new BigDecimal("0.25"), Map.of()),
              "west", new PlanRates(new BigDecimal("0.4"), Map.of()))));
      Bill bill = Bill.of(usage, window, BOOK.with(Commitments.of(agreed)));
      double off = bill.total().doubleValue() - open.costs(things).applyAsDouble(amounts);
      double whole = 32 * 4 * 0.25 / 3_600;
      assertTrue(Math.abs(off) < whole, "seed " + seed + ": " + off);
    }
  }

  /** Hours of nearly equal use together tell the same to a part in a thousand. */
  @Test
  void hoursOfNearlyEqualUseMayBeCountedTogether() {
    List<Purchasable> things =
        List.of(reserved("m5.large", "0", "0.061", false), new Purchasable.Plan(COMPUTE, ""));
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Window window = Uses.window(400 * 3_600);
      InstanceUsage.Builder runs = new InstanceUsage.Builder();
      int kind = runs.kind(Uses.M5_LARGE);
      for (int i = 0; i < 300; i++) {
        long from = random.nextLong(window.toNanos());
        runs.add(
            kind,
            from,
            Math.min(window.toNanos(), from + random.nextLong(60L * 3_600_000_000_000L)));
      }
      Usage usage = new Usage(runs.build(), List.of(), List.of());
      var exact = OpenHours.of(usage, window, BOOK).costs(things);
      var nearly = OpenHours.of(usage, window, BOOK, 10).costs(things);
      long[] amounts = {random.nextInt(20), random.nextInt(1_000)};
      double wanted = exact.applyAsDouble(amounts);
      assertEquals(wanted, nearly.applyAsDouble(amounts), 1e-3 * wanted, "seed " + seed);
    }
  }

  private static Commitments bought(long[] amounts) {
    List<Agreement> agreed = new ArrayList<>();
    if (amounts[0] > 0) {
      agreed.add(reserved("m5.large", (int) amounts[0], "0", "0.061", false));
    }
    if (amounts[1] > 0) {
      agreed.add(reserved("m5.xlarge", (int) amounts[1], "100", "0.04", true));
    }
    if (amounts[2] > 0) {
      agreed.add(plan("family", amounts[2], Optional.of("m5"), "0", FAMILY.rates()));
    }
    if (amounts[3] > 0) {
      agreed.add(plan("compute", amounts[3], Optional.empty(), "0.25", Map.of()));
    }
    return Commitments.of(agreed);
  }

  private static SavingsPlan plan(
      String name,
      long parts,
      Optional<String> family,
      String discount,
      Map<String, BigDecimal> rates) {
    return new SavingsPlan(
        name, BigDecimal.valueOf(parts, 3), family, new BigDecimal(discount), rates);
  }

  private static ReservedInstances reserved(
      String type, int count, String once, String hourly, boolean running) {
    ReservedPrice price =
        new ReservedPrice(new BigDecimal(once), new BigDecimal(hourly), 1, running);
    return new ReservedInstances(
        type, count, type, "linux", Optional.empty(), false, "no-upfront", price);
  }

  private static Usage usage(SplittableRandom random, Window window) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    List<What> kinds = new ArrayList<>();
    for (String type : List.of("m5.large", "m5.xlarge", "c5.xlarge")) {
      kinds.add(new What("web", type, "a", "on-demand", "linux"));
    }
    kinds.add(new What("far", "m5.large", "b", "on-demand", "linux"));
    for (What what : kinds) {
      int kind = runs.kind(what);
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        long from = random.nextLong(window.toNanos() / 2);
        runs.add(kind, from, from + random.nextLong(window.toNanos() - from));
      }
    }
    return new Usage(runs.build(), List.of(), List.of());
  }
}
