package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

  @Test
  void roundsTheTrueSumOnce() {
    for (int seed = 1; seed <= 60; seed++) {
      double[] values = anyValues(seed, 300);
      assertEquals(trueSum(values), sumOf(values).value(), "seed " + seed);
    }
  }

  @Test
  void neitherOrderNorMergingChangesIt() {
    double[] values = anyValues(1, 10_000);
    double expected = sumOf(values).value();
    ExactSum backwards = new ExactSum();
    for (int i = values.length - 1; i >= 0; i--) {
      backwards.add(values[i]);
    }
    ExactSum merged = new ExactSum();
    for (int part = 0; part < 7; part++) {
      ExactSum every7th = new ExactSum();
      for (int i = part; i < values.length; i += 7) {
        every7th.add(values[i]);
      }
      merged.add(every7th);
    }
    assertEquals(expected, backwards.value());
    assertEquals(expected, merged.value());
  }

  @Test
  void keepsWhatRoundingWouldLose() {
    assertEquals(1.0, sumOf(1e100, 1.0, -1e100).value());
    assertEquals(Double.MIN_VALUE, sumOf(1e308, Double.MIN_VALUE, -1e308).value());
    assertEquals(1.0, repeated(0.1, 10).value());
    assertEquals(1e6 * 0x1p-10, repeated(0x1p-10, 1_000_000).value());
  }

  @Test
  void roundsTiesToEven() {
    assertEquals(0x1p53, sumOf(0x1p53, 1).value());
    assertEquals(0x1.0000000000002p53, sumOf(0x1p53, 3).value());
    assertEquals(Math.nextUp(0x1p53), sumOf(0x1p53, 1, Double.MIN_VALUE).value());
    assertEquals(-0x1p53, sumOf(-0x1p53, -1).value());
  }

  @Test
  void sumsAtTheLimits() {
    assertEquals(0.0, new ExactSum().value());
    assertEquals(0.0, sumOf(-0.0, 5, -5).value());
    assertEquals(Double.MAX_VALUE, sumOf(Double.MAX_VALUE, 1e308, -1e308).value());
    assertEquals(
        Double.POSITIVE_INFINITY, sumOf(Double.MAX_VALUE, Double.MAX_VALUE).value());
    assertEquals(Double.NEGATIVE_INFINITY, repeated(-Double.MAX_VALUE, 5000).value());
    assertEquals(3 * Double.MIN_VALUE, repeated(Double.MIN_VALUE, 3).value());
  }

  @Test
  void addingASumToItselfDoublesIt() {
    ExactSum sum = sumOf(0.1, -7e20, 3e-200);
    double once = sum.value();
    sum.add(sum);
    assertEquals(2 * once, sum.value());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatHasNoSum(double value) {
    assertThrows(ArithmeticException.class, () -> new ExactSum().add(value));
  }

  private static ExactSum repeated(double value, long times) {
    ExactSum sum = new ExactSum();
    for (long i = 0; i < times; i++) {
      sum.add(value);
    }
    return sum;
  }

  private static ExactSum sumOf(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum;
  }

  private static double trueSum(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.doubleValue();
  }

  private static double[] anyValues(long seed, int count) {
    var random = new SplittableRandom(seed);
    int spread = random.nextInt(1, 1900);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      int exponent = random.nextInt(-spread / 2, spread / 2 + 1);
      values[i] = random.nextDouble(-2, 2) * Math.scalb(1.0, exponent);
    }
    return values;
  }
}
