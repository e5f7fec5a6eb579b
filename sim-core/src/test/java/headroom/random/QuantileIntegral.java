package headroom.random;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a function of a random variable as the integral over its quantiles: Gauss–Legendre in
 * binades that narrow towards both ends, up to probabilities of 2^-52.
 */
final class QuantileIntegral {

  private static final int PANELS = 16;
  private static final double[] NODES = {
    0.1488743389816312,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };
  private static final double[] WEIGHTS = {
    0.2955242247147529,
    0.2692667193099963,
    0.2190863625159820,
    0.1494513491505806,
    0.0666713443086881
  };

  private QuantileIntegral() {}

  static double moment(Distribution law, double centre, int order) {
    DoubleUnaryOperator power = u -> StrictMath.pow(law.quantile(u) - centre, order);
    double sum = 0;
    for (int binade = 52; binade >= 1; binade--) {
      double width = Math.scalb(0.5, -binade) / PANELS;
      for (int panel = 0; panel < PANELS; panel++) {
        double from = width * (PANELS + panel);
        sum += panel(power, from, width) + panel(power, 1 - from - width, width);
      }
    }
    return sum;
  }

  private static double panel(DoubleUnaryOperator f, double from, double width) {
    double centre = from + width / 2;
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double away = NODES[i] * width / 2;
      sum += WEIGHTS[i] * (f.applyAsDouble(centre - away) + f.applyAsDouble(centre + away));
    }
    return sum * width / 2;
  }
}
