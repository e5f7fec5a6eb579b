package headroom.random;

import headroom.math.Elementary;
import headroom.math.IncompleteGamma;
import headroom.math.InversionTable;

/** The gamma law by shape and scale, shared by those that are named for what people know of it. */
final class GammaLaw {

  private GammaLaw() {}

  static double quantile(double shape, double scale, double u) {
    IncompleteGamma law = new IncompleteGamma(shape);
    return scale * (u < 0.5 ? law.inverseLower(u) : law.inverseUpper(1 - u));
  }

  static Sampler sampler(double shape, double scale) {
    IncompleteGamma law = new IncompleteGamma(shape);
    if (shape >= 1) {
      var table = new InversionTable(law::inverseLower, law::inverseUpper);
      return u -> scale * table.at(u);
    }
    // Near 0 the quantile goes like a high power of u, which only its logarithm makes a polynomial.
    var table = new InversionTable(law::logInverseLower, law::logInverseUpper);
    return u -> scale * Elementary.exp(table.at(u));
  }
}
