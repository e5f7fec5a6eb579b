package headroom.reports.export;

import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code junit.xml}: every expectation as a test case, so that a server of continuous integration
 * shows it; one that is missed has failed, one that is undecided was skipped.
 */
record JunitFile(Outcome outcome) {

  void writeTo(OutputStream out) throws IOException {
    out.write(text().getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    List<Verdict> verdicts = outcome.verdicts();
    String name = Text.escaped(outcome.trial().scenario().name());
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"").append(name).append("\" tests=\"").append(verdicts.size());
    xml.append("\" failures=\"").append(count(Verdict.State.MISSED));
    xml.append("\" errors=\"0\" skipped=\"").append(count(Verdict.State.UNDECIDED));
    xml.append("\">\n");
    verdicts.forEach(verdict -> testCase(xml, name, verdict));
    return xml.append("</testsuite>\n").toString();
  }

  private long count(Verdict.State state) {
    return outcome.verdicts().stream()
        .filter(verdict -> verdict.state() == state)
        .count();
  }

  private static void testCase(StringBuilder xml, String name, Verdict verdict) {
    xml.append("  <testcase classname=\"").append(name).append("\" name=\"");
    xml.append(Text.escaped(verdict.expectation().text())).append('"');
    String said = Text.escaped(ReportVerdict.sentence(verdict));
    switch (verdict.state()) {
      case MET -> xml.append("/>\n");
      case MISSED -> xml.append("><failure message=\"").append(said).append("\"/></testcase>\n");
      case UNDECIDED -> xml.append("><skipped message=\"").append(said).append("\"/></testcase>\n");
    }
  }
}
