package headroom.reports.export;

/**
 * What of the results is written beside and instead of the usual.
 *
 * @param isParquet whether bill and timeline are written as Parquet besides
 * @param isBillByMonth whether a row of the bill is a line and month, not a line and day
 */
public record FileOptions(boolean isParquet, boolean isBillByMonth) {

  public static final FileOptions USUAL = new FileOptions(false, false);
}
