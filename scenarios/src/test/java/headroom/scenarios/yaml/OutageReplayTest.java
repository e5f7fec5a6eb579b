package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.Engine;
import headroom.fault.RegionFailure;
import headroom.fault.Replayed;
import headroom.results.Run;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded outages are replayed as they were. */
class OutageReplayTest {

  private static final Path DATA =
      Path.of(System.getProperty("headroom.data", "../../shared/data"));

  /** LANL's system 6: 32 nodes, the first eight months (Schroeder, Gibson 2006). */
  @Test
  void aReplayedClusterIsAsAvailableAsItsRecord() throws IOException {
    assumeTrue(Files.exists(DATA.resolve("fail_lanl_outages.csv")));
    int days = 240;
    Run run = Engine.run(
        Reading.loaded(scenario(32, days), new ScenarioFolder(DATA, false))
            .trial()
            .scenario(),
        1);
    double up = run.figure("groups.nodes.instances.mean").orElseThrow() / 32;
    assertEquals(1 - down("6", days) / 32, up, 5e-7);
    assertTrue(up < 0.9999, "some of it was down");
  }

  private static String scenario(int nodes, int days) {
    return """
        scenario: lanl
        start: 2003-09-14T02:19:00Z
        lasts: %dd
        workloads: {few: {to: nodes, rate: 0.00001/s}}
        groups:
          nodes:
            type: m5.large
            size: {min: %d}
            health: {replace: false}
            serves: {workers: 1, time: 1s}
        failures:
          - instances:
              of: nodes
              trace: {file: fail_lanl_outages.csv, node: node, from: start_local, to: end_local,
                where: {column: system, equals: 6}}
        """.formatted(days, nodes);
  }

  /** Mean nodes down by the record itself: outages of a node joined, cut to the time simulated. */
  private static double down(String system, int days) throws IOException {
    LocalDateTime zero = LocalDateTime.parse("2003-09-14T02:19");
    LocalDateTime end = zero.plusDays(days);
    Map<String, LocalDateTime> until = new TreeMap<>();
    long minutes = 0;
    for (String line : Files.readAllLines(DATA.resolve("fail_lanl_outages.csv"))) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      if (!cells.get(0).equals(system)) {
        continue;
      }
      LocalDateTime from = LocalDateTime.parse(cells.get(2).replace(' ', 'T'));
      LocalDateTime to = LocalDateTime.parse(cells.get(3).replace(' ', 'T'));
      LocalDateTime known = until.getOrDefault(cells.get(1), zero);
      LocalDateTime begins = from.isBefore(known) ? known : from;
      LocalDateTime ends = to.isAfter(end) ? end : to;
      if (ends.isAfter(begins)) {
        minutes += Duration.between(begins, ends).toMinutes();
        until.put(cells.get(1), ends);
      }
    }
    return minutes / (days * 1440.0);
  }

  @Test
  void rowsOutOfOrderAreToldWithTheirLine(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("o.csv"), "a,b\n600,660\n0,60\n");
    InputException wrong = assertThrows(InputException.class, () -> region(folder));
    assertTrue(wrong.getMessage().contains("o.csv:3"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("sort the rows"), wrong.getMessage());
  }

  @Test
  void rowsThatOverlapAreJoined(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("o.csv"), "a,b\n100,160\n150,220\n400,400\n700,760\n");
    Replayed timing = (Replayed) region(folder).timing();
    assertEquals(2, timing.rows().size());
    assertEquals(0, timing.rows().get(0).fromNanos());
    assertEquals(120_000_000_000L, timing.rows().get(0).toNanos());
    assertEquals(600_000_000_000L, timing.rows().get(1).fromNanos());
  }

  private static RegionFailure region(Path folder) {
    String text = """
        scenario: small
        lasts: 1h
        workloads: {few: {to: web, rate: 1/s}}
        groups: {web: {type: m5.large, size: {min: 1}, serves: {workers: 1, time: 1s}}}
        failures: [{region: {trace: {file: o.csv, from: a, to: b, starts: first-row}}}]
        """;
    return (RegionFailure) Reading.loaded(text, new ScenarioFolder(folder, false))
        .trial()
        .scenario()
        .failures()
        .get(0);
  }
}
