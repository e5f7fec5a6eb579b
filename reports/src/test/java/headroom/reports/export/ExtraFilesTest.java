package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.SmallRun;
import headroom.reports.export.FileOptions.Extra;
import headroom.scenarios.experiment.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files that are written where they are asked for. */
class ExtraFilesTest {

  private static final String HOSTILE = "<script>alert('1')</script> \"=1+1\" שלום 🎈";
  private static final Outcome OUTCOME = SmallRun.of(HOSTILE);

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @Test
  void expectationsAreTestCases() throws Exception {
    Element suite = xml(new JunitFile(OUTCOME).text());
    assertEquals(HOSTILE, suite.getAttribute("name"));
    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("skipped"));
    NodeList cases = suite.getElementsByTagName("testcase");
    assertEquals("cost.total < 1000000 USD", ((Element) cases.item(0)).getAttribute("name"));
    assertEquals(0, ((Element) cases.item(0)).getElementsByTagName("*").getLength(), "met");
    Element missed =
        (Element) ((Element) cases.item(1)).getElementsByTagName("failure").item(0);
    assertTrue(missed.getAttribute("message").startsWith("cost.total < 0.001 USD: "));
    Element open = (Element) ((Element) cases.item(2)).getElementsByTagName("skipped").item(0);
    assertTrue(open.getAttribute("message").contains("no replication has such a figure"));
  }

  @Test
  void everyFigureIsAGauge() {
    String text = new OpenMetrics(OUTCOME, "1").text();
    assertTrue(text.endsWith("\n# EOF\n"));
    double mean = OUTCOME.estimate("cost.total").orElseThrow().mean();
    String sample = "headroom_figure_usd{scenario=\"<script>alert('1')</script> \\\"=1+1\\\" שלום"
        + " 🎈\",figure=\"cost.total\",statistic=\"mean\"} " + mean + "\n";
    assertTrue(text.contains(sample), text);
    assertTrue(text.contains("# TYPE headroom_figure_usd gauge\n# UNIT headroom_figure_usd usd\n"));
    long figures = text.lines().filter(line -> line.contains("statistic=\"mean\"")).count();
    assertEquals(OUTCOME.estimates().size(), figures);
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      assertTrue(line.matches("headroom_figure(_[a-z_]+)?\\{.*\\} \\S+"), line);
    }
  }

  @Test
  void everyChartIsAFileAndTheFolderIsStillOurs(@TempDir Path home) throws IOException {
    Path out = home.resolve("out");
    FileOptions options = new FileOptions(EnumSet.allOf(Extra.class), false);
    new Results(OUTCOME, options).writeTo(ResultsFolder.at(out));
    List<String> charts;
    try (Stream<Path> files = Files.list(out.resolve("charts"))) {
      charts = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertTrue(charts.contains("cost-by-category.svg"), charts.toString());
    assertTrue(charts.contains("cost-by-category.png"), charts.toString());
    byte[] png = Files.readAllBytes(out.resolve("charts/cost-by-category.png"));
    assertEquals(2 * 860, java.nio.ByteBuffer.wrap(png).getInt(16), "twice the width");
    String svg = Files.readString(out.resolve("charts/cost-by-category.svg"));
    assertFalse(svg.contains("var("));
    assertTrue(Files.size(out.resolve("report.pdf")) > 10_000);
    new Results(OUTCOME).writeTo(ResultsFolder.at(out));
    assertFalse(Files.exists(out.resolve("charts")), "replaced as a whole");
  }
}
