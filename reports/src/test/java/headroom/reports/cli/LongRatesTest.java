package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.Shell.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report shows of a run of months by rates, whose steps are longer than hours. */
class LongRatesTest {
  private static final String SCENARIO = """
      scenario: months
      start: 2026-01-01T05:00:00Z
      zones: [a, b]
      lasts: 300d
      traffic-model: flow
      workloads:
        users: {to: web, rate: 2/s}
      groups:
        web: {type: m5.large, size: {min: 2, max: 6}, serves: {workers: 2, time: {exponential: {mean: 100ms}}}, scaling: [{scheduled: {cron: "0 0 * * 6", desired: 6}}, {scheduled: {cron: "0 0 * * 0", desired: 2}}]}
      """;

  private final Path out;

  LongRatesTest(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve("months.yaml"), SCENARIO);
    out = home.resolve("out");
    Finished done = Shell.WIDE.runInto(
        out, "run", home.resolve("months.yaml").toString(), "--replications", "1");
    assertEquals(0, done.code(), done.err());
  }

  private String column(String name) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("timeline.csv"));
    int at = List.of(lines.get(0).split(",")).indexOf(name);
    return lines.get(lines.size() / 2).split(",", -1)[at];
  }

  @Test
  void latenciesAreShownOverTimeAndEachColumnOnce() throws IOException {
    List<String> names =
        List.of(Files.readAllLines(out.resolve("timeline.csv")).get(0).split(","));
    assertEquals(names.size(), new TreeSet<>(names).size(), names.toString());
    assertEquals(0.46, Double.parseDouble(column("latency.p99")), 0.02);
    assertTrue(Files.readString(out.resolve("report.html")).contains("id=\"latency-over-time\""));
  }

  /** On Saturdays six instances do what two do on other days. */
  @Test
  void hoursAreToldApartThoughStepsAreLonger() throws IOException {
    String page = Files.readString(out.resolve("report.html")).replace('\u00A0', ' ');
    assertTrue(page.contains("<figure id=\"hours-of-1\""));
    assertTrue(page.contains("The replication shown, looked at every 10 hours, 720 times in all."));
    assertTrue(page.contains("How busy web is, by hour and day"));
  }

  @Test
  void whatIsCountedAtTimesIsNotSaidToHoldThroughout() throws IOException {
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("an instance in service whenever they were counted."));
    assertTrue(!page.contains("throughout"), "nothing holds throughout");
  }

  /** Two instances for 0.096 USD/h, six of them on Saturdays: 4.61 and 13.82 USD a day. */
  @Test
  void daysOfTheWeekAreToldApartThoughStepsAreDays() throws IOException {
    String page = Files.readString(out.resolve("report.html")).replace('\u00A0', ' ');
    assertTrue(page.contains("id=\"cost-by-day-of-week\""));
    assertTrue(page.contains("a Saturday costs the most (13.82 USD)"), page);
  }
}
