package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums of times against each pair added by itself, and what sums must keep. */
class TimesTest {

  private static final int PAIRS = 300;

  /** Points of a few to some hundred, anywhere from a microsecond to half a year. */
  private static double[][] some(SplittableRandom random) {
    int first = random.nextInt(500);
    double[] shares = new double[1 + random.nextInt(190)];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= Math.max(sum, 1e-9);
    }
    return new double[][] {{first}, shares};
  }

  @Test
  void allPairsAreAddedAsEachWouldBe() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < PAIRS; n++) {
      double[][] one = some(random);
      double[][] other = some(random);
      double[] sums = new double[720];
      int last = TimesSum.add(one[1], (int) one[0][0], other[1], (int) other[0][0], sums);
      double[] wanted = new double[720];
      int highest = eachPair(one, other, wanted);
      assertArrayEquals(wanted, sums, 1e-14);
      assertEquals(highest, last);
    }
  }

  private static int eachPair(double[][] one, double[][] other, double[] to) {
    int highest = 0;
    for (int i = 0; i < one[1].length; i++) {
      for (int j = 0; j < other[1].length; j++) {
        double seconds = Times.at((int) one[0][0] + i) + Times.at((int) other[0][0] + j);
        int at = Times.index(Double.doubleToRawLongBits(seconds));
        double next = (seconds - Times.at(at)) / (Times.at(at + 1) - Times.at(at));
        to[at] += one[1][i] * other[1][j] * (1 - next);
        to[at + 1] += one[1][i] * other[1][j] * next;
        highest = Math.max(highest, at + 1);
      }
    }
    return highest;
  }

  @Test
  void meansAddUp() {
    Times one = Times.uniform(0.01, 0.3);
    Times other = Times.NONE.or(0.4, Times.uniform(2, 9));
    assertEquals(one.mean() + other.mean(), one.plus(other).mean(), 1e-9);
    assertEquals(one.mean() + other.mean(), other.plus(one).mean(), 1e-9);
    assertEquals(other, Times.NONE.plus(other));
    assertEquals(1, one.plus(other).within(Times.FOR_EVER), 1e-12);
  }

  @Test
  void whatTakesForEverStaysThere() {
    Times forEver = Times.constant(Times.FOR_EVER);
    Times sum = forEver.or(0.5, Times.constant(1)).plus(Times.uniform(1, 2));
    assertEquals(0.5, sum.within(1e6), 1e-9);
    assertEquals(0.5, sum.within(Times.FOR_EVER), 1e-9);
  }
}
