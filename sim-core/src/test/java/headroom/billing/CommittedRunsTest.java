package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fleet sheet's vectors of commitments and of systems billed by the hour, and the platform
 * sheet's row #66, as scenarios through the engine; each beside what the bill is without the rule.
 */
class CommittedRunsTest {

  private static final ReservedPrice CHEAP =
      new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.02"), 1, false);
  private static final ReservedPrice OF_2009 =
      new ReservedPrice(new BigDecimal("325"), new BigDecimal("0.03"), 1, true);

  /** A group of so many instances that all end after some seconds; 0 for none that ends. */
  private record Part(String type, int many, long ends) {}

  /** #12: 61 minutes under SUSE are two started hours; by the second they would be 3,660 s. */
  @Test
  void aSystemBilledByTheHourOpensHours() {
    Scenario plain = scenario(7_200, new Part("m5.large", 1, 3_660));
    Image suse = new Image(
        "sles",
        Image.NONE,
        Image.NONE,
        Optional.empty(),
        List.of(),
        Image.NONE,
        Optional.empty(),
        "suse");
    Scenario scenario = plain.toBuilder()
        .images(List.of(suse))
        .groups(
            List.of(plain.groups().get(0).toBuilder().image(Optional.of("sles")).build()))
        .build();
    assertEquals(7_200, seconds(bill(scenario, Books.OF_2026), Terms.Kind.ON_DEMAND));
    assertEquals(3_660, seconds(bill(plain, Books.OF_2026), Terms.Kind.ON_DEMAND));
  }

  /**
   * #18: four that run for 900 s in one clock hour need all of one reservation; spread over four hours
   * with 900 s in each, as if an hour were a quarter, they would leave 2,700 s of it. #19: two for 45
   * minutes share it evenly.
   */
  @ParameterizedTest(name = "#{0}: {1} of {2} s -> {3} s covered, {4} s on demand")
  @CsvSource({"18, 4, 900, 3600, 0", "19, 2, 2700, 3600, 1800"})
  void instancesDrawAtOnce(int number, int many, long ends, long covered, long onDemand) {
    Part[] each = new Part[many];
    Arrays.fill(each, new Part("m5.large", 1, ends));
    Run run = Engine.run(scenario(3_600, each), 1);
    Bill bill = Bill.of(run, reserved(CHEAP));
    assertEquals(covered, seconds(bill, Terms.Kind.COVERED));
    assertEquals(onDemand, seconds(bill, Terms.Kind.ON_DEMAND));
    for (int i = 0; i < many; i++) {
      String group = "groups." + name(i);
      assertEquals(
          onDemand / many,
          bill.charges().stream()
              .filter(charge -> charge.resource().name().equals(group))
              .filter(charge -> charge.category() == Category.COMPUTE)
              .filter(charge -> charge.terms().kind() == Terms.Kind.ON_DEMAND)
              .mapToLong(Charge::count)
              .sum());
    }
    Bill without = Bill.of(run, Books.OF_2026);
    assertEquals(many * ends, seconds(without, Terms.Kind.ON_DEMAND));
  }

  private static PriceBook reserved(ReservedPrice price) {
    return Books.OF_2026.with(Agreed.reserved(reservation("m5.large", price)));
  }

  private static ReservedInstances reservation(String type, ReservedPrice price) {
    return new ReservedInstances("ri", 1, type, "linux", Optional.empty(), false, "upfront", price);
  }

  /**
   * #25: a year of one m1.small at 325 USD and 0.03 an hour is 587.80 USD; on demand 876. #26: it pays
   * from 4,643 hours of a year on, not with an hour less.
   */
  @Test
  void aReservationOf2009OverAYear() {
    Instant start = Instant.parse("2009-01-01T00:00:00Z");
    Run run = Engine.run(
        scenario(
            start,
            8_760 * 3_600,
            new Part("m1.small", 1, 0),
            new Part("m1.small", 1, 4_643 * 3_600),
            new Part("m1.small", 1, 4_642 * 3_600)),
        1);
    Bill year = billOf(0, run, true);
    assertUsd("587.80", compute(year));
    assertEquals(
        new BigDecimal("0.0671"),
        CommitmentUse.of(year)
            .get(0)
            .effectiveRate()
            .orElseThrow()
            .setScale(4, RoundingMode.HALF_EVEN));
    assertUsd("876", compute(billOf(0, run, false)));
    assertTrue(pays(1, run), "4,643 h do not pay");
    assertFalse(pays(2, run), "4,642 h pay");
  }

  /** The bill of one of the groups alone. */
  private static Bill billOf(int group, Run run, boolean reserved) {
    TreeSet<String> others =
        new TreeSet<>(List.of("groups." + name(0), "groups." + name(1), "groups." + name(2)));
    others.remove("groups." + name(group));
    PriceBook book = Books.OF_2008;
    return Bill.of(
        run.usage().without(others),
        run.window(),
        reserved ? book.with(Agreed.reserved(reservation("m1.small", OF_2009))) : book);
  }

  private static boolean pays(int group, Run run) {
    BigDecimal committed = billOf(group, run, true).charges().stream()
        .filter(charge -> charge.terms().isCommitted())
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return committed.compareTo(compute(billOf(group, run, false))) < 0;
  }

