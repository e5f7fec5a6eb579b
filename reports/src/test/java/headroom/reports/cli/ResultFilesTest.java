package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the files of a results folder. */
@TestInstance(Lifecycle.PER_CLASS)
class ResultFilesTest {

  private final Path home;

  ResultFilesTest(@TempDir Path home) {
    this.home = home;
  }

  @BeforeAll
  void runThrice() {
    run("one", "--threads=1");
    run("four", "--threads=4");
    run("other", "--threads=4", "--seed=8");
  }

  @Test
  void theSameScenarioAndSeedGiveTheSameBytesOnAnyThreads() throws IOException {
    for (Path file : files("one")) {
      Path other = home.resolve("four").resolve(file.getFileName());
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
    }
    assertEquals(8, files("one").size());
  }

  @Test
  void anotherSeedGivesOtherFigures() throws IOException {
    assertNotEquals(text("one", "metrics.csv"), text("other", "metrics.csv"));
    assertNotEquals(text("one", "events.csv"), text("other", "events.csv"));
  }

  @Test
  void nothingTellsWhenOrWhereItWasMade() throws IOException {
    for (Path file : files("one")) {
      assertFalse(Files.readString(file).contains(home.toString()), file.toString());
    }
  }

  @Test
  void theReportTellsTheTrafficModel() throws IOException {
    run("rates", "--set=traffic-model=flow");
    assertTrue(text("rates", "report.html").contains("Traffic was simulated as rates"));
    assertTrue(text("rates", "report.html").contains("<code>flow</code>"));
    assertFalse(text("one", "report.html").contains("simulated as rates"));
    assertTrue(text("one", "report.html").contains("<code>requests</code>"));
  }

  @Test
  void everyMetricHasMeanIntervalUnitAndNumber() throws IOException {
    String summary = text("one", "summary.json");
    Matcher metric = Pattern.compile(
            "\"([a-z0-9.-]+)\": \\{\\s+\"mean\": [-0-9.e+]+,\\s+\"low\": [-0-9.e+]+,"
                + "\\s+\"high\": [-0-9.e+]+,\\s+\"unit\": \"(USD|s|h|1|1/s)\","
                + "\\s+\"n\": ([23])\\s+\\}")
        .matcher(summary);
    List<String> names = new ArrayList<>();
    while (metric.find()) {
      names.add(metric.group(1));
      // One of the three launches nothing, so has no times of launches, and where nothing went
      // wrong
      // there are no times of incidents.
      boolean isOfAll = !metric.group(1).startsWith("groups.web.launch.")
          && !metric.group(1).matches("incidents[.](between|recovery)");
      assertEquals(isOfAll ? "3" : "2", metric.group(3), metric.group(1));
    }
    assertTrue(
        names.containsAll(List.of(
            "availability.request",
            "cost.total",
            "cost.monthly",
            "cost.per-million-requests",
            "latency.p99",
            "requests.offered",
            "groups.web.instances.mean",
            "groups.web.instance-hours")),
        names.toString());
    assertEquals(
        names.size(), Pattern.compile("\"mean\"").matcher(summary).results().count());
  }

  @Test
  void aSingleReplicationHasNoLimits() throws IOException {
    run("single", "--replications=1");
    String summary = text("single", "summary.json");
    assertTrue(
        Pattern.compile("\"cost.total\": \\{\\s+\"mean\": [0-9.]+,\\s+\"low\": null,")
            .matcher(summary)
            .find(),
        summary);
  }

  @Test
  void everyReplicationHasTheFiguresThatTheSummaryAverages() throws IOException {
    List<String> lines = lines("one", "metrics.csv");
    assertEquals("variant,replication,metric,value", lines.get(0));
    double sum = 0;
    for (int number = 1; number <= 3; number++) {
      String start = "base," + number + ",cost.total,";
      sum += Double.parseDouble(only(lines, start).substring(start.length()));
    }
    Matcher mean = Pattern.compile("\"cost.total\": \\{\\s+\"mean\": ([0-9.]+)")
        .matcher(text("one", "summary.json"));
    assertTrue(mean.find());
    assertEquals(Double.parseDouble(mean.group(1)), sum / 3, 1e-12);
  }

