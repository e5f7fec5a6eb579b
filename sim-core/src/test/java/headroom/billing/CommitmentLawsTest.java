package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What holds for the bill of any usage under any commitments. */
class CommitmentLawsTest {

  private static final int SEEDS = 1_000;

  private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

  // A second is the least that is covered: each hour may leave one of the dearest type.
  private static final BigDecimal SECONDS = new BigDecimal("0.05");

  @Test
  void linesAndBothSumsOfTheRowsAreTheTotalToTheLastDigit() {
    forEach(true, (any, bill) -> {
      List<FocusRow> rows = FocusRows.of(bill, "any");
      assertEquals(bill.total(), sum(bill.byCategory().values()));
      assertEquals(0, bill.total().compareTo(sum(rows, FocusColumn.BILLED_COST)));
      assertEquals(0, bill.total().compareTo(sum(rows, FocusColumn.EFFECTIVE_COST)));
      assertTrue(bill.total().add(ROUNDING).signum() >= 0);
    });
  }

  /** Seconds on demand and covered ones are together those that the rule of time bills. */
  @Test
  void everyBilledSecondIsOnOneLine() {
    forEach(true, (any, bill) -> {
      Map<String, BigDecimal> billed = new LinkedHashMap<>();
      Map<String, BigDecimal> lines = new LinkedHashMap<>();
      for (Charge charge : bill.charges()) {
        boolean time = charge.item().meter().equals(InstanceMeter.INSTANCE_TIME)
            && charge.terms().kind() != Terms.Kind.DYNAMIC;
        if (time) {
          Resource its = charge.resource();
          String kind = its.name() + its.type() + its.zone() + its.system();
          charge.time().ifPresent(reason -> billed.merge(kind, reason.billed(), BigDecimal::add));
          lines.merge(kind, BigDecimal.valueOf(charge.count()), BigDecimal::add);
        }
      }
      assertEquals(billed.keySet(), lines.keySet());
      billed.forEach((kind, seconds) ->
          assertEquals(0, seconds.compareTo(lines.getOrDefault(kind, BigDecimal.ZERO))));
    });
  }

  @Test
  void aCommitmentCostsMoreThanOnDemandByItsUnusedPartAtMost() {
    forEach(false, (any, bill) -> {
      BigDecimal unused = sum(bill.charges().stream()
          .filter(charge -> charge.terms().kind() == Terms.Kind.UNUSED)
          .map(Charge::amount)
          .toList());
      BigDecimal without =
          Bill.of(any.usage(), any.window(), any.book().with(Commitments.NONE)).total();
      assertTrue(
          bill.total().compareTo(without.add(unused).add(ROUNDING)) <= 0,
          bill.total() + " against " + without + " and " + unused);
    });
  }

  /** Over regions too: sums, and what is bound to one covers nothing of the other. */
  @Test
  void theSameHoldsOverRegions() {
    int covered = 0;
    for (long seed = 1; seed <= 300; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      Commitments agreed = AnyCommitments.overRegions(new SplittableRandom(-seed), any.book());
      Bill bill = Bill.of(any.usage(), any.window(), any.book().with(agreed));
      List<FocusRow> rows = FocusRows.of(bill, "any");
      assertEquals(0, bill.total().compareTo(sum(rows, FocusColumn.BILLED_COST)), "seed " + seed);
      assertEquals(
          0, bill.total().compareTo(sum(rows, FocusColumn.EFFECTIVE_COST)), "seed " + seed);
      assertEquals(bill.total(), sum(Breakdown.byRegion(bill).parts().values()), "seed " + seed);
      BigDecimal unused = sum(bill.charges().stream()
          .filter(charge -> charge.terms().kind() == Terms.Kind.UNUSED)
          .map(Charge::amount)
          .toList());
      Commitments none = Commitments.of(List.copyOf(agreed.regions()));
      BigDecimal without =
          Bill.of(any.usage(), any.window(), any.book().with(none)).total();
      assertTrue(
          bill.total().compareTo(without.add(unused).add(ROUNDING)) <= 0,
          "seed " + seed + ": " + bill.total() + " against " + without + " and " + unused);
      for (Charge charge : bill.charges()) {
        if (charge.terms().kind() == Terms.Kind.COVERED) {
          covered++;
          String region =
              agreed.regionOf(charge.resource().name()).orElseThrow().name();
          assertTrue(
              agreed.reserved().stream()
                      .filter(its -> its.name().equals(charge.terms().commitment()))
                      .allMatch(its -> its.region().equals(Optional.of(region)))
                  && agreed.plans().stream()
                      .filter(its -> its.name().equals(charge.terms().commitment()))
                      .allMatch(its -> its.regions().containsKey(region)),
              "seed " + seed + ": " + charge);
        }
      }
    }
    assertTrue(covered > 300, "covered lines: " + covered);
  }

