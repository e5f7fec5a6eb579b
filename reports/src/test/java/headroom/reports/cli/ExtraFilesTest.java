package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files that are written where they are asked for, of a scenario that tries to be more than text. */
class ExtraFilesTest {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  private static final String HOSTILE = "=<script>alert('1')</script> \"x\" שלום 🎈";

  private final Path home;

  ExtraFilesTest(@TempDir Path home) {
    this.home = home;
  }

  private Path run(String... more) throws IOException {
    Path file = home.resolve("small.yaml");
    Files.writeString(file, """
        scenario: small
        about: TEXT
        lasts: 1h
        workloads:
          users: {to: web, rate: 1/s}
        groups:
          web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
        expect: [cost.total < 1000000 USD, cost.total < 0.001 USD]
        experiment: {replications: 3}
        """.replace("TEXT", "'" + HOSTILE.replace("'", "''") + "'"));
    Path out = home.resolve("out");
    var err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(
        Terminal.printing(new ByteArrayOutputStream()), Terminal.printing(err), false, 100);
    Program program = new Program(terminal, new ScenarioShelf(), ENGINE, ENGINE);
    String[] all = Stream.concat(
            Stream.of("run", file.toString(), "--out", out.toString()), Stream.of(more))
        .toArray(String[]::new);
    assertEquals(3, new CommandTree(program).execute(all), err.toString(StandardCharsets.UTF_8));
    return out;
  }

  private static Element xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void expectationsAreTestCases() throws Exception {
    Element suite = xml(run("--junit").resolve("junit.xml"));
    assertEquals("small", suite.getAttribute("name"));
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("skipped"));
    NodeList cases = suite.getElementsByTagName("testcase");
    Element met = (Element) cases.item(0);
    assertEquals("cost.total < 1000000 USD", met.getAttribute("name"));
    assertEquals(0, met.getElementsByTagName("*").getLength());
    Element failure =
        (Element) ((Element) cases.item(1)).getElementsByTagName("failure").item(0);
    assertTrue(failure.getAttribute("message").startsWith("cost.total < 0.001 USD: "));
  }

  @Test
  void everyFigureIsAGauge() throws IOException {
    Path out = run("--openmetrics");
    String text = Files.readString(out.resolve("metrics.prom"));
    assertTrue(text.endsWith("\n# EOF\n"));
    assertTrue(text.contains("# TYPE headroom_figure_usd gauge\n# UNIT headroom_figure_usd usd\n"));
    assertTrue(
        text.contains("{scenario=\"small\",figure=\"cost.total\",statistic=\"mean\"} "), text);
    List<String> samples = text.lines().filter(line -> !line.startsWith("#")).toList();
    assertTrue(samples.size() > 50);
    samples.forEach(
        line -> assertTrue(line.matches("headroom_figure(_[a-z_]+)?\\{.*\\} [-+.0-9E]+"), line));
  }

  @Test
  void everyChartIsAFileAndTheFolderIsStillOurs() throws Exception {
    Path out = run("--charts", "svg,png", "--pdf");
    List<String> charts;
    try (Stream<Path> files = Files.list(out.resolve("charts"))) {
      charts = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertTrue(charts.contains("cost-by-category.svg"), charts.toString());
    byte[] png = Files.readAllBytes(out.resolve("charts/cost-by-category.png"));
    assertEquals(2 * 860, ByteBuffer.wrap(png).getInt(16), "twice the width");
    Path svg = out.resolve("charts/cost-by-category.svg");
    assertEquals("svg", xml(svg).getTagName());
    assertFalse(Files.readString(svg).contains("var("));
    assertTrue(Files.size(out.resolve("report.pdf")) > 10_000);
    run();
    assertFalse(Files.exists(out.resolve("charts")), "replaced as a whole");
  }

  @Test
  void hostileNamesAreTextInEveryFile() throws IOException {
    Path out = run();
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(
        page.contains(">=&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;x&quot; שלום 🎈<"));
    assertFalse(page.contains("<script>alert"));
    for (String file : List.of("metrics.csv", "timeline.csv", "events.csv", "bill.csv")) {
      for (String line : Files.readAllLines(out.resolve(file))) {
        assertFalse(line.startsWith("=") || line.contains(",=") || line.contains(",\"="), line);
      }
    }
  }
}
