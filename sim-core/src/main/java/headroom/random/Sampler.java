package headroom.random;

/** A distribution made ready for the hot path: whatever can be computed once has been. */
@FunctionalInterface
public interface Sampler {

  /** The sample that belongs to u, uniform in the open interval (0, 1). */
  double sample(double u);
}
