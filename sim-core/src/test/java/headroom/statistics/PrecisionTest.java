package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate.Basis;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PrecisionTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  private static Estimate cost(double mean, double half, int n) {
    return new Estimate(COST, mean, mean - half, mean + half, n, Basis.STUDENT);
  }

  private static Estimate rare(double high, int n) {
    return new Estimate(COST, 0, 0, high, n, Basis.RARE);
  }

  @Test
  void precisionIsAbsoluteOrAShareOfTheMean() {
    assertTrue(Precision.relative(0.01).reached(cost(-200, 2, 10)));
    assertFalse(Precision.relative(0.01).reached(cost(200, 2.01, 10)));
    assertTrue(Precision.absolute(2).reached(cost(200, 2, 10)));
    assertFalse(Precision.absolute(1.99).reached(cost(200, 2, 10)));
    assertTrue(Precision.absolute(0.3).reached(rare(0.3, 10)));
    assertFalse(Precision.absolute(0.2).reached(rare(0.3, 10)));
    Estimate single = new Estimate(COST, 1, Double.NaN, Double.NaN, 1, Basis.SINGLE);
    assertFalse(Precision.absolute(100).reached(single));
    assertEquals(OptionalInt.empty(), Precision.absolute(100).replicationsNeeded(single, 1000));
  }

  /** A deviation of 1: t(0.975, n - 1)/√n is 0.1997 for 99 replications, 0.2007 for 98. */
  @Test
  void neededIsTheLeastNumberThatWouldDo() {
    double half = 2.2621571627409915 / Math.sqrt(10);
    Precision wanted = Precision.absolute(0.2);
    assertEquals(OptionalInt.of(99), wanted.replicationsNeeded(cost(5, half, 10), 1000));
    assertEquals(OptionalInt.of(99), wanted.replicationsNeeded(cost(5, half, 10), 99));
    assertEquals(OptionalInt.empty(), wanted.replicationsNeeded(cost(5, half, 10), 98));
    assertEquals(OptionalInt.of(10), wanted.replicationsNeeded(cost(5, 0.1, 10), 5));
    assertEquals(
        OptionalInt.empty(), Precision.relative(0.1).replicationsNeeded(cost(0, half, 10), 1000));
  }

  @Test
  void theLimitOfARareEventFallsWithTheirNumber() {
    assertEquals(
        OptionalInt.of(300), Precision.absolute(0.01).replicationsNeeded(rare(0.3, 10), 1000));
    assertEquals(
        OptionalInt.empty(), Precision.absolute(0.01).replicationsNeeded(rare(0.3, 10), 299));
  }
}
