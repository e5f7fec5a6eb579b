package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Service that slows down with the requests in service at once: with n of them each takes
 * 1 + sigma · (n - 1) + kappa · n · (n - 1) times as long (Gunther's Universal Scalability Law).
 *
 * @param sigma contention, 0 or more
 * @param kappa coherency, 0 or more
 */
public record Contention(double sigma, double kappa) {

  public static final Contention NONE = new Contention(0, 0);

  public static List<Problem> problems(double sigma, double kappa) {
    return Problems.of().ratio("sigma", sigma).ratio("kappa", kappa).list();
  }

  public Contention {
    Problems.throwIfAny(problems(sigma, kappa));
  }

  /** How many times as long a request takes with so many in service, itself included. */
  public double slowdown(int inService) {
    double others = inService - 1.0;
    return 1 + sigma * others + kappa * inService * others;
  }
}
