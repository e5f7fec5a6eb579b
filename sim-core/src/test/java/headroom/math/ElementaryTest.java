package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementaryTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void logarithmAndPowerAgreeWithTheStandardLibraryToTwoUnits() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double x = Double.longBitsToDouble(random.nextLong(1, 0x7FF0L << 48));
      assertClose(StrictMath.log(x), Elementary.log(x), x);
      double near = 0.5 + random.nextDouble();
      assertClose(StrictMath.log(near), Elementary.log(near), near);
      double exponent = random.nextDouble(-700, 700);
      assertClose(StrictMath.exp(exponent), Elementary.exp(exponent), exponent);
      double power = random.nextDouble(-20, 20);
      assertClose(StrictMath.pow(near, power), Elementary.pow(near, power), near);
    }
  }

  private static void assertClose(double expected, double actual, double argument) {
    double error = Math.abs(expected - actual) / Math.ulp(expected);
    assertTrue(error <= 2, () -> actual + " for " + expected + " at " + argument);
  }

  @ParameterizedTest
  @CsvSource({
    "0, -Infinity",
    "-0.0, -Infinity",
    "-1, NaN",
    "-Infinity, NaN",
    "NaN, NaN",
    "1, 0",
    "Infinity, Infinity"
  })
  void logarithmKeepsTheLimits(double x, double expected) {
    assertEquals(expected, Elementary.log(x));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "-0.0, 1",
    "710, Infinity",
    "Infinity, Infinity",
    "-746, 0",
    "-Infinity, 0",
    "NaN, NaN",
    "1e308, Infinity",
    "-1e308, 0",
    "1e-300, 1"
  })
  void exponentialKeepsTheLimits(double x, double expected) {
    assertEquals(expected, Elementary.exp(x));
  }

  @Test
  void powerKeepsTheLimitsOfTheStandardLibrary() {
    double[] values = {
      0.0,
      -0.0,
      1,
      -1,
      2,
      -2,
      0.5,
      3,
      1e300,
      1e-300,
      Double.MIN_VALUE,
      INFINITY,
      -INFINITY,
      Double.NaN,
      1075,
      -1075
    };
    for (double base : values) {
      for (double exponent : values) {
        double expected = StrictMath.pow(base, exponent);
        assertEquals(expected, Elementary.pow(base, exponent), base + "^" + exponent);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, -Infinity", "-2, NaN", "NaN, NaN", "Infinity, Infinity", "0, 0", "1e-300, 1e-300"
  })
  void logarithmOfOnePlusKeepsTheLimits(double x, double expected) {
    assertEquals(expected, Elementary.log1p(x));
  }

  @ParameterizedTest
  @CsvSource({"0, -Infinity", "1, Infinity", "0.5, 0", "-0.1, NaN", "1.1, NaN", "NaN, NaN"})
  void inverseNormalKeepsTheLimits(double p, double expected) {
    assertEquals(expected, Elementary.inverseNormal(p));
  }

  @ParameterizedTest
  @CsvSource({"-Infinity, 0", "Infinity, 1", "NaN, NaN", "-50, 0", "50, 1"})
  void normalLawKeepsTheLimits(double x, double expected) {
    assertEquals(expected, Elementary.normalCdf(x));
  }

  @Test
  void functionsNeverTurnBack() {
    assertGrows(Elementary::log, 0.01, 4);
    assertGrows(Elementary::exp, -3, 3);
    assertGrows(Elementary::inverseNormal, 1e-6, 1 - 1e-6);
    assertGrows(Elementary::normalCdf, -6, 5);
  }

  // Steps are wide beside the rounding of a value, so that only a break between pieces shows.
  private static void assertGrows(DoubleUnaryOperator function, double from, double to) {
    int steps = 200_000;
    double before = function.applyAsDouble(from);
    for (int i = 1; i <= steps; i++) {
      double x = from + (to - from) * i / steps;
      double value = function.applyAsDouble(x);
      assertTrue(value > before, "turns back at " + x);
      before = value;
    }
  }
}
