package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.spec.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Flow against requests over many generated scenarios of every kind, each with as many runs as it takes
 * to show of every figure that it agrees or differs. With {@code -Dheadroom.golden=write} the tables in
 * {@code docs/flow-vs-requests.md} are written anew.
 */
@Tag("exhaustive")
class AgreementTableTest {

  private static final int PLAIN = 50;
  private static final int OF_A_KIND = 12;
  private static final int FIRST = 5;
  private static final int MOST_RUNS = 40;
  private static final double MOST_ATTEMPTS = 2e6;
  private static final String BEGINS = "<!-- generated -->\n";

  private static Map<String, List<Scenario>> kinds() {
    Map<String, List<Scenario>> kinds = new LinkedHashMap<>();
    kinds.put("plain", Simplified.generated(PLAIN));
    kinds.put("services that call", Simplified.calling(OF_A_KIND));
    kinds.put("names", Simplified.named(OF_A_KIND));
    kinds.put("breakers and limits", Simplified.limited(OF_A_KIND));
    kinds.put("users who think", Simplified.coming(OF_A_KIND));
    kinds.put("priorities, shedding, hedging, sections", Ordered.generated(OF_A_KIND));
    return kinds;
  }

  @Test
  void figuresAgree() throws IOException {
    Map<String, List<Agreement.Row>> rows = new LinkedHashMap<>();
    kinds()
        .forEach((kind, scenarios) -> rows.put(
            kind,
            scenarios.parallelStream()
                .flatMap(scenario ->
                    Agreement.decided(scenario, FIRST, MOST_RUNS, MOST_ATTEMPTS).rows().stream())
                .toList()));
    if ("write".equals(System.getProperty("headroom.golden"))) {
      write(rows);
    }
    rows.forEach((kind, of) -> {
      List<String> differ = lines(of, Agreement.Row::disagrees);
      assertTrue(differ.size() <= 0.1 * of.size(), kind + ": " + of.size() + " figures; " + differ);
    });
    List<Agreement.Row> plain = rows.get("plain");
    assertEquals(
        List.of(), lines(plain, r -> r.disagrees() && r.figure().endsWith("requests.offered")));
  }

  private static List<String> lines(List<Agreement.Row> rows, Predicate<Agreement.Row> which) {
    return rows.stream().filter(which).map(Agreement.Row::line).toList();
  }

  /** What was written by hand above stays. */
  private static void write(Map<String, List<Agreement.Row>> rows) throws IOException {
    Path page = Path.of(System.getProperty("headroom.root", ".."), "docs", "flow-vs-requests.md");
    String before = Files.readString(page);
    StringBuilder text = new StringBuilder(before.substring(0, before.indexOf(BEGINS)) + BEGINS);
    text.append("\n| figure | agrees | undecided | differs |\n|---|--:|--:|--:|\n");
    rows.forEach((kind, of) -> counts(kind, of, text));
    text.append("""

        | scenario | figure | busiest load | runs | requests | flow | difference | tolerated | |
        |---|---|--:|--:|--:|--:|--:|--:|---|
        """);
    rows.forEach((kind, of) -> {
      text.append("| *").append(kind).append("* | | | | | | | | |\n");
      lines(of, row -> !row.agrees()).forEach(line -> text.append(line).append('\n'));
    });
    Files.writeString(page, text.toString());
  }

  private static void counts(String kind, List<Agreement.Row> rows, StringBuilder text) {
    text.append(line("*" + kind + "*", rows));
    Stream.of(
            "requests.offered",
            "instance-hours",
            "busy.mean",
            "availability.request",
            "latency.p50",
            "latency.p99")
        .forEach(figure -> {
          List<Agreement.Row> of =
              rows.stream().filter(row -> row.figure().endsWith(figure)).toList();
          text.append(line(figure, of));
        });
  }

  private static String line(String name, List<Agreement.Row> rows) {
    long agree = rows.stream().filter(Agreement.Row::agrees).count();
    long differ = rows.stream().filter(Agreement.Row::disagrees).count();
    return String.format(
        Locale.ROOT, "| %s | %d | %d | %d |%n", name, agree, rows.size() - agree - differ, differ);
  }
}
