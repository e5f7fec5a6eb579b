package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.FailureBias;
import headroom.fault.InstanceFailures;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Weibull;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rare outages are estimated without bias, and with an interval that holds. */
class RareEstimateTest {

  private static final double HOUR = 3600;
  private static final int HOURS = 6;

  private static Scenario pets(int n, Distribution up, Optional<FailureBias> bias) {
    Health keep = new Health(
        Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
    return new ScenarioBuilder()
        .rate(1.0 / 86_400)
        .size(n)
        .health(keep)
        .lasts(Duration.ofHours(HOURS))
        .failure(new InstanceFailures(
            "wear", "web", up, Optional.of(new Exponential(HOUR)), Optional.empty(), bias))
        .build();
  }

  private static Estimate loss(Scenario scenario, int k, int replications) {
    List<SortedMap<Metric, Double>> figures = IntStream.rangeClosed(1, replications)
        .parallel()
        .mapToObj(seed -> Engine.run(scenario, seed).metrics())
        .toList();
    Estimate share = Estimates.of(figures).entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals("groups.web.at-least." + k))
        .findFirst()
        .orElseThrow()
        .getValue();
    return new Estimate(
        share.metric(),
        1 - share.mean(),
        1 - share.high(),
        1 - share.low(),
        share.n(),
        share.basis());
  }

  /**
   * The exact share of [0, T] in which fewer than k of n are up, each failing and repaired by
   * itself with rates f and r from up: Markov, so each is down at t with probability f / (f + r) ·
   * (1 - exp(-(f + r) t)), and the number is binomial; integrated by Simpson's rule.
   */
  private static double exact(int n, int k, double failure, double repair) {
    int steps = 2000;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = (double) HOURS * i / steps;
      double q = failure / (failure + repair) * (1 - Math.exp(-(failure + repair) * t));
      double below = 0;
      for (int up = 0; up < k; up++) {
        below += choose(n, up) * Math.pow(1 - q, up) * Math.pow(q, n - up);
      }
      sum += below * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return sum / (3.0 * steps);
  }

  private static double choose(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product = product * (n - k + i) / i;
    }
    return product;
  }

  /** Two of which one must be up, 315 h and 1 h: five nines, within 10 % in seconds. */
  @Test
  void fiveNinesComeOutWithinATenth() {
    Scenario scenario = pets(2, new Exponential(315 * HOUR), Optional.of(new FailureBias(2)));
    Estimate loss = loss(scenario, 1, 6000);
    double exact = exact(2, 1, 1 / 315.0, 1);
    assertTrue(exact < 1e-5, "five nines: " + exact);
    assertTrue(loss.halfWidth() < 0.1 * loss.mean(), loss.toString());
    // At 99 %: 1.31 times the half-width at 95 %.
    assertEquals(exact, loss.mean(), 1.31 * loss.halfWidth());
  }

  /** Two of three must be up; and the bias may end when that is no more so. */
  @Test
  void kOfNComesOut() {
    Scenario scenario = pets(3, new Exponential(1000 * HOUR), Optional.of(new FailureBias(2)));
    Estimate loss = loss(scenario, 2, 3000);
    assertEquals(exact(3, 2, 1 / 1000.0, 1), loss.mean(), 1.31 * loss.halfWidth());
    assertTrue(loss.halfWidth() < 0.2 * loss.mean(), loss.toString());
  }

  /** Where brute force can see it, both say the same: lifetimes whose hazard falls with age. */
  @Test
  void bruteForceAgrees() {
    Distribution up = Weibull.ofMean(0.7, 5 * HOUR);
    Estimate plain = loss(pets(2, up, Optional.empty()), 1, 1000);
    Estimate rare = loss(pets(2, up, Optional.of(new FailureBias(2))), 1, 1000);
    double both =
        Math.sqrt(plain.halfWidth() * plain.halfWidth() + rare.halfWidth() * rare.halfWidth());
    assertEquals(plain.mean(), rare.mean(), 1.31 * both);
  }

  /** The mean weight is 1, whatever the bias; and a plain run has none. */
  @Test
  void weightsAverageToOne() {
    Scenario scenario = pets(2, new Exponential(100 * HOUR), Optional.of(new FailureBias(2)));
    List<SortedMap<Metric, Double>> figures = IntStream.rangeClosed(1, 500)
        .mapToObj(seed -> Engine.run(scenario, seed).metrics())
        .toList();
    Estimate weight = Estimates.of(figures).get(Metric.WEIGHT);
    assertEquals(1, weight.mean(), 1.31 * weight.halfWidth());
    Run plain = Engine.run(pets(2, new Exponential(100 * HOUR), Optional.empty()), 1);
    assertEquals(0, plain.logWeight());
    assertEquals(Optional.empty(), plain.figure("rare.weight"));
  }
}
