package headroom.policy.scaling;

/** Foresees loads from loads. Open: a library user can write one. */
@FunctionalInterface
public interface Forecast {

  /**
   * The loads of the hours to come.
   *
   * @param past the loads of past hours, a day or more, the newest last
   * @param hours how many hours to foresee
   */
  double[] next(double[] past, int hours);
}
