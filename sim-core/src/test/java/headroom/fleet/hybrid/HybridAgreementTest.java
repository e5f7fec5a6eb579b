package headroom.fleet.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fleet.flow.Simplified;
import headroom.fleet.hybrid.HybridAgreement.Row;
import headroom.fleet.hybrid.HybridAgreement.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Hybrid against requests over generated scenarios, judged by equivalence. With
 * {@code -Dheadroom.golden=write} the table in {@code docs/hybrid-vs-requests.md} is written from 50
 * of them.
 */
class HybridAgreementTest {

  private static final int SEEDS = 5;
  private static final int SCENARIOS = 8;
  private static final int OF_THE_TABLE = 50;

  @Test
  void figuresAgree() throws IOException {
    boolean writes = "write".equals(System.getProperty("headroom.golden"));
    List<Row> rows = new ArrayList<>();
    Simplified.generated(writes ? OF_THE_TABLE : SCENARIOS)
        .forEach(scenario -> rows.addAll(new HybridAgreement(scenario, SEEDS).rows()));
    if (writes) {
      write(rows);
    }
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.05 * rows.size(), rows.size() + " figures; " + differ);
  }

  private static List<String> differing(List<Row> rows, String figure) {
    return rows.stream()
        .filter(row -> row.figure().endsWith(figure) && row.verdict() == Verdict.DIFFERS)
        .map(Row::line)
        .toList();
  }

  private static long count(List<Row> rows, String figure, Verdict verdict) {
    return rows.stream()
        .filter(row -> row.figure().endsWith(figure) && row.verdict() == verdict)
        .count();
  }

  private static final String BEGINS = "<!-- generated -->\n";

  /** What was written by hand above stays. */
  private static void write(List<Row> rows) throws IOException {
    Path page = Path.of(System.getProperty("headroom.root", ".."), "docs", "hybrid-vs-requests.md");
    String before = Files.readString(page);
    before = before.substring(0, before.indexOf(BEGINS) + BEGINS.length());
    Files.writeString(page, before + table(rows));
  }

  private static String table(List<Row> rows) {
    StringBuilder text = new StringBuilder("\n| figure | agrees | undecided | differs |\n");
    text.append("|---|--:|--:|--:|\n");
    for (String figure : List.of(
        "requests.offered",
        "requests.succeeded",
        "requests.attempts",
        "instance-hours",
        "availability.request",
        "latency.p99")) {
      text.append(String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d |\n",
          figure,
          count(rows, figure, Verdict.AGREES),
          count(rows, figure, Verdict.UNDECIDED),
          count(rows, figure, Verdict.DIFFERS)));
    }
    text.append("\n| scenario | figure | simulated | requests | hybrid | ± | tolerated | |\n");
    text.append("|---|---|--:|--:|--:|--:|--:|---|\n");
    rows.stream()
        .filter(row -> row.verdict() != Verdict.AGREES)
        .forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }
}
