package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Flow against requests over generated scenarios, judged by equivalence. With
 * {@code -Dheadroom.golden=write} the table in {@code docs/flow-vs-requests.md} is written from 50 of
 * them.
 */
class AgreementTest {

  private static final int SEEDS = 5;
  private static final int SCENARIOS = 12;
  private static final int OF_THE_TABLE = 50;

  private static List<Agreement.Row> rows(int scenarios) {
    List<Agreement.Row> rows = new ArrayList<>();
    Simplified.generated(scenarios)
        .forEach(scenario -> rows.addAll(new Agreement(scenario, SEEDS).rows()));
    return rows;
  }

  @Test
  void figuresAgree() throws IOException {
    boolean writes = "write".equals(System.getProperty("headroom.golden"));
    List<Agreement.Row> rows = rows(writes ? OF_THE_TABLE : SCENARIOS);
    if (writes) {
      Files.writeString(page(), table(rows));
    }
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.05 * rows.size(), rows.size() + " figures; " + differ);
  }

  /** Services that call each other, most of them too small, with clients that make it worse. */
  @Test
  void figuresOfCallersAgree() {
    List<Agreement.Row> rows = new ArrayList<>();
    Simplified.calling(SCENARIOS)
        .forEach(scenario -> rows.addAll(new Agreement(scenario, SEEDS).rows()));
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.08 * rows.size(), rows.size() + " figures; " + differ);
  }

  /** Clients who look up names, and go by the copies of their resolvers. */
  @Test
  void figuresBehindNamesAgree() {
    List<Agreement.Row> rows = new ArrayList<>();
    Simplified.named(SCENARIOS)
        .forEach(scenario -> rows.addAll(new Agreement(scenario, SEEDS).rows()));
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.05 * rows.size(), rows.size() + " figures; " + differ);
  }

  /**
   * Clients with breakers and limits of their own, most of them sending far too much. Breakers that
   * chance opens, at shares of failures just below theirs, are known to stay closed (decision 5).
   */
  @Test
  void figuresOfLimitedClientsAgree() {
    List<Agreement.Row> rows = new ArrayList<>();
    Simplified.limited(SCENARIOS)
        .forEach(scenario -> rows.addAll(new Agreement(scenario, SEEDS).rows()));
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.08 * rows.size(), rows.size() + " figures; " + differ);
  }

  /** Users who think between their requests, of closed populations and in sessions that end. */
  @Test
  void figuresOfUsersAgree() {
    List<Agreement.Row> rows = new ArrayList<>();
    Simplified.coming(SCENARIOS)
        .forEach(scenario -> rows.addAll(new Agreement(scenario, SEEDS).rows()));
    assertEquals(List.of(), differing(rows, "requests.offered"), "what is offered");
    assertEquals(List.of(), differing(rows, "instance-hours"), "instance-hours");
    List<String> differ = differing(rows, "");
    assertTrue(differ.size() <= 0.08 * rows.size(), rows.size() + " figures; " + differ);
  }

  private static List<String> differing(List<Agreement.Row> rows, String figure) {
    return rows.stream()
        .filter(row -> row.figure().endsWith(figure) && row.disagrees())
        .map(Agreement.Row::line)
        .toList();
  }

  private static Path page() {
    return Path.of(System.getProperty("headroom.root", ".."), "docs", "flow-vs-requests.md");
  }

  private static String table(List<Agreement.Row> rows) {
    StringBuilder text = new StringBuilder("""
        # Flow against requests

        Fifty generated scenarios (seeds 1 to 50 of `AnyScenario`, without what flow refuses), each run with seeds 1 to 5
        by both models. *Agrees*: the 99 % interval of the paired difference lies inside the tolerance; *differs*: outside;
        else undecided, which with five short runs is mostly chance. Tolerances: offered and instance-hours 1 %, busy 1
        point, availability 0.1 point or 15 % of the failures, latency 10 % below a load of 0.85 and 20 % above. Written by
        `AgreementTest` with `-Dheadroom.golden=write`; why some differ is said in decision 5.

        | figure | agrees | undecided | differs |
        |---|--:|--:|--:|
        """);
    for (String figure : List.of(
        "requests.offered",
        "instance-hours",
        "busy.mean",
        "availability.request",
        "latency.p50",
        "latency.p99")) {
      List<Agreement.Row> of =
          rows.stream().filter(r -> r.figure().endsWith(figure)).toList();
      long agree = of.stream().filter(Agreement.Row::agrees).count();
      long differ = of.stream().filter(Agreement.Row::disagrees).count();
      text.append(String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d |%n",
          figure,
          agree,
          of.size() - agree - differ,
          differ));
    }
    text.append("""

        | scenario | figure | busiest load | requests | flow | tolerated | |
        |---|---|--:|--:|--:|--:|---|
        """);
    rows.stream()
        .filter(row -> !row.agrees())
        .forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }
}
