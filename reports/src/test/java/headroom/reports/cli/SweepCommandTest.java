package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.reports.cli.Shell.Finished;
import headroom.reports.export.Version;
import headroom.scenarios.experiment.Journal;
import headroom.scenarios.experiment.RunFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that runs every variant, from a file to its folder. */
class SweepCommandTest {

  private static final String SCENARIO = """
      scenario: two-sizes
      lasts: 1h
      workloads:
        users: {to: web, rate: 5/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
      expect: [latency.p99 < 1 s]
      experiment:
        replications: 3
        vary: {groups.web.size.min: [2, 4], groups.web.serves.queue: [5, 50]}
      """;

  private static final List<String> FILES = List.of(
      "journal", "metrics.csv", "provenance.json", "report.html", "summary.json", "variants.csv");

  private final Path home;

  SweepCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("two.yaml"), SCENARIO.replace("1 s]", "1s]"));
  }

  private Finished run(RunFunction engine, String... arguments) {
    return Shell.of(engine).runShipped(arguments);
  }

  private Finished sweep(String folder, String... more) {
    return run((scenario, seed, shown) -> Engine.run(scenario, seed), arguments(folder, more));
  }

  private String[] arguments(String folder, String... more) {
    return Stream.concat(
            Stream.of(
                "sweep",
                home.resolve("two.yaml").toString(),
                "--out",
                home.resolve(folder).toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private Map<String, byte[]> files(String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(home.resolve(folder))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void assertSame(Map<String, byte[]> wanted, Map<String, byte[]> found) {
    assertEquals(wanted.keySet(), found.keySet());
    wanted.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @Test
  void theFolderHoldsAllVariantsAndThreadsChangeNoByte() throws IOException {
    Finished done = sweep("one", "--threads", "1");
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(done.out().contains("size.min=4, serves.queue=50"), done.out());
    assertEquals(FILES, List.copyOf(files("one").keySet()));
    sweep("two", "--threads", "2");
    sweep("eight", "--threads", "8");
    assertSame(files("one"), files("two"));
    assertSame(files("one"), files("eight"));
    List<String> variants = Files.readAllLines(home.resolve("one/variants.csv"));
    assertEquals(5, variants.size());
    assertTrue(
        variants.get(0).startsWith("variant,replications,groups.web.size.min,"), variants.get(0));
    String page = Files.readString(home.resolve("one/report.html"));
    for (String id : List.of("factor-cost-monthly", "cost-against-availability", "variants")) {
      assertTrue(page.contains("id=\"" + id + "\""), id);
    }
  }

  @Test
  void jsonSaysTheSummaryAloneAndQuietNothing() throws IOException {
    Finished json = sweep("json", "--json");
    assertEquals(Files.readString(home.resolve("json/summary.json")), json.out());
    assertEquals("", json.err());
    Finished quiet = sweep("quiet", "--quiet");
    assertEquals("", quiet.out() + quiet.err());
    assertSame(files("json"), files("quiet"));
  }

  /** A finished sweep costs no run: its page as PDF and its charts are made of the journal. */
  @Test
  void pdfAndChartsAreWrittenWhereTheyAreAskedForAndGoWhereTheyAreNot() throws IOException {
    sweep("files", "--quiet");
    assertEquals(0, sweep("files", "--resume", "--pdf", "--charts", "svg,png").code());
    byte[] pdf = Files.readAllBytes(home.resolve("files/report.pdf"));
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    Path chart = home.resolve("files/charts/factor-cost-monthly.svg");
    assertTrue(Files.readString(chart).startsWith("<svg"), "a picture of its own");
    assertTrue(Files.exists(home.resolve("files/charts/factor-cost-monthly.png")));
    assertEquals(0, sweep("files", "--resume", "--charts", "png").code());
    assertFalse(Files.exists(chart) || Files.exists(home.resolve("files/report.pdf")));
    sweep("files", "--resume");
    assertEquals(FILES, List.copyOf(files("files").keySet()));
    Finished wrong = sweep("none", "--charts", "gif");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("svg, png or svg,png"), wrong.err());
    assertFalse(Files.exists(home.resolve("none")));
  }

  @Test
  void aFinishedSweepIsReadAgainAtAnotherPriceWithoutARun() throws IOException {
    sweep("out");
    String before = Files.readString(home.resolve("out/variants.csv"));
    RunFunction none = (scenario, seed, shown) -> {
      throw new IllegalStateException("nothing is to be run");
    };
    Finished again = run(none, arguments("out", "--resume"));
    assertEquals("", again.err());
    assertEquals(before, Files.readString(home.resolve("out/variants.csv")));
    Finished dearer = run(none, arguments("out", "--resume", "--set", "prices=eu-west-1/2024-04"));
    assertEquals("", dearer.err());
    String after = Files.readString(home.resolve("out/variants.csv"));
    assertFalse(before.equals(after), "other prices, other costs");
    assertEquals(column(before, "latency.p99"), column(after, "latency.p99"));
    assertFalse(column(before, "cost.total").equals(column(after, "cost.total")));
  }

  private static List<String> column(String csv, String name) {
    List<String> lines = csv.lines().toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf(name);
    // The names of these variants hold one comma, in quotes.
    return lines.stream().skip(1).map(line -> line.split(",", -1)[column + 1]).toList();
  }

  @Test
  void whatIsNotKnownIsToldFromChance() throws IOException {
    Finished done = sweep(
        "out",
        "--set",
        "experiment={replications: 2, uncertain: {samples: 6, inputs: {groups.web.size.min: {from: 1, to: 6}}}}");
    assertEquals("", done.err());
    assertTrue(done.out().contains("in 95 of 100 cases at most"), done.out());
    assertTrue(done.out().contains("% is ignorance of the inputs"), done.out());
    assertTrue(Files.readString(home.resolve("out/summary.json")).contains("\"uncertainties\""));
    String page = Files.readString(home.resolve("out/report.html"));
    assertTrue(page.contains("id=\"uncertainties\""));
    assertTrue(page.contains("<figure id=\"budget\""), "what to budget has its picture");
    assertTrue(page.contains("href=\"#uncertainties\""), "and all else its findings");
  }

  @Test
  void thePlaceWhereALimitIsMetIsFound() {
    Finished done = run(
        (scenario, seed, shown) -> Engine.run(scenario, seed),
        "run",
        home.resolve("two.yaml").toString(),
        "--break-even",
        "groups.web.size.min=1..9",
        "cost.monthly < 300 USD");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("is met at groups.web.size.min 4 and missed at 5"), done.out());
    Finished wrong = run(
        (scenario, seed, shown) -> Engine.run(scenario, seed),
        "run",
        home.resolve("two.yaml").toString(),
        "--break-even",
        "groups.web.size.min=9",
        "cost.monthly < 300 USD");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("is no range of a value"), wrong.err());
  }

  @Test
  void whatIsWrongWithABreakEvenIsToldOfThatOption() {
    for (String[] each : new String[][] {
      {
        "groups.web.size.min=1..9",
        "cost.mothly < 300 USD",
        "--break-even  unknown metric 'cost.mothly'; did you mean 'cost.monthly'?\n"
      },
      {
        "groups.web.size.minn=1..9",
        "cost.monthly < 300 USD",
        "--break-even  groups.web.size.minn: unknown field; did you mean 'min'?\n"
      }
    }) {
      Finished wrong = run(
          (scenario, seed, shown) -> Engine.run(scenario, seed),
          "run",
          home.resolve("two.yaml").toString(),
          "--break-even",
          each[0],
          each[1]);
      assertEquals(2, wrong.code());
      assertTrue(wrong.err().contains("\n" + each[2]), wrong.err());
    }
  }

  @Test
  void anotherProcessOnTheFolderIsRefused() throws IOException {
    Files.createDirectories(home.resolve("out"));
    try (Journal other = Journal.open(home.resolve("out/journal"), Version.current(), false)) {
      assertEquals(0, other.size());
      Finished refused = sweep("out");
      assertEquals(2, refused.code());
      assertEquals(
          "headroom: another process is working on the study in this folder\n", refused.err());
    }
  }

  @Test
  void manyVariantsAskWhetherTheyAreMeant() {
    Finished asked = sweep(
        "out",
        "--set",
        "experiment.vary={latin-hypercube: {samples: 1000000, over: {groups.web.size.min: {from: 1, to: 9}}}}");
    assertEquals(2, asked.code());
    assertEquals(
        "headroom: the sweep has 1000000 variants; say --yes if that is meant\n", asked.err());
    assertFalse(Files.exists(home.resolve("out")));
  }

  @Test
  void aWrongVariantIsToldBeforeAnythingRuns() {
    Finished wrong = sweep("out", "--set", "experiment.vary={groups.web.size.min: [2, x]}");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("(in variant 'size.min=x')"), wrong.err());
    assertFalse(Files.exists(home.resolve("out")));
    Finished nothing = sweep("out", "--set", "experiment={}");
    assertEquals(2, nothing.code());
    assertTrue(nothing.err().startsWith("headroom: the scenario varies nothing;"), nothing.err());
  }

  @Test
  void checkLooksAtEveryVariantAndChoice() {
    Finished fine = check();
    assertEquals(0, fine.code(), fine.err());
    assertTrue(fine.out().contains("\n'sweep' would run 4 variants, 12 trials\n"), fine.out());
    Finished wrong = check(
        "--set",
        "experiment.vary={groups.web.size.mim: [2, 3], groups.web.serves.queue: [5, x]}",
        "--set",
        "experiment.optimize={objective: minimize cost.monthly, over: {groups.web.size.max: [a]}}");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("groups.web.size.mim: unknown field;"), wrong.err());
    assertTrue(wrong.err().contains("(in variant 'size.mim=2, serves.queue=x')"), wrong.err());
    assertTrue(wrong.err().contains("groups.web.size.max: "), wrong.err());
    String levels = IntStream.range(2, 103).boxed().toList().toString();
    Finished many = check(
        "--set",
        "experiment.vary={groups.web.size.min: " + levels + ", groups.web.serves.queue: " + levels
            + "}");
    assertEquals(0, many.code(), many.err());
    assertTrue(
        many.out().contains("10201 variants, 30603 trials; so many are looked at only then"),
        many.out());
  }

  private Finished check(String... more) {
    return run(
        (scenario, seed, shown) -> {
          throw new AssertionError("check runs nothing");
        },
        Stream.concat(Stream.of("check", home.resolve("two.yaml").toString()), Stream.of(more))
            .toArray(String[]::new));
  }
}
