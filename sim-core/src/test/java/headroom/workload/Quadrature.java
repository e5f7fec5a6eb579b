package headroom.workload;

/** The integral of a rate by Gauss-Legendre with five points, not knowing its own integral. */
final class Quadrature {

  private static final double[] PLACES = {0, 0.5384693101056831, 0.906179845938664};
  private static final double[] WEIGHTS = {
    0.5688888888888889, 0.47862867049936647, 0.23692688505618908
  };

  private Quadrature() {}

  static double of(Rate rate, long from, long to) {
    double sum = 0;
    long start = from;
    while (start < to) {
      long end = Math.min(Math.min(to, rate.nextChange(start)), start + Nanos.HOUR);
      sum += stretch(rate, start, end);
      start = end;
    }
    return sum;
  }

  private static double stretch(Rate rate, long from, long to) {
    double half = (to - from) / 2.0;
    double middle = from + half;
    double sum = WEIGHTS[0] * rate.at((long) middle);
    for (int i = 1; i < PLACES.length; i++) {
      double before = rate.at((long) (middle - PLACES[i] * half));
      double after = rate.at((long) (middle + PLACES[i] * half));
      sum += WEIGHTS[i] * (before + after);
    }
    return sum * half / 1e9;
  }
}
