package headroom.workload;

/** Integrals of a short polynomial from 0, and their inverse; coefficients lowest power first. */
final class Polynomial {

  private static final double SECONDS = 1e-12;
  private static final int MOST_STEPS = 200;

  private Polynomial() {}

  static double at(double[] terms, int degree, double x) {
    double sum = 0;
    for (int power = degree; power >= 0; power--) {
      sum = sum * x + terms[power];
    }
    return sum;
  }

  static double integral(double[] terms, int degree, double x) {
    double sum = 0;
    for (int power = degree; power >= 0; power--) {
      sum = sum * x + terms[power] / (power + 1);
    }
    return sum * x;
  }

  /** Where the integral of a straight line reaches an amount that it does reach. */
  static double straight(double[] terms, double amount) {
    double root = Math.sqrt(Math.max(0, terms[0] * terms[0] + 2 * terms[1] * amount));
    return 2 * amount / (terms[0] + root);
  }

  /** Where the integral reaches an amount below its value at {@code most}: Newton, bracketed. */
  static double solve(double[] terms, int degree, double amount, double most) {
    double low = 0;
    double high = most;
    double x = Math.min(straight(terms, amount), most);
    for (int step = 0; step < MOST_STEPS; step++) {
      double surplus = integral(terms, degree, x) - amount;
      if (surplus > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - surplus / at(terms, degree, x);
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
}
