package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.ClopperPearson;
import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Gamma;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the interval at which an experiment stops holds the mean: replications are normal, or
 * means of 50 exponential draws, with standard deviation 1; the precision is in that unit.
 */
class StoppingCoverageTest {
  private static final double MEAN = 10;
  private static final Distribution SKEWED = new Gamma(1, Math.sqrt(1.0 / 50));

  private static double draw(String law, double share) {
    return law.equals("normal")
        ? MEAN + Elementary.inverseNormal(share)
        : MEAN + (SKEWED.quantile(share) - 1) * Math.sqrt(50);
  }

  private static boolean holds(String law, int atLeast, double within, int seed) {
    StoppingRule rule = new StoppingRule(new Replications(
        atLeast, 300, Optional.of(new Until("latency.mean", within, Until.Measure.ABSOLUTE))));
    Stream luck = new Chance(seed).of("stopping", law);
    List<SortedMap<Metric, Double>> figures = new ArrayList<>();
    SortedMap<Metric, Estimate> estimates;
    do {
      int next = rule.nextLook(figures.size());
      while (figures.size() < next) {
        double value = draw(law, luck.at(figures.size()));
        figures.add(new TreeMap<>(java.util.Map.of(Fixtures.LUCK, value)));
      }
      estimates = Estimates.of(figures, 3600, rule.risk());
    } while (!rule.isEnough(figures.size(), estimates));
    Estimate found = estimates.get(estimates.firstKey());
    return found.low() <= MEAN && MEAN <= found.high();
  }

  private static void covers(String law, int atLeast, double within, int experiments) {
    int held = 0;
    for (int seed = 1; seed <= experiments; seed++) {
      held += holds(law, atLeast, within, seed) ? 1 : 0;
    }
    String said = String.format(
        Locale.ROOT,
        "%s, at least %d, within %.2f: %d of %d (%.1f %%)",
        law,
        atLeast,
        within,
        held,
        experiments,
        100.0 * held / experiments);
    System.out.println("stopping: " + said);
    assertTrue(ClopperPearson.high(held, experiments, 0.001) >= 0.94, said);
  }

  @ParameterizedTest
  @CsvSource({"normal, 5, 0.6", "normal, 10, 0.4", "skewed, 5, 0.4", "skewed, 10, 0.6"})
  void theIntervalAtWhichItStopsHolds(String law, int atLeast, double within) {
    covers(law, atLeast, within, 250);
  }

  @ParameterizedTest
  @Tag("exhaustive")
  @CsvSource({
    "normal, 5, 1", "normal, 5, 0.6", "normal, 5, 0.4", "normal, 5, 0.25",
    "normal, 10, 1", "normal, 10, 0.6", "normal, 10, 0.4", "normal, 10, 0.25",
    "skewed, 5, 1", "skewed, 5, 0.6", "skewed, 5, 0.4", "skewed, 5, 0.25",
    "skewed, 10, 1", "skewed, 10, 0.6", "skewed, 10, 0.4", "skewed, 10, 0.25"
  })
  void theIntervalAtWhichItStopsHoldsInTenThousand(String law, int atLeast, double within) {
    covers(law, atLeast, within, 10_000);
  }
}
