package headroom.workload;

/** Integrals of a short polynomial from 0, and their inverse; coefficients lowest power first. */
final class Polynomial {

  private static final double SECONDS = 1e-12;
  private static final int MOST_STEPS = 200;

  private Polynomial() {}

  static double at(double[] terms, double x) {
    double sum = 0;
    for (int power = terms.length - 1; power >= 0; power--) {
      sum = sum * x + terms[power];
    }
    return sum;
  }

  static double integral(double[] terms, double x) {
    double sum = 0;
    for (int power = terms.length - 1; power >= 0; power--) {
      sum = sum * x + terms[power] / (power + 1);
    }
    return sum * x;
  }

  /** Where the integral of a straight line reaches an amount, if it does. */
  static double straight(double rate, double slope, double amount) {
    return 2 * amount / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * amount)));
  }

  /** Where the integral reaches an amount below its value at {@code most}: Newton, bracketed. */
  static double solve(double[] terms, double amount, double most) {
    double low = 0;
    double high = most;
    double x = start(terms, amount, most);
    for (int step = 0; step < MOST_STEPS; step++) {
      double surplus = integral(terms, x) - amount;
      if (surplus > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - surplus / at(terms, x);
      if (!(next >= low && next <= high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - x) <= SECONDS) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double start(double[] terms, double amount, double most) {
    double x = straight(terms[0], terms[1], amount);
    return x < most ? x : most / 2;
  }
}
