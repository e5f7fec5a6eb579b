package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.results.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ignorance told from randomness where both are known. */
class UncertaintiesTest {

  private static final Metric COST = Metric.value("", "cost", "monthly", Unit.USD);

  private static List<List<SortedMap<Metric, Double>>> samples(
      int samples, int replications, double inputs, double chance, long seed) {
    Stream luck = new Chance(seed).of("uncertain", "test");
    List<List<SortedMap<Metric, Double>>> all = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      double own = inputs * Elementary.inverseNormal(luck.of(i).at(0));
      List<SortedMap<Metric, Double>> sample = new ArrayList<>();
      for (int r = 1; r <= replications; r++) {
        double value = 100 + own + chance * Elementary.inverseNormal(luck.of(i).at(r));
        sample.add(new TreeMap<>(Map.of(COST, value)));
      }
      all.add(sample);
    }
    return all;
  }

  private static Uncertainty of(List<List<SortedMap<Metric, Double>>> samples) {
    return Uncertainties.of(samples).values().iterator().next();
  }

  /** Inputs with a deviation of 4 and chance with 3: 16 of 25 parts of the variance. */
  @Test
  void theSharesOfTheVarianceAreFound() {
    Uncertainty found = of(samples(4000, 5, 4, 3, 1));
    assertEquals(0.64, found.ignorance(), 0.03);
    assertEquals(100, found.mean(), 0.3);
    assertEquals(100 + 1.645 * 5, found.p95(), 0.4);
    assertEquals(100 - 1.645 * 5, found.p5(), 0.4);
  }

  @Test
  void withoutIgnoranceThereIsChanceAlone() {
    assertTrue(of(samples(500, 5, 0, 3, 1)).ignorance() < 0.05);
    assertEquals(1, of(samples(50, 5, 3, 0, 1)).ignorance(), 1e-9);
    assertTrue(Double.isNaN(of(samples(50, 1, 3, 1, 1)).ignorance()), "cannot be told apart");
  }

  /** The interval of the 95th percentile, 108.22, over 200 studies of 60 samples: most cover it. */
  @Test
  void theIntervalOfTheBudgetCovers() {
    int covered = 0;
    for (int study = 1; study <= 200; study++) {
      Uncertainty found = of(samples(60, 4, 4, 3, study));
      covered += found.p95Low() <= 108.2243 && 108.2243 <= found.p95High() ? 1 : 0;
    }
    // A bootstrap of an extreme quantile covers a little less than it says.
    assertTrue(covered >= 0.86 * 200, covered + " of 200");
  }
}
