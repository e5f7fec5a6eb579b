package headroom.math;

/** The exact confidence limits of a probability, from successes seen in trials (Clopper, Pearson 1934). */
public final class ClopperPearson {

  private ClopperPearson() {}

  /** The probability below which so many successes would be rarer than {@code risk}; 0 for none. */
  public static double low(long successes, long trials, double risk) {
    requireCounts(successes, trials);
    return successes == 0 ? 0 : Beta.quantile(risk, (double) successes, trials - successes + 1.0);
  }

  /** The probability above which so few successes would be rarer than {@code risk}; 1 for all. */
  public static double high(long successes, long trials, double risk) {
    requireCounts(successes, trials);
    return successes == trials
        ? 1
        : Beta.quantile(1 - risk, successes + 1.0, (double) trials - successes);
  }

  private static void requireCounts(long successes, long trials) {
    if (successes < 0 || trials < 1 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
    }
  }
}
