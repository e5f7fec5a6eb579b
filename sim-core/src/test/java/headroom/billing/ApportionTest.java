package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ApportionTest {

  @Test
  void theLargestRemainderGetsTheRest() {
    assertArrayEquals(new long[] {3, 2, 5}, Apportion.counts(10, new long[] {28, 22, 50}));
    assertArrayEquals(new long[] {4, 3, 3}, Apportion.counts(10, new long[] {1, 1, 1}));
    assertArrayEquals(new long[] {0, 10, 0}, Apportion.counts(10, new long[] {0, 7, 0}));
    assertArrayEquals(new long[] {0, 0}, Apportion.counts(0, new long[] {1, 2}));
  }

  @Test
  void creditsAreSplitLikeCharges() {
    assertArrayEquals(
        new BigDecimal[] {new BigDecimal("-0.34"), new BigDecimal("-0.33"), new BigDecimal("-0.33")
        },
        Apportion.amounts(new BigDecimal("-1.00"), new long[] {1, 1, 1}));
  }

  @Test
  void partsSumToTheWholeAndNoneIsOffByMoreThanAUnit() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 500; run++) {
      long[] weights =
          random.longs(1 + random.nextInt(30), 0, 1L << random.nextInt(1, 50)).toArray();
      weights[0]++;
      long whole = random.nextLong(1L << random.nextInt(1, 60));
      long[] parts = Apportion.counts(whole, weights);
      assertEquals(whole, Arrays.stream(parts).sum());
      BigDecimal sum = BigDecimal.valueOf(Arrays.stream(weights).sum());
      for (int i = 0; i < parts.length; i++) {
        BigDecimal error = BigDecimal.valueOf(whole)
            .multiply(BigDecimal.valueOf(weights[i]))
            .subtract(BigDecimal.valueOf(parts[i]).multiply(sum));
        assertEquals(-1, error.abs().compareTo(sum));
      }
    }
  }

  @Test
  void nothingToSplitByIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> Apportion.counts(1, new long[] {0, 0}));
  }
}
