package headroom.math;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Prints the digest of many values of each function: the same lines wherever it runs. */
final class ElementaryBits {

  private static final int MANY = 20_000;
  private static final int FEW = 300;

  private ElementaryBits() {}

  static Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("log", anyMagnitude(Elementary::log));
    digests.put("log near 1", between(0.5, 2, MANY, Elementary::log));
    digests.put("exp", between(-750, 715, MANY, Elementary::exp));
    digests.put("pow", between(0, 50, MANY, x -> Elementary.pow(x, 17.3 - x)));
    digests.put("log1p", between(-1, 1, MANY, Elementary::log1p));
    digests.put("expm1", between(-3, 3, MANY, Elementary::expm1));
    digests.put("sin", between(-1000, 1000, MANY, Elementary::sin));
    digests.put("cos", between(-1000, 1000, MANY, Elementary::cos));
    digests.put("inverseNormal", between(0, 1, MANY, Elementary::inverseNormal));
    digests.put("normalCdf", between(-38, 9, MANY, Elementary::normalCdf));
    digests.put("logGamma", between(0, 200, MANY, Elementary::logGamma));
    digests.put("gamma", between(-5, 140, MANY, Elementary::gamma));
    digests.put("gammaP", between(0, 9, FEW, x -> Elementary.regularizedGammaP(3.7, x)));
    digests.put("gammaQ", between(0, 99, FEW, x -> Elementary.regularizedGammaQ(50, x)));
    digests.put("inverseGammaP", between(0, 1, FEW, p -> Elementary.inverseGammaP(0.4, p)));
    digests.put("inverseGammaQ", between(0, 1, FEW, q -> Elementary.inverseGammaQ(25, q)));
    digests.put("student", between(0, 1, FEW, p -> StudentT.quantile(p, 9)));
    digests.put("beta", between(0, 1, FEW, p -> Beta.quantile(p, 4, 300)));
    return digests;
  }

  private static String anyMagnitude(DoubleUnaryOperator function) {
    Walk walk = new Walk();
    return Digests.of(
        MANY, () -> function.applyAsDouble(Double.longBitsToDouble(walk.next() >>> 1)));
  }

  private static String between(double low, double high, int count, DoubleUnaryOperator function) {
    Walk walk = new Walk();
    return Digests.of(
        count, () -> function.applyAsDouble(low + (high - low) * ((walk.next() >>> 11) * 0x1p-53)));
  }

  /** Marsaglia's xorshift, which owes nothing to what is tested. */
  private static final class Walk {
    private long state = 0x2545F4914F6CDD1DL;

    long next() {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      return state;
    }
  }

  public static void main(String[] arguments) {
    digests().forEach((function, digest) -> System.out.println(function + " " + digest));
  }
}
