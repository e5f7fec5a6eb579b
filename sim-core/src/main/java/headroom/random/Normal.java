package headroom.random;

import headroom.math.Elementary;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * The normal law cut at 0: the law given that it is not negative, not with a heap of zeros.
 *
 * @param location the mean of the normal law before the cut; {@link #mean()} is that after it
 * @param sd its standard deviation before the cut
 */
public record Normal(double location, double sd) implements Distribution {

  public static List<Problem> problems(double mean, double sd) {
    return Problems.of().notNegative("mean", mean).positive("sd", sd).list();
  }

  public Normal {
    Problems.throwIfAny(problems(location, sd));
  }

  @Override
  public double quantile(double u) {
    return sampler().sample(u);
  }

  @Override
  public Sampler sampler() {
    double kept = Elementary.normalCdf(location / sd);
    return u -> Math.max(0, location - sd * Elementary.inverseNormal((1 - u) * kept));
  }

  @Override
  public double mean() {
    return location + sd * hazard();
  }

  @Override
  public double variance() {
    double hazard = hazard();
    return sd * sd * (1 - location / sd * hazard - hazard * hazard);
  }

  /** The density over the probability of what is kept, at the cut. */
  private double hazard() {
    double cut = location / sd;
    double density = Elementary.exp(-cut * cut / 2) / Math.sqrt(2 * Math.PI);
    return density / Elementary.normalCdf(cut);
  }
}
