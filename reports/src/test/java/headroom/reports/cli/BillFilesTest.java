package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a bill is written, as it is asked for. */
class BillFilesTest {

  @Test
  void parquetIsWrittenWhereItIsAskedForAndReplacedLikeTheRest(@TempDir Path home)
      throws IOException {
    Path out = home.resolve("out");
    assertEquals(
        0, Shell.WIDE.run("run", "small-shop", "--out=" + out, "--parquet").code());
    for (String name : List.of("bill.parquet", "timeline.parquet")) {
      byte[] file = Files.readAllBytes(out.resolve(name));
      assertEquals("PAR1", new String(Arrays.copyOf(file, 4), StandardCharsets.US_ASCII));
      assertEquals(
          "PAR1",
          new String(
              Arrays.copyOfRange(file, file.length - 4, file.length), StandardCharsets.US_ASCII));
    }
    assertEquals(0, Shell.WIDE.run("run", "small-shop", "--out=" + out).code());
    assertFalse(Files.exists(out.resolve("bill.parquet")));
  }

  /** 1.4 says who hosts and serves instead of who provides and publishes, and the same money. */
  @Test
  void aBillIsWrittenInTheVersionAskedFor(@TempDir Path home) throws IOException {
    Path old = home.resolve("old");
    Path young = home.resolve("young");
    assertEquals(0, Shell.WIDE.run("run", "small-shop", "--out=" + old).code());
    assertEquals(
        0, Shell.WIDE.run("run", "small-shop", "--out=" + young, "--focus=1.4").code());
    List<String> before = Files.readAllLines(old.resolve("bill.csv"));
    List<String> after = Files.readAllLines(young.resolve("bill.csv"));
    assertTrue(before.get(0).contains(",ProviderName,PublisherName,"), before.get(0));
    assertFalse(after.get(0).contains(",ProviderName,PublisherName,"), after.get(0));
    assertTrue(after.get(0).contains(",HostProviderName,InvoiceIssuerName,"), after.get(0));
    assertTrue(after.get(0).contains(",ServiceProviderName,"), after.get(0));
    assertEquals(0, sum(before).compareTo(sum(after)));
    Shell.Finished wrong = Shell.WIDE.run("run", "small-shop", "--out=" + young, "--focus=1.3");
    assertEquals(ExitCode.INPUT_WRONG, wrong.code());
    assertTrue(wrong.err().contains("--focus must be 1.2 or 1.4, was '1.3'"), wrong.err());
  }

  @Test
  void aBillByMonthHasTheSameSumInFewerRows(@TempDir Path home) throws IOException {
    Path days = home.resolve("days");
    Path months = home.resolve("months");
    String lasts = "--set=start=2026-06-30T20:00:00Z";
    assertEquals(0, run("elb-or-micro-2012", lasts, days));
    assertEquals(0, run("elb-or-micro-2012", lasts, months, "--bill-by=month"));
    List<String> byDay = Files.readAllLines(days.resolve("bill.csv"));
    List<String> byMonth = Files.readAllLines(months.resolve("bill.csv"));
    // Three days in two months.
    assertTrue(byMonth.size() < byDay.size(), byMonth.size() + " of " + byDay.size());
    assertEquals(0, sum(byDay).compareTo(sum(byMonth)));
  }

  private static int run(String scenario, String set, Path out, String... more) {
    java.util.ArrayList<String> arguments = new java.util.ArrayList<>(
        List.of("run", scenario, set, "--set=lasts=2d", "--replications=1", "--out=" + out));
    arguments.addAll(List.of(more));
    Shell shell = Shell.WIDE;
    return new CommandTree(new Program(
            new Terminal(
                Terminal.printing(new java.io.ByteArrayOutputStream()),
                Terminal.printing(new java.io.ByteArrayOutputStream()),
                false,
                100),
            new ScenarioShelf(),
            shell.engine(),
            shell.engine()))
        .execute(arguments.toArray(String[]::new));
  }

  /** The column after the zone is BilledCost, and neither has a comma. */
  private static BigDecimal sum(List<String> lines) {
    assertTrue(lines.get(0).startsWith("AvailabilityZone,BilledCost,"), lines.get(0));
    return lines.stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", 3)[1]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
