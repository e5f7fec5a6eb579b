package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.Shell.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTreeTest {

  private final Path home;

  CommandTreeTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void aRunPrintsAShortTableAndSaysWhereTheReportIs() {
    Finished done = run("run", "small-shop");
    assertEquals(0, done.code(), done.err());
    List<String> lines = done.outLines();
    assertEquals("small-shop: 3 replications of 6h, seed 7, prices test", lines.get(0));
    for (String label :
        List.of("cost per month ", "availability ", "latency p99 ", "instances, web ")) {
      assertEquals(1, lines.stream().filter(line -> line.startsWith(label)).count(), label);
    }
    assertEquals("report: " + home.resolve("out/report.html"), lines.get(lines.size() - 1));
    assertEquals("", done.err());
  }

  @Test
  void theFolderHoldsEveryFileThatIsPromised() throws IOException {
    run("run", "small-shop");
    assertEquals(
        List.of(
            "bill.csv",
            "events.csv",
            "metrics.csv",
            "provenance.json",
            "report.html",
            "slow-requests.csv",
            "summary.json",
            "timeline.csv"),
        names(home.resolve("out")));
    for (String name : names(home.resolve("out"))) {
      assertTrue(Files.size(home.resolve("out").resolve(name)) > 100, name);
    }
  }

  @Test
  void jsonIsTheSummaryAndNothingElse() throws IOException {
    Finished done = run("run", "small-shop", "--json");
    assertEquals(Files.readString(home.resolve("out/summary.json")), done.out());
    assertEquals("", done.err());
  }

  @Test
  void quietSaysNothing() {
    Finished done = run("run", "varied", "--quiet");
    assertEquals("", done.out() + done.err());
    assertEquals(0, done.code());
  }

  @ParameterizedTest
  @CsvSource({
    "met, false, 0",
    "missed, false, 3",
    "missed, true, 3",
    "undecided, false, 3",
    "undecided, true, 0"
  })
  void expectationsDecideTheExitCode(String scenario, boolean accept, int code) {
    Finished done = accept ? run("run", scenario, "--accept-undecided") : run("run", scenario);
    assertEquals(code, done.code(), done.err());
    assertTrue(done.out().contains(scenario + " "), done.out());
    assertTrue(Files.exists(home.resolve("out/report.html")));
  }

  @Test
  void variantsAreLeftAloneAndThatIsSaid() {
    Finished done = run("run", "varied");
    assertEquals(
        "headroom: 'vary' is for sweeps; this runs the scenario as it stands.\n", done.err());
    assertEquals(0, done.code());
  }

  @Test
  void whatIsMostLikelyNotMeantIsToldWhereItStandsAndRun() throws IOException {
    String warning =
        "doubtful.yaml:7:3  groups.web: warning: is most likely not meant; another one\n";
    Finished checked = run("check", "doubtful");
    assertEquals(warning, checked.err());
    assertEquals(0, checked.code());
    Finished done = run("run", "doubtful", "--json");
    assertEquals(warning, done.err());
    assertEquals(Files.readString(home.resolve("out/summary.json")), done.out());
    assertEquals(0, done.code());
    assertEquals("", run("run", "doubtful", "--quiet").err());
  }

  @Test
  void seedAndReplicationsReplaceTheScenarios() {
    Finished done = run("run", "small-shop", "--seed", "11", "--replications=2");
    assertEquals(
        "small-shop: 2 replications of 6h, seed 11, prices test",
        done.outLines().get(0));
  }

  @Test
  void theSelfCheckChangesNoFigure() {
    Finished plain = run("run", "small-shop", "--json");
    Finished checked = run("run", "small-shop", "--json", "--check");
    assertEquals(plain.out(), checked.out());
  }

  @Test
  void everyProblemOfAnInputIsToldAndNothingIsWritten() throws IOException {
    Finished done = run("run", "wrong");
    assertEquals(2, done.code());
    assertEquals("""
        wrong.yaml:1:1  scenario: is missing
        wrong.yaml:3:5  lasts: must be above 0
        2 problems; nothing was run.
        """, done.err());
    assertEquals("", done.out());
    assertEquals(List.of(), names(home));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "run small-shop --seeed 3 # unknown option '--seeed'; did you mean '--seed'?",
        "rnu small-shop # unknown command 'rnu'; did you mean 'run'?",
        "run small-shop other # one scenario at a time; what is 'other'?",
        "run # Missing required parameter: 'FILE|NAME'",
        "run small-shop --threads 0 # --threads must be between 1 and 1024, was 0",
        "run small-shop --replications 0 # --replications must be between 1 and 100000, was 0",
        "run small-shop --show 4 # --show 4 is beyond the last replication, 3",
        "run small-shop --engine spark # --engine spark is a module of its own that is not here;",
        "run small-shop --engine spark --check # --check runs on this machine alone; leave out",
        "run small-shop --engine gpu # --engine must be local or spark, was 'gpu'",
        "run small-shop --master spark://host:7077 # --master goes with --engine spark",
        "run smal-shop # no scenario 'smal-shop'; did you mean 'small-shop'?"
      })
  void aWrongCommandLineIsAnsweredInOneLine(String line, String answer) {
    Finished done = Shell.WIDE.run(line.strip().split(" "));
    assertEquals(2, done.code());
    assertTrue(done.err().contains(answer.strip()), done.err());
    assertFalse(done.err().contains("\tat "), done.err());
    assertEquals("", done.out());
  }

  @Test
  void noCommandIsAnsweredToo() {
    Finished done = Shell.WIDE.run();
    assertEquals(2, done.code());
    assertEquals(
        "headroom: Missing required subcommand\n'headroom --help' tells what there is.\n",
        done.err());
  }

  @Test
  void aFailingRunSaysHowToSeeItAgainAndWritesNothing() throws IOException {
    Shell broken = new Shell(200, (scenario, seed, shown) -> {
      throw new IllegalStateException("negative queue");
    });
    Finished done = broken.run("run", "small-shop", "--out", home.resolve("out").toString());
    assertEquals(1, done.code());
    assertTrue(
        done.err()
            .matches("(?s)headroom: replication 1 failed: scenario 'small-shop', seed -?[0-9]+:"
                + " java.lang.IllegalStateException: negative queue\nThis should not happen\\."
                + ".*--debug.*"),
        done.err());
    assertFalse(done.err().contains("\tat "));
    assertEquals(List.of(), names(home));
    Finished debugged =
        broken.run("run", "small-shop", "--debug", "--out", home.resolve("out").toString());
    assertTrue(debugged.err().contains("\tat headroom."), debugged.err());
  }

  @Test
  void aFolderThatIsNotOursIsRefusedBeforeAnythingRuns() throws IOException {
    Files.createDirectories(home.resolve("out"));
    Files.writeString(home.resolve("out/notes.txt"), "mine");
    Shell never = new Shell(200, (scenario, seed, shown) -> {
      throw new IllegalStateException("ran");
    });
    Finished done = never.run("run", "small-shop", "--out", home.resolve("out").toString());
    assertEquals(2, done.code());
    assertTrue(done.err().contains("holds what is not Headroom's ('notes.txt')"), done.err());
  }

  @Test
  void anInterruptedRunWritesNothing() throws IOException {
    Shell interrupting = new Shell(100, (scenario, seed, shown) -> {
      throw new IllegalStateException("not reached");
    });
    Thread.currentThread().interrupt();
    Finished done =
        interrupting.run("run", "small-shop", "--out", home.resolve("out").toString());
    assertEquals(130, done.code());
    assertEquals("headroom: interrupted; nothing was written\n", done.err());
    assertEquals(List.of(), names(home));
  }

  @Test
  void checkSaysWhatWouldRun() throws IOException {
    Finished done = run("check", "small-shop", "--threads=2");
    assertEquals("""
        small-shop: ok
        would run 3 replications of 6h on 2 threads, seed 7, prices test
        has 1 workload, 0 load balancers, 1 group, 1 failure
        """ + "would write to " + home.resolve("out") + "\n", unwrapped(done.out()));
    assertEquals(List.of(), names(home));
  }

  private static String unwrapped(String text) {
    return text.replaceAll("\n  ", " ");
  }

  @Test
  void explainPrintsTheScenarioWithItsDefaults() {
    assertEquals("scenario: small-shop\n", run("explain", "small-shop").out());
  }

  @Test
  void listNamesTheLibrary() {
    assertEquals("""
        small-shop  Two small instances.
        met         The same, with an expectation that is met.
        """, Shell.WIDE.run("list").out());
  }

  @Test
  void helpNamesTheCommandsThatThereAre() {
    Finished done = Shell.WIDE.run("--help");
    assertEquals(0, done.code());
    assertEquals("", done.err());
    List<String> named = done.outLines().stream()
        .filter(line -> line.matches("  [a-z].*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
    assertEquals(
        List.of(
            "run",
            "check",
            "explain",
            "explain-cost",
            "sweep",
            "compare",
            "optimize",
            "sensitivity",
            "calibrate",
            "serve",
            "list",
            "prices",
            "new",
            "schema",
            "doctor",
            "completion",
            "man"),
        named);
  }

  @Test
  void nothingIsWiderThanANarrowTerminal() {
    int columns = 40;
    Finished done = new Shell(columns, Shell.WIDE.engine())
        .run("run", "missed", "--out", home.resolve("out").toString());
    done.outLines().stream()
        .filter(line -> !line.contains("report.html"))
        .forEach(line -> assertTrue(Wrap.length(line) <= columns, line));
    assertTrue(done.out().contains("cost per month\n  "), done.out());
    assertTrue(done.out().contains("budget per month at P95\n  "), done.out());
    assertFalse(done.out().contains("(("), done.out());
  }

  @ParameterizedTest
  @CsvSource({"web-shop, web-shop", "../../etc, etc", "A b/c, a-b-c", "..., results", "Größe, größe"
  })
  void aScenariosNameLeadsNowhereElse(String scenario, String folder) {
    assertEquals(folder, Request.fileName(scenario));
  }

  private Finished run(String command, String scenario, String... options) {
    Stream<String> all = Stream.of(
            Stream.of(command, scenario, "--out", home.resolve("out").toString()),
            Stream.of(options))
        .flatMap(part -> part);
    return Shell.WIDE.run(all.toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
