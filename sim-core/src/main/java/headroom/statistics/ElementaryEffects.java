package headroom.statistics;

/**
 * What one input does on its way through the space of all (Morris, Technometrics 33, 1991, with the
 * mean of sizes of Campolongo, Cariboni, Saltelli 2007). Intervals are of the bootstrap over ways.
 *
 * @param size the mean of the sizes of its effects: how much it matters
 * @param mean the mean of its effects: which way
 * @param spread their standard deviation: how much that depends on where it is and on the others
 */
public record ElementaryEffects(Bounded size, Bounded mean, Bounded spread) {

  /** Those of one input; {@code effects} are its effects, one of each way. */
  public static ElementaryEffects of(double[] effects) {
    return new ElementaryEffects(
        Bootstrap.of(effects.length, rows -> mean(rows, effects, true)),
        Bootstrap.of(effects.length, rows -> mean(rows, effects, false)),
        Bootstrap.of(effects.length, rows -> spread(rows, effects)));
  }

  private static double mean(int[] rows, double[] effects, boolean sizes) {
    double sum = 0;
    for (int row : rows) {
      sum += sizes ? Math.abs(effects[row]) : effects[row];
    }
    return sum / rows.length;
  }

  private static double spread(int[] rows, double[] effects) {
    double mean = mean(rows, effects, false);
    double squares = 0;
    for (int row : rows) {
      squares += (effects[row] - mean) * (effects[row] - mean);
    }
    return rows.length > 1 ? Math.sqrt(squares / (rows.length - 1)) : 0;
  }
}
