package headroom.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Splits a whole in proportion to weights so that the parts sum to it exactly: the method of largest
 * remainders (Hamilton); equal remainders go to the earlier part.
 */
final class Apportion {

  private Apportion() {}

  /** Splits money; each part has the scale of the whole. */
  static BigDecimal[] amounts(BigDecimal whole, long[] weights) {
    BigInteger[] parts = split(whole.unscaledValue(), weights);
    BigDecimal[] result = new BigDecimal[parts.length];
    for (int i = 0; i < parts.length; i++) {
      result[i] = new BigDecimal(parts[i], whole.scale());
    }
    return result;
  }

  /** Splits a count. */
  static long[] counts(long whole, long[] weights) {
    BigInteger[] parts = split(BigInteger.valueOf(whole), weights);
    long[] result = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      result[i] = parts[i].longValueExact();
    }
    return result;
  }

  private static BigInteger[] split(BigInteger whole, long[] weights) {
    BigInteger weight = sum(weights);
    BigInteger[] parts = new BigInteger[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    BigInteger rest = whole;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share = share(whole, weights[i], weight);
      parts[i] = share[0];
      remainders[i] = share[1].abs();
      rest = rest.subtract(share[0]);
    }
    BigInteger one = BigInteger.valueOf(whole.signum());
    largest(remainders, rest.abs().intValueExact()).forEach(i -> parts[i] = parts[i].add(one));
    return parts;
  }

  private static BigInteger[] share(BigInteger whole, long weight, BigInteger weights) {
    return weight == 0
        ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
        : whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(weights);
  }

  private static IntStream largest(BigInteger[] remainders, int count) {
    return count == 0
        ? IntStream.empty()
        : IntStream.range(0, remainders.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .limit(count)
            .mapToInt(Integer::intValue);
  }

  private static BigInteger sum(long[] weights) {
    BigInteger sum = LongStream.of(weights)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() <= 0) {
      throw new IllegalArgumentException("nothing to split by: the weights sum to " + sum);
    }
    return sum;
  }
}
