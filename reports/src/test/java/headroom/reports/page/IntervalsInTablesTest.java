package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Table;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is estimated stands in every table with its interval. */
class IntervalsInTablesTest {

  private static RunFacts facts() {
    return Estimates.ofTheSale()
        .put(Metric.value("groups.web", "launch.boot", "mean", Unit.SECONDS), 31, 2)
        .put(Metric.value("groups.web", "launch.boot", "p90", Unit.SECONDS), 44, 3)
        .facts();
  }

  private static Table table(RunFacts facts, String id) {
    return RunReport.of(Bare.of(facts)).sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(block -> block.id().equals(id))
        .map(block -> ((Block.Listing) block).table())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> numbers(Table table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .map(cell -> cell.replace('\u00A0', ' '))
        .filter(cell -> cell.matches("[+−-]?[0-9].*"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"by-workload", "by-class", "composition", "launches", "causes"})
  void everyNumberHasOne(String id) {
    List<String> numbers = numbers(table(facts(), id));
    assertFalse(numbers.isEmpty(), id);
    numbers.forEach(cell -> assertTrue(cell.matches(".*( ± | to | at ).*"), id + ": " + cell));
  }

  @Test
  void aCausesShareReachesFromItsLeastToItsMost() {
    assertTrue(numbers(table(facts(), "causes")).contains("75 to 90 %"), "as in the finding");
    RunFacts seldom =
        Estimates.ofTheSale().set("downtime.capacity", 6, 0, 60, Basis.RARE).facts();
    assertEquals("0.0 to 2.2 %", numbers(table(seldom, "causes")).get(4));
  }
}
