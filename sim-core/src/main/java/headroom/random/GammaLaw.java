package headroom.random;

import headroom.math.Elementary;
import headroom.math.InversionTable;

/** The gamma law by shape and scale, shared by those that are named for what people know of it. */
final class GammaLaw {

  private GammaLaw() {}

  static double quantile(double shape, double u) {
    return u < 0.5
        ? Elementary.inverseGammaP(shape, u)
        : Elementary.inverseGammaQ(shape, 1 - u);
  }

  static Sampler sampler(double shape, double scale) {
    return shape < 1 ? throughLogarithm(shape, scale) : direct(shape, scale);
  }

  private static Sampler direct(double shape, double scale) {
    InversionTable table =
        InversionTable.of(
            p -> scale * Elementary.inverseGammaP(shape, p),
            q -> scale * Elementary.inverseGammaQ(shape, q));
    return table::at;
  }

  // Near 0 the quantile goes like a high power of u, which only its logarithm makes a polynomial.
  private static Sampler throughLogarithm(double shape, double scale) {
    InversionTable table =
        InversionTable.of(
            p -> Elementary.log(Elementary.inverseGammaP(shape, p)),
            q -> Elementary.log(Elementary.inverseGammaQ(shape, q)));
    return u -> scale * Elementary.exp(table.at(u));
  }
}
