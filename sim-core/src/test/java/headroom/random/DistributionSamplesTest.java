package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Samples that can be worked out by hand, above all in the tails. */
class DistributionSamplesTest {

  private static final double TOP = 1 - 0x1p-53;
  private static final double BOTTOM = 0x1p-53;
  private static final double LN2 = 0.6931471805599453;

  @Test
  void upperTailsKeepTheirDigits() {
    assertNear(2 * 53 * LN2, new Exponential(2), TOP);
    assertNear(3 * 53 * 53 * LN2 * LN2, new Weibull(0.5, 3), TOP);
    assertNear(StrictMath.pow(2, 53 / 2.5), new Pareto(2.5, 1), TOP);
    // The standard normal's quantile at 1 - 2^-53.
    double z = 8.209536151601387;
    assertNear(100 + z, new Normal(100, 1), TOP);
    double sigma = Math.sqrt(StrictMath.log(5));
    assertNear(StrictMath.exp(sigma * z) / Math.sqrt(5), new Lognormal(1, 2), TOP);
  }

  @Test
  void lowerTailsKeepTheirDigits() {
    assertNear(2 * BOTTOM, new Exponential(2), BOTTOM);
    assertNear(3 * BOTTOM * BOTTOM, new Weibull(0.5, 3), BOTTOM);
    assertNear(1, new Pareto(2.5, 1), BOTTOM);
    assertNear(BOTTOM * Math.sqrt(Math.PI / 2), new Normal(0, 1), BOTTOM);
    // P(x) of shape 2 begins as x² / 2.
    assertEquals(0x1p-26, new Gamma(2, Math.sqrt(0.5)).quantile(BOTTOM), 1e-7 * 0x1p-26);
  }

  @Test
  void lawsWithLimitsStayWithinThem() {
    assertEquals(5, new Uniform(2, 5).quantile(TOP), 1e-15);
    assertTrue(new Pareto(1.5, 2, 50).quantile(TOP) <= 50);
    assertTrue(new Pareto(1.5, 2, 50).quantile(BOTTOM) >= 2);
    assertTrue(new Normal(0, 3).quantile(BOTTOM) > 0);
    assertEquals(4, new Constant(4).sampler().sample(0.3));
  }

  @Test
  void empiricalGivesEachObservationItsShare() {
    Empirical law = Empirical.of(30, 10, 20, 20);
    for (DoubleUnaryOperator rule : rules(law)) {
      assertEquals(10, rule.applyAsDouble(BOTTOM));
      assertEquals(10, rule.applyAsDouble(0.2499));
      assertEquals(20, rule.applyAsDouble(0.25));
      assertEquals(20, rule.applyAsDouble(0.7499));
      assertEquals(30, rule.applyAsDouble(0.75));
      assertEquals(30, rule.applyAsDouble(TOP));
    }
  }

  @Test
  void empiricalKeepsACopy() {
    List<Double> values = new ArrayList<>(List.of(3.0, 1.0));
    Empirical law = new Empirical(values);
    values.set(0, 99.0);
    assertEquals(List.of(1.0, 3.0), law.values());
    assertNotSame(values, law.values());
    assertThrows(UnsupportedOperationException.class, () -> law.values().set(0, 5.0));
    assertEquals(Empirical.of(1, 3), law);
    assertEquals(Empirical.of(3, 1).hashCode(), law.hashCode());
  }

  @Test
  void mixtureRescalesWithinTheChosenPart() {
    Mixture law = new Mixture(List.of(
        new Mixture.Component(0.25, new Uniform(0, 1)),
        new Mixture.Component(0.5, new Constant(7)),
        new Mixture.Component(0.25, new Uniform(10, 20))));
    for (DoubleUnaryOperator rule : rules(law)) {
      assertEquals(0.4, rule.applyAsDouble(0.1), 1e-15);
      assertEquals(7, rule.applyAsDouble(0.25));
      assertEquals(7, rule.applyAsDouble(0.7499));
      assertEquals(10, rule.applyAsDouble(0.75), 1e-14);
      assertEquals(18, rule.applyAsDouble(0.95), 1e-13);
      assertEquals(20, rule.applyAsDouble(TOP), 1e-13);
    }
  }

  /** Shares that add up to a little less than 1 leave no gap at the top. */
  @Test
  void mixtureCoversTheWholeInterval() {
    Mixture.Component tenth = new Mixture.Component(0.1, new Exponential(1));
    Mixture law = new Mixture(java.util.Collections.nCopies(10, tenth));
    for (DoubleUnaryOperator rule : rules(law)) {
      double top = rule.applyAsDouble(TOP);
      assertTrue(top > 30 && top < 40, () -> "top is " + top);
    }
  }

  private static List<DoubleUnaryOperator> rules(Distribution law) {
    return List.of(law::quantile, law.sampler()::sample);
  }

  private static void assertNear(double expected, Distribution law, double u) {
    assertEquals(expected, law.quantile(u), 1e-13 * expected, law + " at " + u);
    assertEquals(expected, law.sampler().sample(u), 1e-13 * expected, law + " sampled at " + u);
  }
}
