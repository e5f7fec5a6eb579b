package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same runs under several price books. */
class ComparedBooksTest {

  private static final String OLD = "us-east-1/2008-05";
  private static final String LATER = "us-east-1/2012-04";

  /** Two m1.small for six hours and their data: dearer by the hour in 2008 than in 2012. */
  @Test
  void oneRunIsReadWithSeveralBooks(@TempDir Path home) throws IOException {
    Path out = home.resolve("out");
    Shell.Finished told =
        Shell.WIDE.run("run", "small-shop", "--out=" + out, "--prices=" + OLD + "," + LATER);
    assertEquals(ExitCode.DONE, told.code(), told.err());
    assertTrue(told.out().contains("more than with its own"), told.out());
    assertTrue(told.out().contains("Nothing was simulated again"), told.out());
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"" + OLD + "\": {"), summary);
    assertTrue(summary.contains("\"difference.cost.total\""), summary);
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("The same runs under other price books"), "not on the page");
    for (String by : List.of("service", "resource", "purchase option", "zone", "day")) {
      assertTrue(page.contains("The bill by " + by), by);
    }
    assertTrue(page.contains("Invoice, line by line"), "no invoice");
    assertTrue(page.contains("P95 is what to budget"), "no budget");
    double old = mean(summary, OLD);
    double later = mean(summary, LATER);
    assertEquals(0.10 / 0.08, old / later, 1e-9);
  }

  /** Mean of cost.compute in the part of a book. */
  private static double mean(String summary, String book) {
    String part = summary.substring(summary.indexOf("\"" + book + "\": {"));
    String compute = part.substring(part.indexOf("\"cost.compute\""));
    return Double.parseDouble(compute.replaceAll("(?s).*?\"mean\": ([-0-9.e]+).*", "$1"));
  }

  @Test
  void aTypeThatABookLacksIsRefusedOrPricedAsAnother(@TempDir Path home) {
    String out = "--out=" + home.resolve("out");
    Shell.Finished told = Shell.WIDE.run("run", "small-shop", out, "--prices=us-east-1/2026-07");
    assertEquals(ExitCode.INPUT_WRONG, told.code());
    assertTrue(told.err().contains("has no type 'm1.small'"), told.err());
    Shell.Finished as = Shell.WIDE.run(
        "run", "small-shop", out, "--prices=us-east-1/2026-07", "--priced-as=m1.small=t3.small");
    assertEquals(ExitCode.DONE, as.code(), as.err());
    assertTrue(as.out().contains("us-east-1/2026-07 (m1.small as t3.small)"), as.out());
  }

  /** A managed group's machines are on no bill, whatever the book; its meters are on every one. */
  @Test
  void whatIsManagedIsUnderEveryBook(@TempDir Path home) throws IOException {
    Path file = home.resolve("store.yaml");
    Files.writeString(file, """
        scenario: store
        lasts: 2h
        workloads: {users: {to: store, rate: 1/s}}
        groups:
          store: {type: m5.xlarge, managed: true, size: {min: 1}, serves: {workers: 99, time: 9ms}}
        meters: {reads: {of: groups.store, counts: requests, price: 500 USD/million}}
        experiment: {replications: 2}
        """);
    Path out = home.resolve("out");
    Shell.Finished told =
        Shell.WIDE.runShipped("run", file.toString(), "--out=" + out, "--prices=eu-west-1/2024-04");
    // That book has no m5.xlarge, and need not.
    assertEquals(ExitCode.DONE, told.code(), told.err());
    String summary = Files.readString(out.resolve("summary.json"));
    assertEquals(0, mean(summary, "eu-west-1/2024-04"));
    String part = summary.substring(summary.indexOf("\"eu-west-1/2024-04\": {"));
    String total = part.substring(part.indexOf("\"cost.total\""));
    // Two hours of one request a second at 500 USD a million.
    assertEquals(
        3.6, Double.parseDouble(total.replaceAll("(?s).*?\"mean\": ([-0-9.e]+).*", "$1")), 0.3);
  }

  @Test
  void aBookThatIsNotThereIsRefusedWithThoseNearIt(@TempDir Path home) {
    Shell.Finished told = Shell.WIDE.run(
        "run", "small-shop", "--out=" + home.resolve("out"), "--prices=us-east-1/2008-06");
    assertEquals(ExitCode.INPUT_WRONG, told.code());
    assertTrue(told.err().contains("did you mean 'us-east-1/2008-05'?"), told.err());
  }
}
