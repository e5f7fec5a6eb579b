package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.vectors.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sheet's numbered vectors of commitments, from {@code commitments.csv}. */
class CommitmentVectorsTest {

  private static final ReservedPrice OF_2009 =
      new ReservedPrice(new BigDecimal("325"), new BigDecimal("0.03"), 1, true);

  static List<List<String>> reserved() {
    return rows("reserved");
  }

  private static List<List<String>> rows(String rule) {
    return Vectors.rows("commitments.csv").stream()
        .filter(row -> row.get(1).equals(rule))
        .toList();
  }

  @ParameterizedTest(name = "#{0}")
  @MethodSource
  void reserved(List<String> row) {
    PriceBook book = Books.ofEach(
            List.of("m4.large", "m4.xlarge", "t2.small", "t2.medium", "t2.large"))
        .with(Agreed.reserved(reservation(row.get(2))));
    Bill bill = Bill.of(runs(row.get(3)), Uses.window(Long.parseLong(row.get(4)) * 3_600), book);
    assertEquals(Long.parseLong(row.get(5)), seconds(bill, Terms.Kind.COVERED));
    assertEquals(Long.parseLong(row.get(6)), seconds(bill, Terms.Kind.ON_DEMAND));
    assertEquals(0, new BigDecimal(row.get(7)).compareTo(Agreed.hours(bill, Terms.Kind.UNUSED)));
  }

  private static long seconds(Bill bill, Terms.Kind kind) {
    return bill.charges().stream()
        .filter(charge -> charge.terms().kind() == kind)
        .mapToLong(Charge::count)
        .sum();
  }

  private static ReservedInstances reservation(String text) {
    String[] countAndType = text.split("\\*", -1);
    String[] typeAndZone = countAndType[1].split("@", -1);
    return new ReservedInstances(
        "ri",
        Integer.parseInt(countAndType[0]),
        typeAndZone[0],
        "linux",
        typeAndZone.length > 1 ? Optional.of(typeAndZone[1]) : Optional.empty(),
        false,
        "no-upfront",
        new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.05"), 1, false));
  }

  private static Usage runs(String text) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    for (String each : text.split(" ", -1)) {
      String[] part = each.split("[*:-]", -1);
      String[] typeAndZone = part[1].split("@", -1);
      String zone = typeAndZone.length > 1 ? typeAndZone[1] : "a";
      int kind = runs.kind(new What("web", typeAndZone[0], zone, "on-demand", "linux"));
      for (int i = 0; i < Integer.parseInt(part[0]); i++) {
        runs.add(kind, minutes(part[2]), minutes(part[3]));
      }
    }
    return new Usage(runs.build(), List.of(), List.of());
  }

  private static long minutes(String text) {
    return Long.parseLong(text) * 60 * Uses.SECOND;
  }

  /** Two instances draw at once: nine hundred seconds of each are left for on demand. */
  @Test
  void simultaneousDrawSharesEvenly() {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    for (String group : List.of("one", "two")) {
      int kind = runs.kind(new What(group, "m4.xlarge", "a", "on-demand", "linux"));
      runs.add(kind, 0, 45 * 60 * Uses.SECOND);
    }
    PriceBook book =
        Books.ofEach(List.of("m4.xlarge")).with(Agreed.reserved(reservation("1*m4.xlarge")));
    Bill bill = Bill.of(new Usage(runs.build(), List.of(), List.of()), Uses.window(3_600), book);
    assertEquals(
        List.of(900L, 1_800L, 900L, 1_800L),
        bill.charges().stream().map(Charge::count).toList());
  }

  @Test
  void aReservationOf2009() {
    assertEquals(0, OF_2009.whole().compareTo(new BigDecimal("587.80")));
    assertEquals(
        new BigDecimal("0.0671"), OF_2009.effectiveHourly().setScale(4, RoundingMode.HALF_EVEN));
    assertEquals(new BigDecimal("4643"), OF_2009.breakEvenHours(new BigDecimal("0.10")));
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    runs.add(runs.kind(Uses.M1_SMALL), 0, 8_760 * 3_600 * Uses.SECOND);
    ReservedInstances ri = new ReservedInstances(
        "ri", 1, "m1.small", "linux", Optional.empty(), false, "upfront", OF_2009);
    Bill year = Bill.of(
        new Usage(runs.build(), List.of(), List.of()),
        Uses.window(8_760 * 3_600),
        Books.OF_2008.with(Agreed.reserved(ri)));
    assertEquals(0, year.total().compareTo(new BigDecimal("587.80")));
  }

