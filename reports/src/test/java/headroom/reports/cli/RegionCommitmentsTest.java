package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.Accounting;
import headroom.billing.Bill;
import headroom.billing.Breakdown;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.CommitmentUse;
import headroom.billing.CostMetrics;
import headroom.billing.FocusColumn;
import headroom.billing.FocusRow;
import headroom.billing.FocusRows;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commitments over several regions: what is bound to one covers nothing elsewhere, a plan spans all. */
class RegionCommitmentsTest {

  /** Two instances for two hours in each region; on demand 0.096 and 0.12 USD an hour. */
  private static final String FILE = """
      scenario: two
      lasts: 2h
      regions:
        east: {zones: [e1, e2], prices: us-east-1/2026-07}
        west: {zones: [w1, w2], prices: {book: us-east-1/2026-07, types: {m5.large: 0.12 USD/h}}}
        far: {provider: another, zones: [f1], prices: us-east-1/2026-07}
      workloads: {users: {to: web, rate: 1/m}}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 9, time: 50ms}}
        db: {type: m5.large, zones: [w1, w2], size: {min: 2}, serves: {workers: 9, time: 5ms}}
        cold: {type: m5.large, zones: [f1], size: {min: 1}, serves: {workers: 9, time: 5ms}}
      commitments: {it: AGREED}
      """;

  private static Trial trial(Path folder, String agreed) throws IOException {
    Path file = folder.resolve("two.yaml");
    Files.writeString(file, FILE.replace("AGREED", agreed));
    return new ScenarioShelf().read(file.toString(), List.of(), false).trial();
  }

  /** The same of a type whose convertible reservation the price book has: 0.0416 and 0.06 USD/h. */
  private static Bill small(Path folder, String agreed) throws IOException {
    Path file = folder.resolve("two.yaml");
    Files.writeString(
        file,
        FILE.replace("AGREED", agreed).replace("m5.large", "t3.medium").replace("0.12", "0.06"));
    Trial trial = new ScenarioShelf().read(file.toString(), List.of(), false).trial();
    return Bill.of(Engine.run(trial.scenario(), 1), trial.priceBook());
  }

  private static Bill bill(Path folder, String agreed) throws IOException {
    Trial trial = trial(folder, agreed);
    return Bill.of(Engine.run(trial.scenario(), 1), trial.priceBook());
  }

