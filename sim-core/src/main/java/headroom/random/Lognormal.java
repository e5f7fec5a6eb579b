package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** The law whose logarithm is normal, by its own mean and coefficient of variation. */
public record Lognormal(double mean, double cv) implements Distribution {

  private static final double MOST_CV = 1e6;

  public static List<Problem> problems(double mean, double cv) {
    return Problems.of()
        .positive("mean", mean)
        .require(
            "cv",
            cv > 0 && cv <= MOST_CV,
            "must be above 0 and at most " + MOST_CV + ", was " + cv,
            "without variation, give the mean alone")
        .list();
  }

  public Lognormal {
    Problems.throwIfAny(problems(mean, cv));
  }

  @Override
  public double quantile(double u) {
    return median() * Elementary.exp(sigma() * Elementary.inverseNormal(u));
  }

  @Override
  public Sampler sampler() {
    double sigma = sigma();
    double median = median();
    return u -> median * Elementary.exp(sigma * Elementary.inverseNormal(u));
  }

  @Override
  public double variance() {
    return cv * cv * mean * mean;
  }

  private double median() {
    return mean / Math.sqrt(1 + cv * cv);
  }

  private double sigma() {
    return Math.sqrt(Elementary.log1p(cv * cv));
  }
}
