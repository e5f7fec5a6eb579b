package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.results.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Paired differences: by hand, and by their coverage where the truth is known. */
class DifferencesTest {

  private static final Metric COST = Metric.value("", "cost", "monthly", Unit.USD);
  private static final Metric FAILED = Metric.count("requests", "failed", "", Unit.ONE);
  private static final Metric SHARE =
      new Metric("", "availability", "request", Unit.ONE, Kind.SUCCESS_SHARE);

  private static List<SortedMap<Metric, Double>> figures(Metric metric, double... values) {
    List<SortedMap<Metric, Double>> all = new ArrayList<>();
    for (double value : values) {
      all.add(new TreeMap<>(Map.of(metric, value)));
    }
    return all;
  }

  private static Difference of(Metric metric, double[] first, double[] other, int comparisons) {
    return Differences.of(figures(metric, first), figures(metric, other), comparisons)
        .values()
        .iterator()
        .next();
  }

  /** Differences 1, 2, 3: mean 2, deviation 1, Student's t of 2 degrees 4.303 at 97.5 %. */
  @Test
  void aPairOfVariantsByHand() {
    Difference difference = of(COST, new double[] {10, 20, 30}, new double[] {11, 22, 33}, 1);
    assertEquals(2, difference.mean(), 1e-12);
    assertEquals(4.302653 / Math.sqrt(3), difference.halfWidth(), 1e-6);
    assertFalse(difference.isFound());
  }

  /** With five comparisons each interval is at 99 %: t of 2 degrees at 99.5 % is 9.925. */
  @Test
  void manyComparisonsAreJudgedTogether() {
    Difference difference = of(COST, new double[] {10, 20, 30}, new double[] {11, 22, 33}, 5);
    assertEquals(9.924843 / Math.sqrt(3), difference.halfWidth(), 1e-6);
  }

  /** No failure in either: up to -ln 0.05 = 3.0 requests in 10 replications are not excluded. */
  @Test
  void whatWasNeverSeenCannotBeExcluded() {
    Difference difference = of(FAILED, new double[10], new double[10], 1);
    assertTrue(difference.isRare());
    assertFalse(difference.isFound());
    assertEquals(0.299573, difference.atMost(), 1e-6);
    double[] all = new double[] {1, 1, 1, 1, 1, 1, 1, 1};
    assertEquals(1 - Elementary.pow(0.05, 1.0 / 8), of(SHARE, all, all, 1).atMost(), 1e-9);
  }

  /**
   * Two queues' costs with a common part and parts of their own, skewed: the paired interval of 95 %
   * must cover the true difference 0.3 in 95 % of experiments, judged by the binomial at 99.9 %.
   */
  @Test
  void theIntervalCoversTheTruth() {
    // 3.29 standard deviations of the binomial of 1,000 at 95 %, and 1 % for the skewness.
    assertEquals(0.95, coverage(1000), 0.0227 + 0.01);
  }

  @Test
  @Tag("exhaustive")
  void theIntervalCoversTheTruthTenThousandTimes() {
    assertEquals(0.95, coverage(10_000), 0.01);
  }

  private static double coverage(int experiments) {
    int replications = 40;
    Stream luck = new Chance(1).of("coverage", "paired");
    int covered = 0;
    for (int experiment = 0; experiment < experiments; experiment++) {
      double[] first = new double[replications];
      double[] other = new double[replications];
      for (int i = 0; i < replications; i++) {
        Stream own = luck.of(experiment).of(i);
        double common = -Elementary.log(own.at(0));
        first[i] = common - 0.2 * Elementary.log(own.at(1));
        other[i] = common - 0.5 * Elementary.log(own.at(2));
      }
      Difference difference = of(COST, first, other, 1);
      covered += difference.low() <= 0.3 && 0.3 <= difference.high() ? 1 : 0;
    }
    return covered / (double) experiments;
  }
}
