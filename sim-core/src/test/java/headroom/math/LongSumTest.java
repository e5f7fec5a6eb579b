package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSumTest {

  @Test
  void isTheTrueSumBeyondTheRangeOfALong() {
    var random = new SplittableRandom(1);
    LongSum sum = new LongSum();
    LongSum merged = new LongSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 1000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      sum.add(value);
      LongSum part = new LongSum();
      part.add(value);
      merged.add(part);
      expected = expected.add(BigInteger.valueOf(value));
      assertEquals(expected, sum.exact(), "after " + (i + 1));
    }
    assertEquals(expected, merged.exact());
    assertEquals(expected.doubleValue(), sum.value());
  }

  @Test
  void carriesAtTheLimits() {
    LongSum sum = new LongSum();
    for (int i = 0; i < 5; i++) {
      sum.add(Long.MAX_VALUE);
    }
    assertEquals(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(5)), sum.exact());
    for (int i = 0; i < 5; i++) {
      sum.add(Long.MIN_VALUE);
    }
    assertEquals(BigInteger.valueOf(-5), sum.exact());
    sum.add(sum);
    assertEquals("-10", sum.toString());
  }
}
