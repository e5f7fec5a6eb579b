package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zone in which a scenario tells its times: everywhere in its report, and in no figure. */
class TimeZoneTest {

  private static final String SCENARIO = """
      scenario: small
      start: 2026-07-03T22:00:00Z
      lasts: 8d
      traffic-model: flow
      workloads:
        users: {to: web, rate: {daily: {low: 1/s, high: 9/s, peak-at: 16h}}}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: {exponential: {mean: 300ms}}}}
      experiment: {replications: 1}
      """;

  private final Path home;

  TimeZoneTest(@TempDir Path home) {
    this.home = home;
  }

  private Path run(String zone) throws IOException {
    Path file = home.resolve("small.yaml");
    Files.writeString(file, SCENARIO + "time-zone: " + zone + "\n");
    Path out = home.resolve(zone.replace('/', '-'));
    assertEquals(0, LiveDesk.run(file, out));
    return out;
  }

  @Test
  void theReportTellsItsTimesAndTheFiguresStay() throws IOException {
    Path world = run("UTC");
    Path berlin = run("Europe/Berlin");
    for (String file : List.of("metrics.csv", "timeline.csv", "events.csv", "bill.csv")) {
      assertArrayEquals(
          Files.readAllBytes(world.resolve(file)), Files.readAllBytes(berlin.resolve(file)), file);
    }
    String utc = Files.readString(world.resolve("report.html"));
    assertTrue(utc.contains("8 days from 3 Jul 2026"));
    assertTrue(utc.contains("hour of the day (UTC)"));
    assertTrue(utc.contains("Busiest is 16:00"), "peak at 16:00, by UTC");
    assertFalse(utc.contains("hours of UTC"));
    assertTrue(Files.readString(berlin.resolve("report.html"))
        .contains("when the run starts, clocks in Europe/Berlin show 2h more"));
    String here = Files.readString(berlin.resolve("report.html"));
    assertTrue(here.contains("8 days from 4 Jul 2026"), "midnight in Berlin");
    assertTrue(here.contains("hour of the day (Europe/Berlin)"));
    assertTrue(here.contains("times are in Europe/Berlin"));
    assertTrue(here.contains("days in Europe/Berlin"));
    assertTrue(here.contains(">Europe/Berlin</text>"), "on the axes");
    assertTrue(here.contains("Busiest is 18:00"), "two hours ahead");
    assertFalse(here.contains(">UTC</text>"));
  }
}
