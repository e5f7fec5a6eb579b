package headroom.random;

import headroom.math.Elementary;
import java.util.Optional;

/**
 * The cumulative hazard of a lifetime, (age / scale)^shape: a Weibull law's, and with shape 1 an
 * exponential one's.
 *
 * @param shape the law's shape
 * @param scale the law's scale, in seconds
 */
public record Hazard(double shape, double scale) {

  /** The hazard of a law that has one in closed form. */
  public static Optional<Hazard> of(Distribution law) {
    if (law instanceof Exponential exponential) {
      return Optional.of(new Hazard(1, exponential.mean()));
    }
    return law instanceof Weibull weibull
        ? Optional.of(new Hazard(weibull.shape(), weibull.scale()))
        : Optional.empty();
  }

  /** The hazard from birth to an age in seconds. */
  public double until(double age) {
    return shape == 1 ? age / scale : Elementary.pow(age / scale, shape);
  }

  /** The age in seconds by which so much hazard has come together. */
  public double age(double hazard) {
    return shape == 1 ? hazard * scale : scale * Elementary.pow(hazard, 1 / shape);
  }
}
