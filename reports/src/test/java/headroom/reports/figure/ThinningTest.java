package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

  private static double[] wave(int size) {
    double[] y = IntStream.range(0, size).mapToDouble(i -> Math.sin(i * 0.01)).toArray();
    y[size / 3] = 50;
    y[size / 2] = -50;
    return y;
  }

  @Test
  void keepsThePeakAndTheTrough() {
    Points thin = Thinning.to(Points.steps(0, 1, wave(100_000)), 300);
    assertTrue(thin.size() <= 4 * 301, "" + thin.size());
    assertEquals(50, thin.max());
    assertEquals(-50, thin.values().min().orElseThrow());
    assertEquals(33_333, thin.x(thin.peak()));
  }

  @Test
  void keepsTheEndsAndTheOrder() {
    Points thin = Thinning.to(Points.steps(7, 2, wave(10_000)), 100);
    assertEquals(7, thin.x(0));
    assertEquals(7 + 2 * 9_999, thin.x(thin.size() - 1));
    for (int i = 1; i < thin.size(); i++) {
      assertTrue(thin.x(i) > thin.x(i - 1));
    }
  }

  @Test
  void everyStretchKeepsItsOwnExtremes() {
    double[] y = wave(10_000);
    Points thin = Thinning.to(Points.steps(0, 1, y), 100);
    for (int column = 0; column < 99; column++) {
      int from = (int) Math.ceil(column * 99.99);
      int to = (int) Math.ceil((column + 1) * 99.99);
      double highest = IntStream.range(from, to).mapToDouble(i -> y[i]).max().orElseThrow();
      boolean kept = IntStream.range(0, thin.size())
          .anyMatch(i -> thin.x(i) >= from && thin.x(i) < to && thin.y(i) == highest);
      assertTrue(kept, "column " + column);
    }
  }

  @Test
  void gapsStayGapsAndDoNotSwallowValues() {
    double[] y = new double[10_000];
    java.util.Arrays.fill(y, Double.NaN);
    y[5_004] = 3;
    Points thin = Thinning.to(Points.steps(0, 1, y), 50);
    assertEquals(1, thin.values().count());
    assertEquals(3, thin.max());
    assertTrue(thin.size() < 250, "" + thin.size());
  }

  @Test
  void leavesShortSeriesAlone() {
    Points few = Points.steps(0, 1, new double[] {1, 2, 3});
    assertSame(few, Thinning.to(few, 100));
  }
}
