package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Law 2 of design §8 over generated usage: nothing is billed without a reason, nothing is lost. */
class BillLawsTest {

  private static final int SEEDS = 2_000;

  // Counting second by second is slow.
  private static final int SEEDS_COUNTED_AGAIN = 300;

  @Test
  void linesRowsAndStepsSumToTheTotalToTheLastDigit() {
    forEachBill((any, bill) -> {
      BigDecimal total = bill.total();
      assertEquals(UnitPrice.MONEY_SCALE, total.scale());
      assertEquals(total, sum(bill.charges().stream().map(Charge::amount).toList()));
      assertEquals(total, sum(bill.byCategory().values()));
      assertEquals(
          total,
          sum(FocusRows.of(bill, "any").stream()
              .map(row -> row.decimal(FocusColumn.BILLED_COST).orElseThrow())
              .toList()));
      for (Duration step : List.of(Duration.ofHours(1), Duration.ofDays(1))) {
        CostSeries series = bill.series(step);
        assertEquals(
            total, sum(series.amounts().values().stream().flatMap(List::stream).toList()));
      }
    });
  }

  /** Counted again, second by second or hour by hour, in the plainest way. */
  @Test
  void everyBilledSecondWasRunOrIsNamed() {
    forEachBill(SEEDS_COUNTED_AGAIN, (any, bill) -> {
      Map<String, Long> wanted = new TreeMap<>();
      Map<String, Long> ran = new TreeMap<>();
      InstanceUsage runs = any.usage().instances();
      for (int row = 0; row < runs.size(); row++) {
        String what = runs.what(row).toString();
        long from = runs.fromNanos(row);
        long to = runs.toNanos(row);
        InstanceTimeRule rule = any.book().instanceTime(runs.what(row).system());
        wanted.merge(what, plainSeconds(rule, any.window(), from, to), Long::sum);
        ran.merge(what, inside(any.window(), from, to), Long::sum);
      }
      for (Charge charge : compute(bill)) {
        BilledTime time = charge.time().orElseThrow();
        String what = key(charge.resource());
        assertEquals(0, time.billed().compareTo(BigDecimal.valueOf(charge.count())));
        assertEquals(wanted.remove(what), charge.count());
        assertEquals(0, time.ran().compareTo(BigDecimal.valueOf(ran.getOrDefault(what, -1L), 9)));
        List.of(time.paidBefore(), time.startedUnit(), time.minimum())
            .forEach(part -> assertTrue(part.signum() >= 0));
        assertTrue(time.paidBefore().compareTo(time.ran()) <= 0);
      }
      wanted.values().forEach(unbilled -> assertEquals(0L, unbilled));
    });
  }

  /** A unit is billed when it begins inside the window while the instance runs. */
  private static long plainSeconds(InstanceTimeRule rule, Window window, long from, long to) {
    long grain = rule.per().toNanos();
    long begun = LongStream.iterate(from, unit -> unit < to, unit -> unit + grain)
        .filter(unit -> unit >= window.fromNanos() && unit < window.toNanos())
        .count();
    long lived =
        LongStream.iterate(from, unit -> unit < to, unit -> unit + grain).count();
    boolean startsInside = from >= window.fromNanos() && from < window.toNanos() && to > from;
    long missing = rule.minimum().toSeconds() - lived * rule.per().toSeconds();
    return begun * rule.per().toSeconds() + (startsInside ? Math.max(0, missing) : 0);
  }

  private static long inside(Window window, long from, long to) {
    return Math.max(0, Math.min(to, window.toNanos()) - Math.max(from, window.fromNanos()));
  }

  @Test
  void everyBilledSecondHasItsHour() {
    forEachBill((any, bill) -> {
      for (Charge charge : bill.charges()) {
        for (int hour = 0; hour < charge.course().hours(); hour++) {
          assertTrue(charge.course().at(hour) >= 0);
          assertTrue(charge.course().at(hour) == 0 || hour >= Hours.first(any.window()));
        }
        if (charge.time().isPresent()) {
          assertEquals(charge.count(), charge.course().total());
        }
      }
    });
  }

  @Test
  void everyByteIsSomebodysAndAtSomePrice() {
    forEachBill((any, bill) -> {
      for (TransferUsage transfer : any.usage().transfers()) {
        assertEquals(
            sum(any.window(), transfer.bytesOut()), bytes(bill, transfer.from(), "transfer out"));
        assertEquals(
            sum(any.window(), transfer.bytesIn()), bytes(bill, transfer.from(), "transfer in"));
      }
    });
  }

  private static long sum(Window window, double[] byHour) {
    return LongStream.of(Hours.bytes(window, byHour)).sum();
  }

  private static long bytes(Bill bill, String from, String meter) {
    return bill.charges().stream()
        .filter(charge -> charge.resource().name().equals(from))
        .filter(charge -> charge.item().meter().equals(meter))
        .mapToLong(Charge::count)
        .sum();
  }

  /** Cutting the window where no minimum is at stake moves seconds, never adds or loses one. */
  @Test
  void twoHalvesHaveTheInstanceTimeOfTheWhole() {
    forEachBill((any, bill) -> {
      Window whole = any.window();
      long middle = whole.fromNanos() + (whole.toNanos() - whole.fromNanos()) / 2;
      ToLongFunction<Window> seconds =
          window -> compute(Bill.of(any.usage(), window, any.book())).stream()
              .mapToLong(charge ->
                  charge.count() - charge.time().orElseThrow().minimum().longValueExact())
              .sum();
      long before = seconds.applyAsLong(new Window(whole.start(), whole.fromNanos(), middle));
      long after = seconds.applyAsLong(new Window(whole.start(), middle, whole.toNanos()));
      assertEquals(seconds.applyAsLong(whole), before + after);
    });
  }

  private static void forEachBill(BiConsumer<AnyUsage, Bill> law) {
    forEachBill(SEEDS, law);
  }

  private static void forEachBill(int seeds, BiConsumer<AnyUsage, Bill> law) {
    for (long seed = 1; seed <= seeds; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      try {
        law.accept(any, Bill.of(any.usage(), any.window(), any.book()));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<Charge> compute(Bill bill) {
    return bill.charges().stream().filter(charge -> charge.time().isPresent()).toList();
  }

  private static String key(Resource resource) {
    return new What(
            resource.name().substring("groups.".length()),
            resource.type(),
            resource.zone(),
            resource.purchase(),
            resource.system())
        .toString();
  }

  private static BigDecimal sum(Collection<BigDecimal> amounts) {
    return amounts.stream()
        .reduce(BigDecimal.ZERO.setScale(UnitPrice.MONEY_SCALE), BigDecimal::add);
  }
}