  /**
   * #27, #28: the sheet's vCPUs and gigabytes as instances of types of these prices. Cheapest rate
   * first instead of the largest saving, 12 USD would cover all vCPUs before c5.9xlarge.
   */
  @ParameterizedTest(name = "#{0}: {1} USD/h -> {2} USD; {3}")
  @CsvSource({
    "27, 25, 25.00, 'c5.24xlarge:1 c5.9xlarge:1 gb:5 vcpu:10'",
    "28, 12, 29.50, 'c5.9xlarge:1 gb:5 vcpu:5'"
  })
  void aPlanCoversTheHighestSavingFirst(int number, String perHour, String usd, String wanted) {
    Run run = Engine.run(
        scenario(
            3_600,
            new Part("c5.9xlarge", 1, 0),
            new Part("c5.24xlarge", 1, 0),
            new Part("vcpu", 10, 0),
            new Part("gb", 5, 0)),
        1);
    PriceBook book = Books.priced(
        Map.of("c5.9xlarge", "4.00", "c5.24xlarge", "10.00", "vcpu", "1.50", "gb", "2.00"));
    Map<String, BigDecimal> rates = Map.of(
        "c5.9xlarge",
        new BigDecimal("2.00"),
        "c5.24xlarge",
        new BigDecimal("8.00"),
        "vcpu",
        BigDecimal.ONE,
        "gb",
        BigDecimal.ONE);
    SavingsPlan plan =
        new SavingsPlan("sp", new BigDecimal(perHour), Optional.empty(), BigDecimal.ZERO, rates);
    Bill bill = Bill.of(run, book.with(Agreed.plan(plan)));
    assertUsd(usd, compute(bill));
    List<String> covered = bill.charges().stream()
        .filter(charge -> charge.terms().kind() == Terms.Kind.COVERED)
        .map(charge -> charge.resource().type() + ":" + charge.count() / 3_600)
        .sorted()
        .toList();
    assertEquals(List.of(wanted.split(" ", -1)), covered);
    assertUsd("39", compute(Bill.of(run, book)));
  }

  /** Platform #66: one small instance for a day at 0.10, as the row of a run's export. */
  @Test
  void aDayOfASmallInstanceIsOneRow() {
    Instant start = Instant.parse("2024-01-15T00:00:00Z");
    Scenario day = scenario(start, 86_400, new Part("small", 1, 0));
    Bill bill = bill(day, Books.ofEach(List.of("small")));
    List<Map<String, String>> rows = FocusRows.of(bill, "heavy-2008").stream()
        .map(row -> FocusRules.of(row).row())
        .filter(row -> "Compute".equals(row.get("ServiceCategory")))
        .toList();
    assertEquals(1, rows.size());
    Map<String, String> wanted = FocusConformanceTest.rowOfASmallDay();
    Map<String, String> found = new LinkedHashMap<>(rows.get(0));
    found.keySet().retainAll(wanted.keySet());
    assertEquals(new TreeMap<>(wanted), new TreeMap<>(found));
    assertEquals(List.of(), new FocusRules(rows.get(0), FocusVersion.V1_2).broken());
    // With a reservation nothing is billed for the day itself.
    Bill covered = bill(
        day, Books.ofEach(List.of("small")).with(Agreed.reserved(reservation("small", CHEAP))));
    assertNotEquals(
        wanted.get("BilledCost"),
        FocusRules.of(FocusRows.of(covered, "heavy-2008").get(0)).row().get("BilledCost"));
  }

  private static String name(int group) {
    return "part-" + group;
  }

  private static Scenario scenario(long lasts, Part... parts) {
    return scenario(Scenario.DEFAULT_START, lasts, parts);
  }

  private static Scenario scenario(Instant start, long lasts, Part... parts) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      Instant ends = start.plusSeconds(part.ends());
      ScheduledAction none =
          new ScheduledAction(ends, OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(0));
      groups.add(Group.of(
              name(i),
              part.type(),
              new Size(0, part.many(), part.many()),
              new Service(1, 9, new Constant(0.01)))
          .zones(List.of("a"))
          .scaling(part.ends() > 0 ? List.of(none) : List.of())
          .build());
    }
    List<InstanceType> types = Arrays.stream(parts)
        .map(Part::type)
        .distinct()
        .map(type -> new InstanceType(type, 2, 8))
        .toList();
    Workload workload = Workload.of("users", name(0), new headroom.workload.Constant(1.0 / 7_200))
        .build();
    return Scenario.of("committed", Duration.ofSeconds(lasts))
        .start(start)
        .zones(List.of("a"))
        .types(types)
        .workloads(List.of(workload))
        .groups(groups)
        .build();
  }

  private static Bill bill(Scenario scenario, PriceBook book) {
    return Bill.of(Engine.run(scenario, 1), book);
  }

  private static BigDecimal compute(Bill bill) {
    return bill.byCategory().getOrDefault(Category.COMPUTE, BigDecimal.ZERO);
  }

  private static long seconds(Bill bill, Terms.Kind kind) {
    return bill.charges().stream()
        .filter(charge -> charge.category() == Category.COMPUTE)
        .filter(charge -> charge.terms().kind() == kind)
        .mapToLong(Charge::count)
        .sum();
  }

  private static void assertUsd(String usd, BigDecimal was) {
    assertEquals(
        0,
        new BigDecimal(usd).compareTo(was.setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros()),
        () -> "was " + was);
  }
}
