package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static headroom.scenarios.yaml.Reading.complaints;
import static headroom.scenarios.yaml.Reading.loaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.scenarios.experiment.Origin.Assumption;
import headroom.scenarios.text.ScenarioFolder;
import headroom.workload.Rate;
import headroom.workload.Scaled;
import headroom.workload.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private static final String GOOD = """
      at,requests
      2026-07-01 00:00:00,300
      2026-07-01 00:05:00,600
      2026-07-01 00:10:00,900
      2026-07-01 00:15:00,0
      """;

  private static final String GAP = """
      at,requests
      2026-07-01 00:00:00,300
      2026-07-01 00:05:00,600
      2026-07-01 00:20:00,900
      2026-07-01 00:25:00,900
      """;

  private final Path folder;

  TraceReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aTraceIsACountInEachPeriod() throws IOException {
    Rate rate = rate(GOOD, "time: at, column: requests, per: 5m");
    assertEquals(1, rate.at(0));
    assertEquals(2, rate.at(5 * MINUTE));
    assertEquals(3, rate.at(14 * MINUTE));
    assertEquals(0, rate.at(30 * MINUTE));
    assertEquals(1800, rate.integral(0, 60 * MINUTE), 1e-9);
  }

  @Test
  void aTraceMayBeScaledWrappedAndDrawnInLines() throws IOException {
    Rate rate =
        rate(GOOD, "time: at, column: requests, per: 5m, scale: 10, then: wrap, between: linear");
    assertEquals(10, ((Scaled) rate).factor());
    assertEquals(15, rate.at(5 * MINUTE / 2));
    assertEquals(15, rate.at(20 * MINUTE + 5 * MINUTE / 2));
  }

  @Test
  void theFirstRowMayBeAlignedWithTheStart() throws IOException {
    String early = GOOD.replace("2026-07-01", "2014-04-10");
    Rate rate = rate(early, "time: at, from: first-row, column: requests, per: 5m");
    assertEquals(0, ((Trace) rate).offsetNanos());
    assertEquals(2, rate.at(5 * MINUTE));
  }

  @Test
  void aTraceGoesByTheCalendarUnlessAligned() throws IOException {
    Rate rate =
        rate("at,requests\n2026-06-30 23:55:00,300\n2026-07-01 00:00:00,600\n", START_IN_IT);
    assertEquals(5 * MINUTE, ((Trace) rate).offsetNanos());
    assertEquals(2, rate.at(0));
  }

  private static final String START_IN_IT = "time: at, column: requests, per: 5m";

  @Test
  void rowsMayFollowAFixedStep() throws IOException {
    Rate rate = rate("requests\n60\n120\n", "every: 1m, column: requests, per: 1m, then: hold");
    assertEquals(1, rate.at(0));
    assertEquals(2, rate.at(MINUTE));
    assertEquals(2, rate.at(59 * MINUTE));
  }

  @Test
  void missingRowsCanBeFilled() throws IOException {
    assertEquals(2, rate(GAP, START_IN_IT + ", gaps: hold").at(16 * MINUTE));
    assertEquals(0, rate(GAP, START_IN_IT + ", gaps: zero").at(16 * MINUTE));
    assertEquals(8.0 / 3, rate(GAP, START_IN_IT + ", gaps: interpolate").at(16 * MINUTE), 1e-12);
  }

  @Test
  void aGapWithoutACureIsOneClearComplaint() throws IOException {
    assertComplaint(
        "f.yaml:4:34  workloads.users.rate.trace: 't.csv' misses 2 of its rows, which are 5m"
            + " apart, before line 4; say what they stand for: 'gaps: hold', 'zero' or"
            + " 'interpolate'",
        GAP,
        START_IN_IT);
  }

  @Test
  void aWrongTraceIsOneClearComplaint() throws IOException {
    assertComplaint(
        "t.csv:3  workloads.users.rate.trace: 'requests' must be a number, was 'many'",
        GOOD.replace("600", "many"),
        START_IN_IT);
    assertComplaint(
        "t.csv:4  workloads.users.rate.trace: the time goes back, '2026-06-01 00:10:00';"
            + " sort the rows, each time once",
        GOOD.replace("07-01 00:10", "06-01 00:10"),
        START_IN_IT);
    assertComplaint(
        "t.csv:3  workloads.users.rate.trace: 'requests' must be 0 or more, was -600",
        GOOD.replace("600", "-600"),
        START_IN_IT);
    assertComplaint(
        "t.csv:1  workloads.users.rate.trace: no column 'request'; did you mean 'requests'?",
        GOOD,
        "time: at, column: request, per: 5m");
  }

  @Test
  void aTraceThatDoesNotCoverTheStartIsOneClearComplaint() throws IOException {
    assertComplaint(
        "f.yaml:4:34  workloads.users.rate.trace: 't.csv' must cover the scenario's start, which"
            + " is 4464d23h40m after its end; align its first row with the start: 'from: first-row'",
        GOOD.replace("2026-07-01", "2014-04-10"),
        START_IN_IT);
  }

  @Test
  void aTraceSaysHowToReadIt() throws IOException {
    assertComplaint(
        "f.yaml:4:26  workloads.users.rate.time: must name the column of times; or give every:"
            + " the step between rows, for example every: 5m",
        GOOD,
        "column: requests, per: 5m");
    assertComplaint(
        "f.yaml:4:26  workloads.users.rate.per: is missing; for example per: 5m",
        GOOD,
        "time: at, column: requests");
    assertComplaint(
        "f.yaml:4:84  workloads.users.rate.gaps: unknown filling 'fill'; known: hold, zero,"
            + " interpolate",
        GOOD,
        START_IN_IT + ", gaps: fill");
  }

  @Test
  void aMissingTraceIsToldWhereItIsNamed() {
    ScenarioFolder beside = new ScenarioFolder(folder, false);
    assertEquals(
        List.of("f.yaml:4:34  workloads.users.rate.trace: 't.csv': no such file"),
        complaints(text(START_IN_IT), beside));
    assertEquals(
        List.of("f.yaml:4:34  workloads.users.rate.trace: '../t.csv' lies outside the scenario's"
            + " folder; move it there, or allow it"),
        complaints(text(START_IN_IT).replace("t.csv", "../t.csv"), beside));
    assertEquals(
        List.of("f.yaml:4:34  workloads.users.rate.trace: '.': is a folder; name a file in it"),
        complaints(text(START_IN_IT).replace("t.csv", "."), beside));
  }

  @Test
  void anEndBeforeTheScenariosIsAnAssumption() throws IOException {
    Files.writeString(folder.resolve("t.csv"), GOOD);
    Loaded loaded = loaded(text(START_IN_IT), new ScenarioFolder(folder, false));
    assertTrue(loaded
        .trial()
        .origin()
        .assumptions()
        .contains(new Assumption(
            "workloads.users.rate.then", "end", "the trace ends before the scenario does")));
  }

  @Test
  void theDigestFollowsTheTrace() throws IOException {
    ScenarioFolder beside = new ScenarioFolder(folder, false);
    Files.writeString(folder.resolve("t.csv"), GOOD);
    String before = loaded(text(START_IN_IT), beside).trial().origin().digest();
    Files.writeString(folder.resolve("t.csv"), GOOD.replace("600", "601"));
    assertNotEquals(before, loaded(text(START_IN_IT), beside).trial().origin().digest());
  }

  @Test
  void theRequestsOfARealBalancerAreRead() {
    Path data = Path.of(System.getProperty("headroom.data", "../../shared/data"));
    assumeTrue(Files.exists(data.resolve("rate_elb_requests_5min.csv")), "no real data: " + data);
    String fields =
        "time: timestamp_utc, from: first-row, column: requests_per_5min, per: 5m, gaps: hold";
    String text = text(fields).replace("t.csv", "rate_elb_requests_5min.csv");
    Rate rate = rate(loaded(text, new ScenarioFolder(data, false)));
    assertEquals(94 / 300.0, rate.at(0));
    assertEquals(56 / 300.0, rate.at(5 * MINUTE));
    assertEquals(
        List.of("f.yaml:4:34  workloads.users.rate.trace: 'rate_elb_requests_5min.csv' misses 7 of"
            + " its rows, which are 5m apart, before lines 140, 909, 1152 and 4 more;"
            + " say what they stand for: 'gaps: hold', 'zero' or 'interpolate'"),
        complaints(text.replace(", gaps: hold", ""), new ScenarioFolder(data, false)));
  }

  private void assertComplaint(String complaint, String csv, String fields) throws IOException {
    Files.writeString(folder.resolve("t.csv"), csv);
    assertEquals(List.of(complaint), complaints(text(fields), new ScenarioFolder(folder, false)));
  }

  private Rate rate(String csv, String fields) throws IOException {
    Files.writeString(folder.resolve("t.csv"), csv);
    return rate(loaded(text(fields), new ScenarioFolder(folder, false)));
  }

  private static Rate rate(Loaded loaded) {
    return loaded.trial().scenario().workloads().get(0).rate();
  }

  private static String text(String fields) {
    return LEAST.replace("60/s", "{trace: t.csv, " + fields + "}");
  }
}
