package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Means and variances that can be worked out by hand. */
class DistributionMomentsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void closedForms() {
    assertMoments(new Constant(3), 3, 0);
    assertMoments(new Constant(0), 0, 0);
    assertMoments(new Uniform(2, 5), 3.5, 0.75);
    assertMoments(new Exponential(0.2), 0.2, 0.04);
    assertMoments(new Erlang(4, 2), 2, 1);
    assertMoments(new Gamma(2, 3), 2, 36);
    assertMoments(new Lognormal(2, 3), 2, 36);
    assertMoments(new Weibull(1, 4), 4, 16);
    assertMoments(new Weibull(2, 2), Math.sqrt(Math.PI), 4 - Math.PI);
    assertMoments(new Weibull(0.5, 1), 2, 20);
    assertMoments(Weibull.ofMean(0.5, 6), 6, 180);
  }

  @Test
  void cutNormal() {
    assertMoments(new Normal(0, 1), Math.sqrt(2 / Math.PI), 1 - 2 / Math.PI);
    assertMoments(new Normal(50, 2), 50, 4);
    // φ(1) / Φ(1) = 0.28759997093917833
    double hazard = 0.28759997093917833;
    assertMoments(new Normal(1, 1), 1 + hazard, 1 - hazard - hazard * hazard);
  }

  @Test
  void paretoWithItsInfinities() {
    assertMoments(new Pareto(2.5, 1), 5.0 / 3, 2.5 / 0.5 - 25.0 / 9);
    assertMoments(new Pareto(2, 3), 6, INFINITY);
    assertMoments(new Pareto(1.1, 1), 11, INFINITY);
    double mean = StrictMath.log(20) / 0.95;
    assertMoments(new Pareto(1, 1, 20), mean, 19 / 0.95 - mean * mean);
    double square = 2 * StrictMath.log(20) / (1 - 1 / 400.0);
    double first = 2 * 0.95 / (1 - 1 / 400.0);
    assertMoments(new Pareto(2, 1, 20), first, square - first * first);
  }

  @Test
  void empiricalIsItsObservations() {
    assertMoments(Empirical.of(4, 1, 1, 2), 2, 1.5);
    assertMoments(Empirical.of(7), 7, 0);
  }

  @Test
  void mixtureAddsTheSpreadBetweenItsParts() {
    Mixture mixture = new Mixture(List.of(
        new Mixture.Component(0.25, new Constant(10)),
        new Mixture.Component(0.75, new Exponential(2))));
    assertMoments(mixture, 4, 0.75 * 4 + 0.25 * 36 + 0.75 * 4);
  }

  @Test
  void coefficientOfVariationIsRelative() {
    assertEquals(0, new Constant(0).coefficientOfVariation());
    assertEquals(1, new Exponential(7).coefficientOfVariation());
    assertEquals(1.5, new Lognormal(0.08, 1.5).coefficientOfVariation(), 1e-15);
    assertEquals(0.5, new Erlang(4, 2).coefficientOfVariation());
    assertEquals(INFINITY, new Pareto(1.5, 1).coefficientOfVariation());
  }

  private static void assertMoments(Distribution law, double mean, double variance) {
    assertEquals(mean, law.mean(), 1e-13 * mean, law + " mean");
    double tolerance = variance == INFINITY ? 0 : 1e-12 * (variance + mean * mean);
    assertEquals(variance, law.variance(), tolerance, law + " variance");
  }
}