  /** The usage of #27 and #28: what it is, how much, on demand, at the plan's rate. */
  private static final List<List<String>> USES = List.of(
      List.of("c5.9xlarge", "1", "4.00", "2.00"),
      List.of("c5.24xlarge", "1", "10.00", "8.00"),
      List.of("vcpu", "10", "1.50", "1.00"),
      List.of("gb", "5", "2.00", "1.00"));

  private record Plan(BigDecimal total, Map<String, Long> covered) {}

  /** One clock hour; a unit of use is held for its 3,600 seconds. */
  private static Plan plan(String perHour) {
    Map<String, Long> left = new LinkedHashMap<>();
    USES.forEach(use -> left.put(use.get(0), 3_600 * Long.parseLong(use.get(1))));
    List<SavingsDraw.Offer<String>> offers = USES.stream()
        .map(use -> new SavingsDraw.Offer<>(
            use.get(0), new BigDecimal(use.get(2)), new BigDecimal(use.get(3))))
        .toList();
    Map<String, Long> covered = new LinkedHashMap<>();
    new SavingsDraw<>(new BigDecimal(perHour), offers).cover(3_600, new SavingsDraw.Use<String>() {
      @Override
      public long left(String of) {
        return left.getOrDefault(of, 0L);
      }

      @Override
      public void cover(String of, long count) {
        left.merge(of, -count, Long::sum);
        covered.merge(of, count / 3_600, Long::sum);
      }
    });
    BigDecimal rest = USES.stream()
        .map(use -> new BigDecimal(use.get(2))
            .multiply(BigDecimal.valueOf(left.getOrDefault(use.get(0), 0L) / 3_600)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Plan(rest.add(new BigDecimal(perHour)), covered);
  }

  @Test
  void aPlanCoversTheHighestSavingFirst() {
    for (List<String> row : rows("plan")) {
      List<String> wanted = Arrays.asList(row.get(3).split(" ", -1));
      Plan plan = plan(row.get(2));
      assertEquals(0, plan.total().compareTo(new BigDecimal(wanted.get(0))), plan::toString);
      if (wanted.size() > 1) {
        List<String> found = plan.covered().entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .toList();
        assertEquals(wanted.subList(1, wanted.size()), found);
      } else {
        assertEquals(
            Map.of("gb", 5L, "c5.9xlarge", 1L, "vcpu", 10L, "c5.24xlarge", 1L), plan.covered());
      }
    }
  }

  @Test
  void whatAPlanDoesNotUseIsPaidAllTheSame() {
    SavingsPlan plan = new SavingsPlan(
        "sp",
        BigDecimal.TEN,
        Optional.empty(),
        BigDecimal.ZERO,
        Map.of("m5.large", new BigDecimal("0.08")));
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(Uses.M5_LARGE);
    for (int i = 0; i < 100; i++) {
      runs.add(kind, 0, 3_600 * Uses.SECOND);
    }
    Bill bill = Bill.of(
        new Usage(runs.build(), List.of(), List.of()),
        Uses.window(3_600),
        Books.OF_2026.with(Agreed.plan(plan)));
    assertEquals(0, bill.total().compareTo(new BigDecimal("10.00")));
    assertEquals(
        List.of("8", "2"),
        bill.charges().stream()
            .map(charge -> charge.amount().stripTrailingZeros().toPlainString())
            .toList());
    CommitmentUse use = CommitmentUse.of(bill).get(0);
    assertEquals(0, use.utilisation().orElseThrow().compareTo(new BigDecimal("0.8")));
    assertEquals(0, use.effectiveRate().orElseThrow().compareTo(new BigDecimal("0.1")));
    assertEquals(0, use.saving().compareTo(new BigDecimal("-0.4")));
    assertEquals(8 / 9.6, use.breakEven().orElseThrow().doubleValue(), 1e-12);
    assertEquals(1, CommitmentUse.coverage(bill).orElseThrow().doubleValue());
  }
}
