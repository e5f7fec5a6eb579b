package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bad times of a run in words, and the causes of harm with their intervals. */
class BadTimesTest {

  private static Table table(Block block) {
    return ((Block.Listing) block).table();
  }

  /** Zone b lost its power from hour 30 on, for 45 minutes. */
  @Test
  void anOutageIsToldFromItsFailureOn() {
    Course course = Course.of(Sale.facts().shown()).orElseThrow();
    Table table = table(BadTimes.of(course).orElseThrow());
    List<String> outage = table.rows().stream()
        .filter(row -> row.get(2).contains("power-loss-b"))
        .findFirst()
        .orElseThrow();
    assertTrue(outage.get(3).startsWith("zone b down: power-loss-b"), outage.toString());
    assertTrue(outage.get(3).contains("in service"), outage.toString());
    double failed = Double.parseDouble(outage.get(4).replaceAll("[ (].*", "").replace(",", ""));
    assertTrue(failed > 0, outage.toString());
  }

  @Test
  void aRunWithoutACourseHasNone() {
    assertTrue(Course.of(Bare.of(Sale.facts()).shown()).isEmpty());
  }

  @Test
  void sharesOfTheDowntimeReachTheWhole() {
    Table table = table(CauseTable.of(Sale.facts()).orElseThrow());
    List<String[]> shares = table.rows().stream()
        .map(row -> row.get(2).replace("\u00A0%", "").split(" to "))
        .toList();
    assertEquals(2, shares.size());
    assertEquals(
        100, Double.parseDouble(shares.get(0)[0]) + Double.parseDouble(shares.get(1)[1]), 1);
    assertEquals(
        100, Double.parseDouble(shares.get(0)[1]) + Double.parseDouble(shares.get(1)[0]), 1);
    assertTrue(table.rows().stream().anyMatch(row -> row.get(0).equals("power-loss-b")));
  }

  /** By rates every minute is bad with some small probability; that does not make hours bad. */
  @Test
  void aStepIsBadThatHasABadMinuteRatherThanNot() {
    assertFalse(BadTimes.isBad(0.03, 60));
    assertTrue(BadTimes.isBad(60, 60));
    assertTrue(BadTimes.isBad(60, 43_920));
    assertFalse(BadTimes.isBad(20, 43_920));
  }
}
