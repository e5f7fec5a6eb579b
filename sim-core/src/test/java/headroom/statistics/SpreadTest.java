package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  /** The 101 values 0 to 100, in any order: each percent is itself. */
  @Test
  void aHundredAndOneValuesHaveTheirRanksAsQuantiles() {
    List<SortedMap<Metric, Double>> runs = IntStream.rangeClosed(0, 100)
        .mapToObj(i -> run((i * 37) % 101))
        .toList();
    assertEquals(new Spread(COST, 5, 50, 95, 101), Spread.of(runs, any -> true).get(COST));
  }

  /** Hyndman and Fan's seventh definition on four values. */
  @Test
  void betweenTwoValuesTheWayIsStraight() {
    Spread spread = Spread.of(List.of(run(4), run(1), run(3), run(2)), any -> true).get(COST);
    assertEquals(new Spread(COST, 1.15, 2.5, 3.85, 4), rounded(spread));
    assertEquals(0.81450625, spread.missed(), 1e-12);
  }

  @Test
  void aSingleReplicationHasNoSpreadAndWhatNobodyWantsHasNone() {
    assertTrue(Spread.of(List.of(run(4)), any -> true).isEmpty());
    assertTrue(Spread.of(List.of(run(4), run(5)), any -> false).isEmpty());
  }

  private static Spread rounded(Spread spread) {
    return new Spread(
        COST, Math.rint(spread.p5() * 1e9) / 1e9, spread.p50(), Math.rint(spread.p95() * 1e9) / 1e9,
        spread.n());
  }

  private static SortedMap<Metric, Double> run(double usd) {
    return new TreeMap<>(java.util.Map.of(COST, usd));
  }
}