  private static void assertUsd(String usd, Bill bill, Predicate<Charge> of) {
    BigDecimal sum = bill.charges().stream()
        .filter(of)
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, new BigDecimal(usd).compareTo(sum), sum.toPlainString());
  }

  private static Predicate<Charge> compute(String group) {
    return charge ->
        charge.category() == Category.COMPUTE && charge.resource().name().equals("groups." + group);
  }

  /** Three reserved in the west cover the two there, and what is left of them nobody uses. */
  @ParameterizedTest
  @CsvSource({"region: west", "'zone: w1, region: west'"})
  void reservedInstancesAreOfOneRegion(String where, @TempDir Path folder) throws IOException {
    Bill bill = bill(
        folder,
        "{reserved-instances: {type: m5.large, count: 3, hourly: 0.05 USD/h, " + where + "}}");
    boolean isZonal = where.startsWith("zone");
    assertUsd("0.384", bill, compute("web"));
    assertUsd(isZonal ? "0.34" : "0.2", bill, compute("db"));
    assertUsd(isZonal ? "0.2" : "0.1", bill, charge -> charge.category() == Category.COMMITMENTS);
    double west = CostMetrics.of(bill, Optional.empty()).entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals("regions.west.cost.total"))
        .mapToDouble(entry -> entry.getValue())
        .sum();
    assertEquals(isZonal ? 0.54 : 0.3, west, 1e-9);
    List<FocusRow> rows = FocusRows.of(bill, "two").stream()
        .filter(row -> row.text(FocusColumn.COMMITMENT_DISCOUNT_NAME).isPresent())
        .toList();
    assertEquals(isZonal ? 3 : 4, rows.size());
    rows.forEach(row -> assertEquals(
        "us-east-1/2026-07, overridden", row.text(FocusColumn.X_PRICE_BOOK).orElseThrow()));
  }

  /** At half the price 0.216 of the 1 USD/h are used; another provider's instance is not covered. */
  @Test
  void aComputePlanHoldsInAllRegionsOfItsProvider(@TempDir Path folder) throws IOException {
    Bill bill = bill(folder, "{savings-plan: {per-hour: 1 USD/h, discount: 50%}}");
    assertUsd("0.192", bill, compute("web"));
    assertUsd("0.24", bill, compute("db"));
    assertUsd("0.192", bill, compute("cold"));
    assertUsd("1.568", bill, charge -> charge.category() == Category.COMMITMENTS);
    assertEquals(
        0, new BigDecimal("0.864").compareTo(CommitmentUse.of(bill).get(0).list()));
    Bill of = bill(folder, "{savings-plan: {per-hour: 1 USD/h, discount: 50%, provider: another}}");
    assertUsd("0.384", of, compute("web"));
    assertUsd("0.096", of, compute("cold"));
  }

  /** Each region's own rate: the book's are the same in USD, so the west saves more and goes first. */
  @Test
  void aPlanGoesByEachRegionsRates(@TempDir Path folder) throws IOException {
    Bill both = small(folder, "{savings-plan: {per-hour: 0.05 USD/h}}");
    Bill east = small(folder, "{savings-plan: {per-hour: 0.05 USD/h, family: t3, region: east}}");
    assertTrue(both.charges().stream()
        .anyMatch(charge -> compute("db").test(charge) && charge.terms().isCommitted()));
    assertTrue(both.charges().stream()
        .noneMatch(charge -> compute("web").test(charge) && charge.terms().isCommitted()));
    assertTrue(east.charges().stream()
        .anyMatch(charge -> compute("web").test(charge) && charge.terms().isCommitted()));
    assertTrue(east.charges().stream()
        .noneMatch(charge -> compute("db").test(charge) && charge.terms().isCommitted()));
  }

  /** Five free hours of the account's eight in both regions; the other provider's are not given. */
  @Test
  void freeHoursAreTheAccounts(@TempDir Path folder) throws IOException {
    Bill bill = bill(folder, "{free-tier: {types: [m5.large], hours: 5}}");
    List<Charge> given = bill.charges().stream()
        .filter(charge -> charge.category() == Category.CREDITS)
        .toList();
    assertEquals(5 * 3_600, given.stream().mapToLong(Charge::count).sum());
    assertEquals(
        List.of("groups.db", "groups.web"),
        given.stream()
            .map(charge -> charge.resource().name())
            .distinct()
            .sorted()
            .toList());
    Bill other = bill(folder, "{free-tier: {types: [m5.large], hours: 5, provider: another}}");
    assertUsd("-0.192", other, charge -> charge.category() == Category.CREDITS);
  }

  /** The invoice tells each region's sum: its own instances and reservation, nothing twice. */
  @Test
  void theInvoiceIsSplitByRegion(@TempDir Path folder) throws IOException {
    Bill bill = bill(
        folder,
        "{reserved-instances: {type: m5.large, count: 3, hourly: 0.05 USD/h, region: west}}");
    Breakdown split = Breakdown.all(bill, Accounting.NONE).stream()
        .filter(each -> each.by().equals("region"))
        .findFirst()
        .orElseThrow();
    assertEquals(List.of("east", "far", "west"), List.copyOf(split.parts().keySet()));
    assertEquals(0, new BigDecimal("0.3").compareTo(split.parts().get("west")));
    assertEquals(
        0,
        bill.total()
            .compareTo(split.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  /** Steady use: each region's own reservation, and one plan over both, each at its own rates. */
  @Test
  void advisesForEachRegionAndForAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.yaml");
    Files.writeString(
        file, FILE.replace("commitments: {it: AGREED}\n", "").replace("m5.large", "t3.medium"));
    Shell.Finished told = Shell.WIDE.runShipped(
        "run",
        file.toString(),
        "--replications=2",
        "--commitments=advise",
        "--out=" + folder.resolve("out"));
    assertEquals(0, told.code(), told.err());
    for (String wanted : List.of(
        "commit: reserved t3.medium in east, 1y no-upfront\n",
        "commit: reserved t3.medium in west, 1y no-upfront\n",
        "2 reserved t3.medium in west",
        "EC2 Instance plan t3 in far at 0.026 USD/h",
        "Compute plan of Amazon Web Services at 0.120 USD/h",
        "Compute plan of another at 0.030 USD/h")) {
      assertTrue(told.out().contains(wanted), wanted + " in\n" + told.out());
    }
    String summary = Files.readString(folder.resolve("out").resolve("summary.json"));
    assertTrue(summary.contains("\"region\": \"west\""), summary);
  }

  /** With a book of the west's own, what lies in the east costs what it did. */
  @Test
  void anotherBookIsReadForOneRegion(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.yaml");
    Files.writeString(file, FILE.replace("commitments: {it: AGREED}\n", ""));
    String out = "--out=" + folder.resolve("out");
    Shell.Finished told = Shell.WIDE.runShipped(
        "run", file.toString(), "--replications=1", out, "--prices=west=eu-west-1/2024-04");
    assertEquals(0, told.code(), told.err());
    // Two instances at 0.107 instead of 0.12 USD for 730 hours: -18.98 USD.
    assertTrue(told.out().contains("west=eu-west-1/2024-04"), told.out());
    assertTrue(told.out().contains("-18.98 USD"), told.out());
    Shell.Finished all =
        Shell.WIDE.runShipped("run", file.toString(), out, "--prices=eu-west-1/2024-04");
    assertEquals(ExitCode.INPUT_WRONG, all.code());
    assertTrue(all.err().contains("say of which, east=eu-west-1/2024-04"), all.err());
    Shell.Finished none =
        Shell.WIDE.runShipped("run", file.toString(), out, "--prices=wst=eu-west-1/2024-04");
    assertTrue(none.err().contains("no region 'wst'; did you mean 'west'?"), none.err());
    Shell.Finished lacks =
        Shell.WIDE.runShipped("run", file.toString(), out, "--prices=west=us-east-1/2008-05");
    assertTrue(lacks.err().contains("us-east-1/2008-05 has no type 'm5.large'"), lacks.err());
    assertTrue(lacks.err().contains("or --lacking BOOK"), lacks.err());
    Shell.Finished filled = Shell.WIDE.runShipped(
        "run",
        file.toString(),
        "--replications=1",
        out,
        "--prices=west=us-east-1/2008-05",
        "--lacking=us-east-1/2026-07");
    // Instead of 0.12 USD an hour the 0.096 that today's book has.
    assertTrue(filled.out().contains("-35.04 USD"), filled.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{reserved-instances: {type: m5.large, count: 1}}"
            + "| it.reserved-instances: must say which region it is for, since there are several;"
            + " region: east or west or far",
        "{reserved-instances: {type: m5.large, count: 1, region: wst}}"
            + "| it.reserved-instances.region: no region 'wst'; did you mean 'west'?",
        "{reserved-instances: {type: m5.large, count: 1, region: east, zone: w1}}"
            + "| it.reserved-instances.region: is not that of the zone, which lies in west",
        "{savings-plan: {per-hour: 1 USD/h, region: east}}"
            + "| it.savings-plan.region: is of what is bound to one; say provider, or nothing",
        "{savings-plan: {per-hour: 1 USD/h, family: m5, provider: another}}"
            + "| it.savings-plan.provider: is of what holds in all its regions; say region",
        "{savings-plan: {per-hour: 1 USD/h, rates: {m5.large: 0.05 USD/h}}}"
            + "| it.savings-plan.rates: of one type differ by region, and the plan holds in east, west;",
        "{free-tier: {types: [m5.large], hours: 5, provider: anothr}}"
            + "| it.free-tier.provider: no region of 'anothr'; did you mean 'another'?",
      })
  void whatCannotBeIsTold(String agreed, String told, @TempDir Path folder) {
    InputException wrong = assertThrows(InputException.class, () -> trial(folder, agreed));
    assertTrue(wrong.getMessage().contains("commitments." + told.strip()), wrong.getMessage());
  }
}
