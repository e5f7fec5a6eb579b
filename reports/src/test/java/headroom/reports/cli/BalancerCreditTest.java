package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.BalancerPrice;
import headroom.billing.Bill;
import headroom.billing.Category;
import headroom.billing.Charge;
import headroom.billing.PriceBook;
import headroom.results.Run;
import headroom.scenarios.experiment.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider owes for a balancer that was away, in money. */
class BalancerCreditTest {

  /** An hour without nodes is 60 of the month's 44,640 minutes: 99.87 %, so 10 % is credited. */
  private static final String FILE = """
      scenario: gone
      lasts: 4h
      start: 2026-07-01T00:00:00Z
      regions: {east: {zones: [e1, e2], prices: us-east-1/2026-07}}
      workloads: {users: {to: lb, rate: 1/s}, others: {to: steady, rate: 1/s}}
      load-balancers: {lb: {targets: web}, steady: {targets: db}}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 9, time: 50ms}}
        db: {type: m5.large, size: {min: 2}, serves: {workers: 9, time: 5ms}}
      failures: [{region: {region: east, balancer-nodes: true, at: 1h, lasts: 1h}}]
      experiment: {replications: 2}
      """;

  private static Trial trial(Path file) throws IOException {
    Files.writeString(file, FILE);
    return new ScenarioShelf().read(file.toString(), List.of(), false).trial();
  }

  private static double usd(Trial trial, Run run, PriceBook book, String name) {
    return trial.accounting().metrics(run, book).entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals(name))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static double charged(Run run, PriceBook book) {
    return Bill.of(run, book).charges().stream()
        .filter(charge -> charge.category() == Category.LOAD_BALANCING)
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** A tenth of what the balancers cost; of 0.18 USD and more that is below a dollar and not paid. */
  @Test
  void aTenthOfTheChargeIsDueAndPaidAboveADollar(@TempDir Path folder) throws IOException {
    Trial trial = trial(folder.resolve("gone.yaml"));
    Run run = Engine.run(trial.scenario(), 1);
    PriceBook usual = trial.priceBook();
    assertTrue(charged(run, usual) > 0.18);
    assertEquals(charged(run, usual) / 10, usd(trial, run, usual, "sla-credit.balancers"), 1e-12);
    assertEquals(0, usd(trial, run, usual, "sla-credit.total"), 0);
    PriceBook dear = withBalancersAt(usual, new BigDecimal("20"));
    double due = usd(trial, run, dear, "sla-credit.balancers");
    assertEquals(charged(run, dear) / 10, due, 1e-12);
    assertTrue(due > 16, "of 160 USD, was " + due);
    assertEquals(due, usd(trial, run, dear, "sla-credit.total"), 0);
  }

  /** Who asks why the bill is what it is sees it beside the bill. */
  @Test
  void itIsToldBesideTheBill(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gone.yaml");
    trial(file);
    Shell.Finished told =
        Shell.WIDE.runShipped("explain-cost", file.toString(), "--out=" + folder.resolve("out"));
    assertTrue(told.out().contains("due for load balancers, by their own"), told.out());
  }

  private static PriceBook withBalancersAt(PriceBook book, BigDecimal hourly) {
    Map<String, BalancerPrice> balancers = new LinkedHashMap<>();
    book.balancers()
        .forEach((type, price) -> balancers.put(
            type,
            new BalancerPrice(type, hourly, price.data(), price.capacityUnit(), price.source())));
    return new PriceBook(
        book.id(),
        book.provider(),
        book.region(),
        book.regionName(),
        book.date(),
        book.currency(),
        book.source(),
        book.instanceTime(),
        book.types(),
        balancers,
        book.transfer(),
        book.tariffs(),
        book.reserved(),
        book.plans(),
        book.commitments());
  }
}