  @Test
  void moreUseNeverCostsLess() {
    forEach(false, (any, bill) -> {
      BigDecimal fewer = Bill.of(without(any.usage()), any.window(), any.book()).total();
      assertTrue(fewer.compareTo(bill.total().add(SECONDS)) <= 0, fewer + " then " + bill.total());
    });
  }

  /** All usage but the last run of an instance. */
  private static Usage without(Usage usage) {
    InstanceUsage all = usage.instances();
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    for (int row = 0; row + 1 < all.size(); row++) {
      runs.add(runs.kind(all.what(row)), all.fromNanos(row), all.toNanos(row));
    }
    return new Usage(runs.build(), usage.balancers(), usage.transfers(), usage.resources());
  }

  /** Cut at a clock hour; of what costs the same by the second and has no minimum or tier. */
  @Test
  void twoHalvesHaveTheCommitmentsOfTheWhole() {
    forEach(false, (any, bill) -> {
      Window whole = any.window();
      long shift = new ClockHours(whole).shift();
      long middle =
          ((whole.fromNanos() + whole.toNanos()) / 2 + shift) / Hours.NANOS * Hours.NANOS - shift;
      if (middle <= whole.fromNanos()) {
        return;
      }
      Bill before = half(any, new Window(whole.start(), whole.fromNanos(), middle));
      Bill after = half(any, new Window(whole.start(), middle, whole.toNanos()));
      BigDecimal parts = committed(before).add(committed(after));
      assertTrue(
          parts.subtract(committed(bill)).abs().compareTo(ROUNDING) < 0,
          parts + " against " + committed(bill));
    });
  }

  private static Bill half(AnyUsage any, Window window) {
    return Bill.of(any.usage(), window, any.book());
  }

  /** What fixed prices come to, used or not: of savings plans, and reservations paid every hour. */
  private static BigDecimal committed(Bill bill) {
    Predicate<Charge> fixed = charge -> bill.book().commitments().reserved().stream()
        .noneMatch(
            its -> its.name().equals(charge.terms().commitment()) && its.price().whileRunning());
    return sum(bill.charges().stream()
        .filter(charge -> charge.terms().isCommitted())
        .filter(fixed)
        .map(Charge::amount)
        .toList());
  }

  /** A run that starts within a clock hour is billed by that, not by hours since its own start. */
  @Test
  void clockHoursDoNotStartWithTheRun() {
    ReservedInstances one = new ReservedInstances(
        "ri",
        1,
        "m5.large",
        "linux",
        java.util.Optional.empty(),
        false,
        "no-upfront",
        new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.06"), 1, false));
    Window window = new Window(Instant.parse("2026-07-01T12:30:00Z"), 0, 3_600 * Uses.SECOND);
    // Two from 12:30 to 13:00, none from then to 13:30.
    Bill bill = Bill.of(
        Uses.runs(Uses.M5_LARGE, 0, 1_800, 0, 1_800),
        window,
        Books.OF_2026.with(Agreed.reserved(one)));
    assertEquals(
        List.of("ON_DEMAND 1800", "COVERED 1800", "UNUSED 1800"),
        bill.charges().stream()
            .map(charge -> charge.terms().kind() + " " + charge.count())
            .map(line -> line.replace("UNUSED " + 1_800 * 16, "UNUSED 1800"))
            .toList());
  }

  private static BigDecimal sum(List<FocusRow> rows, FocusColumn column) {
    return sum(rows.stream().map(row -> row.decimal(column).orElseThrow()).toList());
  }

  private static BigDecimal sum(Collection<BigDecimal> amounts) {
    return amounts.stream()
        .reduce(BigDecimal.ZERO.setScale(UnitPrice.MONEY_SCALE), BigDecimal::add);
  }

  private static void forEach(boolean reductions, BiConsumer<AnyUsage, Bill> law) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      AnyUsage plain = AnyUsage.of(seed);
      SplittableRandom random = new SplittableRandom(-seed);
      PriceBook book = plain
          .book()
          .with(
              reductions
                  ? AnyCommitments.of(random, plain.book())
                  : AnyCommitments.covering(random, plain.book()));
      AnyUsage any = new AnyUsage(plain.usage(), plain.window(), book);
      try {
        law.accept(any, Bill.of(any.usage(), any.window(), book));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
