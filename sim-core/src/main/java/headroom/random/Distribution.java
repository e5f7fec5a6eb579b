package headroom.random;

/** A law of random quantities of zero or more, in the caller's unit (seconds for times). */
public interface Distribution {

  /** The sample that belongs to u in the open interval (0, 1): one uniform makes one sample. */
  double quantile(double u);

  /** The mean, always finite. */
  double mean();

  /** The variance; infinite where the law has none. */
  double variance();

  /** Standard deviation over mean; 0 for a law that is always 0. */
  default double coefficientOfVariation() {
    return mean() == 0 ? 0 : Math.sqrt(variance()) / mean();
  }

  /** The same samples faster: to be asked for once per run and part, not once per sample. */
  default Sampler sampler() {
    return this::quantile;
  }
}
