package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.Shell.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that compares scenarios, from files to its folder. */
class CompareCommandTest {

  private static final String SCENARIO = """
      scenario: small
      lasts: 1h
      workloads:
        users: {to: web, rate: 5/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
      failures:
        - instances: {of: web, time-to-failure: {exponential: {mean: 1h}}}
      experiment: {replications: 4}
      """;

  private final Path home;

  CompareCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("small.yaml"), SCENARIO);
    Files.writeString(
        home.resolve("large.yaml"),
        SCENARIO.replace("scenario: small", "scenario: large").replace("min: 2", "min: 4")
            + "seed: 9\n");
  }

  private Finished compare(String first, String... more) {
    return Shell.WIDE.runInto(home.resolve("out"), "compare", first, more);
  }

  private String file(String name) {
    return home.resolve(name).toString();
  }

  @Test
  void twoFilesAreComparedOnTheSameLuck() throws IOException {
    Finished done = compare(file("small.yaml"), file("large.yaml"));
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(done.out().contains("large instead of small:"), done.out());
    assertTrue(done.out().contains("large costs "), done.out());
    List<String> offered = Files.readAllLines(home.resolve("out/metrics.csv")).stream()
        .filter(line -> line.contains(",requests.offered,"))
        .map(line -> line.substring(line.indexOf(',')))
        .toList();
    assertEquals(offered.subList(0, 4), offered.subList(4, 8), "the same arrivals");
    String page = Files.readString(home.resolve("out/report.html"));
    for (String words : List.of(
        "What changed, by category of cost",
        "What changed, by cause of failure",
        "Requests failed in the first replication by time of day",
        "What large says otherwise",
        "min: 4")) {
      assertTrue(page.contains(words), words);
    }
    List<String> differences = Files.readAllLines(home.resolve("out/differences.csv"));
    assertTrue(
        differences.stream().anyMatch(line -> line.startsWith("large,small,cost.monthly,USD,")),
        differences.get(1));
    assertTrue(Files.readString(home.resolve("out/summary.json")).contains("\"differences\""));
  }

  @Test
  void variantsAreComparedWithTheBest() {
    Finished done = compare(
        file("small.yaml"),
        "--against",
        "best",
        "--set",
        "experiment.vary={groups.web.size.min: [4, 2, 3]}");
    assertEquals("", done.err());
    assertTrue(done.out().contains("size.min=4 instead of size.min=2:"), done.out());
    assertTrue(done.out().contains("(Bonferroni)"), done.out());
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertTrue(compare(file("small.yaml")).err().contains("leaves nothing to compare"));
    assertTrue(compare(file("small.yaml"), file("small.yaml")).err().contains("is given twice"));
    assertTrue(
        compare(file("small.yaml"), "--against", "last").err().contains("must be first or best"));
    assertEquals(2, compare(file("small.yaml"), "--against", "last").code());
  }
}