  @Test
  void theBillSumsToTheTotalOfTheShownReplication() throws IOException {
    List<String> lines = lines("one", "bill.csv");
    int column = Arrays.asList(lines.get(0).split(",")).indexOf("BilledCost");
    BigDecimal sum = lines.stream()
        .skip(1)
        .map(line -> new BigDecimal(cells(line).get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    String total = only(lines("one", "metrics.csv"), "base,1,cost.total,");
    assertEquals(
        Double.parseDouble(total.substring(total.lastIndexOf(',') + 1)), sum.doubleValue());
  }

  @Test
  void theTimelineCoversTheRunInEqualSteps() throws IOException {
    List<String> lines = lines("one", "timeline.csv");
    assertTrue(lines.get(0).startsWith("time,seconds,requests.offered,"), lines.get(0));
    assertTrue(lines.get(1).startsWith("2026-07-01T00:00:00Z,0,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("2026-07-01T00:01:00Z,60,"), lines.get(2));
    assertEquals(1 + 6 * 60, lines.size());
    long width = lines.get(0).chars().filter(c -> c == ',').count();
    lines.forEach(line -> assertEquals(width, line.chars().filter(c -> c == ',').count(), line));
  }

  @Test
  void theEventsSayWhatWhenAndWhy() throws IOException {
    List<String> lines = lines("one", "events.csv");
    assertEquals("time,seconds,kind,subject,what,why", lines.get(0));
    assertTrue(lines.stream().anyMatch(line -> line.contains(",failure,")), lines.toString());
    lines.stream().skip(1).forEach(line -> assertTrue(line.startsWith("2026-07-01T"), line));
  }

  @Test
  void theProvenanceIsEnoughToMakeItAgain() throws IOException {
    String provenance = text("one", "provenance.json");
    for (String line : List.of(
        "\"program\": \"headroom\"",
        "\"engine\": \"local\"",
        "\"scenario\": \"small-shop\"",
        "\"scenario-digest\": \"sha-256:0123abcd\"",
        "\"seed\": 7",
        "\"price-book\": \"test\"",
        "\"price-book-date\": \"2026-07-01\"")) {
      assertTrue(provenance.contains(line), provenance);
    }
    assertTrue(
        Pattern.compile("\"version\": \"[0-9]+\\.[0-9]+\\.[0-9]+[^$\"]*\"")
            .matcher(provenance)
            .find(),
        provenance);
  }

  @Test
  void theReportOpensWithTheScenario() throws IOException {
    String page = text("one", "report.html");
    assertTrue(page.startsWith("<!DOCTYPE html>") || page.startsWith("<!doctype html>"));
    assertTrue(page.contains("small-shop"));
    assertTrue(page.contains("Two small instances."));
  }

  private void run(String folder, String... options) {
    Stream<String> fixed =
        Stream.of("run", "small-shop", "--quiet", "--out", home.resolve(folder).toString());
    String[] all = Stream.concat(fixed, Stream.of(options)).toArray(String[]::new);
    Shell.Finished done = Shell.WIDE.run(all);
    assertEquals(0, done.code(), done.err());
  }

  private List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private String text(String folder, String file) throws IOException {
    return Files.readString(home.resolve(folder).resolve(file));
  }

  private List<String> lines(String folder, String file) throws IOException {
    return text(folder, file).lines().toList();
  }

  private static String only(List<String> lines, String start) {
    List<String> found = lines.stream().filter(line -> line.startsWith(start)).toList();
    assertEquals(1, found.size(), start);
    return found.get(0);
  }

  /** Cells of a line; a comma inside quotes does not count. */
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
  }
}
