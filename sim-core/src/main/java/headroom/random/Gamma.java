package headroom.random;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** The gamma law of a mean and a coefficient of variation: an Erlang law of any shape, 1 / cv². */
public record Gamma(double mean, double cv) implements Distribution {

  /** Below it the law is a constant for every purpose, and summing it takes long. */
  private static final double LEAST_CV = 0.001;

  /** Above it more than half of all samples would be too small for a double. */
  private static final double MOST_CV = 30;

  public static List<Problem> problems(double mean, double cv) {
    return Problems.of()
        .positive("mean", mean)
        .require(
            "cv",
            cv >= LEAST_CV && cv <= MOST_CV,
            "must be between " + LEAST_CV + " and " + MOST_CV + ", was " + cv,
            "without variation, give the mean alone")
        .list();
  }

  public Gamma {
    Problems.throwIfAny(problems(mean, cv));
  }

  @Override
  public double quantile(double u) {
    return GammaLaw.quantile(shape(), scale(), u);
  }

  @Override
  public Sampler sampler() {
    return GammaLaw.sampler(shape(), scale());
  }

  @Override
  public double variance() {
    return cv * cv * mean * mean;
  }

  private double shape() {
    return 1 / (cv * cv);
  }

  private double scale() {
    return mean * cv * cv;
  }
}
