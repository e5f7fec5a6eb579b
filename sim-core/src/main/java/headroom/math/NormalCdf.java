package headroom.math;

/**
 * The standard normal law by the rational approximations of Cody (1969; ACM algorithm 715), to 1e-15
 * of the value in both tails.
 */
// The coefficients are written as they were published, which a reader can compare.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class NormalCdf {

  private static final double CENTRE = 0.67448975;
  private static final double NEAR = 5.656854249492380195;
  private static final double PER_ROOT_TWO_PI = 0.398942280401432677939946;

  private static final double[] CENTRE_P = {
    18154.981253343561249,
    1067.6894854603709582,
    161.02823106855587881,
    2.2352520354606839287,
    0.065682337918207449113
  };
  private static final double[] CENTRE_Q = {
    45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1
  };
  private static final double[] NEAR_P = {
    9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
    597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764,
    1.0765576773720192317e-8
  };
  private static final double[] NEAR_Q = {
    19685.429676859990727,
    38912.003286093271411,
    34900.952721145977266,
    18615.571640885098091,
    6485.558298266760755,
    1519.377599407554805,
    235.38790178262499861,
    22.266688044328115691,
    1
  };
  private static final double[] FAR_P = {
    2.9112874951168792e-5,
    0.001421619193227893466,
    0.022235277870649807,
    0.1274011611602473639,
    0.21589853405795699,
    0.02307344176494017303
  };
  private static final double[] FAR_Q = {
    7.29751555083966205e-5,
    0.00378239633202758244,
    0.0659881378689285515,
    0.468238212480865118,
    1.28426009614491121,
    1
  };

  private NormalCdf() {}

  static double of(double x) {
    double size = Math.abs(x);
    if (size <= CENTRE) {
      double square = x * x;
      return 0.5 + x * polynomial(CENTRE_P, square) / polynomial(CENTRE_Q, square);
    }
    double tail = tail(size);
    return x < 0 ? tail : 1 - tail;
  }

  /** The probability above a number beyond the centre; NaN for NaN. */
  private static double tail(double size) {
    if (size <= NEAR) {
      return bell(size) * polynomial(NEAR_P, size) / polynomial(NEAR_Q, size);
    }
    if (size > 40) {
      return 0;
    }
    double r = 1 / (size * size);
    double ratio = r * polynomial(FAR_P, r) / polynomial(FAR_Q, r);
    return bell(size) * (PER_ROOT_TWO_PI - ratio) / size;
  }

  /** exp(-x²/2), split so that rounding the square does not show. */
  private static double bell(double x) {
    double coarse = Math.floor(x * 16) / 16;
    double rest = (x - coarse) * (x + coarse);
    return Elementary.exp(-coarse * coarse * 0.5) * Elementary.exp(-rest * 0.5);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
