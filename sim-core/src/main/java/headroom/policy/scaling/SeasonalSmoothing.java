package headroom.policy.scaling;

/**
 * Exponential smoothing of a level and of its daily season, without a trend: Winters' additive method
 * ("Forecasting sales by exponentially weighted moving averages", Management Science 6, 1960).
 *
 * <p>AWS does not publish how it forecasts; this is a method in its place, not its own.
 *
 * @param level the weight of the newest hour in the level
 * @param season the weight of the newest day in its hour's part of the season
 */
public record SeasonalSmoothing(double level, double season) implements Forecast {

  /** Weights that follow a changed day within a few days. */
  public static final SeasonalSmoothing DEFAULT = new SeasonalSmoothing(0.1, 0.4);

  private static final int DAY = 24;

  @Override
  public double[] next(double[] past, int hours) {
    double mean = 0;
    for (int hour = 0; hour < DAY; hour++) {
      mean += past[hour] / DAY;
    }
    double[] seasons = new double[DAY];
    for (int hour = 0; hour < DAY; hour++) {
      seasons[hour] = past[hour] - mean;
    }
    for (int hour = DAY; hour < past.length; hour++) {
      int of = hour % DAY;
      mean = level * (past[hour] - seasons[of]) + (1 - level) * mean;
      seasons[of] = season * (past[hour] - mean) + (1 - season) * seasons[of];
    }
    double[] next = new double[hours];
    for (int ahead = 0; ahead < hours; ahead++) {
      next[ahead] = Math.max(0, mean + seasons[(past.length + ahead) % DAY]);
    }
    return next;
  }
}
