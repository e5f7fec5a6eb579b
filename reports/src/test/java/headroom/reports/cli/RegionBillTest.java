package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.Bill;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.CostMetrics;
import headroom.billing.FocusColumn;
import headroom.billing.FocusRow;
import headroom.billing.FocusRows;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario of several regions on one bill: each line by its own region's list. */
class RegionBillTest {

  private static final String FILE = """
      scenario: two
      lasts: 2h
      regions:
        east: {zones: [e1, e2], prices: us-east-1/2026-07}
        west: {zones: [w1, w2], prices: BOOK}
      workloads: {users: {to: web, rate: 2/s, response-bytes: 20 MB}, others: {to: db, rate: 2/s, response-bytes: 20 MB}}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 9, time: 50ms, calls: [{to: db, response-bytes: 1 MB}]}}
        db: {type: m7i.large, zones: [w1, w2], size: {min: 2}, serves: {workers: 9, time: 5ms}}
      """;

  private static Trial trial(Path folder, String book) throws IOException {
    Path file = folder.resolve("two.yaml");
    Files.writeString(file, FILE.replace("BOOK", book));
    return new ScenarioShelf().read(file.toString(), List.of(), false).trial();
  }

  private static BigDecimal sum(List<Charge> charges, String owner, Category category) {
    return charges.stream()
        .filter(charge -> charge.resource().name().equals(owner))
        .filter(charge -> charge.category() == category)
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Singapore's instances cost what they do there, and its data to others 0.09 USD/GiB. */
  @Test
  void eachLineGoesByItsRegion(@TempDir Path folder) throws IOException {
    Trial trial = trial(folder, "ap-southeast-1/2024-04");
    Run run = Engine.run(trial.scenario(), 1);
    Bill bill = Bill.of(run, trial.priceBook());
    BigDecimal there =
        trial.priceBook().of("groups.db").types().get("m7i.large").hourly().get("linux");
    assertEquals(
        0,
        there
            .multiply(BigDecimal.valueOf(4))
            .compareTo(sum(bill.charges(), "groups.db", Category.COMPUTE)));
    SortedMap<Metric, Double> metrics = CostMetrics.of(bill, Optional.empty());
    double regions = metrics.entrySet().stream()
        .filter(entry -> entry.getKey().flat().matches("regions\\..*\\.cost\\.total"))
        .mapToDouble(entry -> entry.getValue())
        .sum();
    assertEquals(bill.total().doubleValue(), regions, 1e-9);
    for (FocusRow row : FocusRows.of(bill, "two")) {
      boolean isWest = row.text(FocusColumn.RESOURCE_ID).orElseThrow().equals("groups.db");
      assertEquals(
          isWest ? "ap-southeast-1" : "us-east-1",
          row.text(FocusColumn.REGION_ID).orElseThrow());
    }
    String item = bill.charges().stream()
        .filter(charge -> charge.item().meter().equals("region"))
        .filter(charge -> charge.resource().name().equals("groups.db"))
        .map(charge -> charge.item().unitPrice().price().toPlainString())
        .findFirst()
        .orElseThrow();
    assertEquals("0.09", item);
  }

  /** The first 100 GB a month are the account's: the second region has what the first left. */
  @Test
  void freeBytesAreTheAccounts(@TempDir Path folder) throws IOException {
    Trial trial = trial(folder, "us-west-2/2024-04");
    Bill bill = Bill.of(Engine.run(trial.scenario(), 1), trial.priceBook());
    BigDecimal free = bill.charges().stream()
        .filter(charge -> charge.item().meter().equals("transfer out"))
        .filter(charge -> charge.item().unitPrice().price().signum() == 0)
        .map(Charge::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, BigDecimal.valueOf(100).compareTo(free), free.toPlainString());
  }

  /** What a region's list lacks is told by name, and may be filled from another list. */
  @Test
  void whatAListLacksIsToldOrFilled(@TempDir Path folder) throws IOException {
    InputException wrong =
        Assertions.assertThrows(InputException.class, () -> trial(folder, "us-west-2/2008-05"));
    assertTrue(wrong.getMessage().contains("no price book 'us-west-2/2008-05'"));
    InputException lacks =
        Assertions.assertThrows(InputException.class, () -> trial(folder, "us-east-1/2008-05"));
    assertTrue(
        lacks.getMessage().contains("us-east-1/2008-05 has no type 'm7i.large'"),
        lacks.getMessage());
    Trial filled = trial(folder, "{book: us-east-1/2008-05, lacking: us-east-1/2026-07}");
    assertEquals(
        "us-east-1/2008-05, filled from us-east-1/2026-07, overridden",
        filled.priceBook().of("groups.db").id());
    assertTrue(
        Bill.of(Engine.run(filled.scenario(), 1), filled.priceBook()).total().signum() > 0);
  }
}
