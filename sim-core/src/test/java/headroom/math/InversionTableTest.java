package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InversionTableTest {

  private static final double PROMISED = 1e-9;

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.01, 1.7, 3, 15.9, 16, 80, 2500, 40_000})
  void gammaTableErrsLessThanPromised(double shape) {
    IncompleteGamma law = new IncompleteGamma(shape);
    InversionTable table = new InversionTable(law::inverseLower, law::inverseUpper);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 3000; i++) {
      double u = random.nextDouble();
      assertEquals(u, law.lower(table.at(u)), PROMISED, "shape " + shape + " at " + u);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0012, 0.01, 0.1, 0.5, 0.99})
  void tableOfLogarithmsErrsLessThanPromised(double shape) {
    IncompleteGamma law = new IncompleteGamma(shape);
    InversionTable table = new InversionTable(law::logInverseLower, law::logInverseUpper);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 3000; i++) {
      double u = random.nextDouble();
      double x = Elementary.exp(table.at(u));
      // Below the least double the power law is what is left to compare with.
      double reached = x > 1e-300
          ? law.lower(x)
          : Elementary.exp(shape * table.at(u) - Elementary.logGamma(shape + 1));
      assertEquals(u, reached, PROMISED, "shape " + shape + " at " + u);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 80, 2500})
  void tableNeverTurnsBack(double shape) {
    IncompleteGamma law = new IncompleteGamma(shape);
    InversionTable table = new InversionTable(law::inverseLower, law::inverseUpper);
    double before = 0;
    int steps = 1 << 18;
    for (int i = 1; i < steps; i++) {
      double value = table.at((double) i / steps);
      assertTrue(value > before, "turns back at " + i + " of " + steps);
      before = value;
    }
    for (int binade = -12; binade < 0; binade++) {
      assertGrowsAcross(table, Math.scalb(1.0, binade));
      assertGrowsAcross(table, 1 - Math.scalb(1.0, binade));
    }
  }

  private static void assertGrowsAcross(InversionTable table, double border) {
    assertTrue(table.at(border * (1 - 1e-12)) < table.at(border * (1 + 1e-12)), "at " + border);
  }

  @Test
  void tailsAreTheFunctionItself() {
    IncompleteGamma law = new IncompleteGamma(3);
    InversionTable table = new InversionTable(law::inverseLower, law::inverseUpper);
    assertEquals(law.inverseLower(0x1p-53), table.at(0x1p-53));
    assertEquals(law.inverseUpper(0x1p-53), table.at(1 - 0x1p-53));
    assertEquals(0, table.at(0));
    assertEquals(Double.POSITIVE_INFINITY, table.at(1));
  }
}
