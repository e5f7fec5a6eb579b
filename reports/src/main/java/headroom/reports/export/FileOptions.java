package headroom.reports.export;

import headroom.billing.FocusVersion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What of the results is written beside and instead of the usual.
 *
 * @param extras what is written besides
 * @param focus the version of FOCUS that the bill is written in
 * @param isBillByMonth whether a row of the bill is a line and month, not a line and day
 */
public record FileOptions(Set<Extra> extras, FocusVersion focus, boolean isBillByMonth) {

  public static final FileOptions USUAL =
      new FileOptions(EnumSet.noneOf(Extra.class), FocusVersion.V1_2, false);

  /** What is written only where it is asked for. */
  public enum Extra {
    /** Bill and timeline as Parquet. */
    PARQUET,
    /** The report as PDF. */
    PDF,
    /** Every chart as SVG. */
    SVG,
    /** Every chart as PNG. */
    PNG,
    /** Every figure for dashboards. */
    OPENMETRICS,
    /** Every expectation as a test case. */
    JUNIT
  }

  public FileOptions {
    extras = Collections.unmodifiableSet(
        extras.isEmpty() ? EnumSet.noneOf(Extra.class) : EnumSet.copyOf(extras));
  }

  boolean has(Extra extra) {
    return extras.contains(extra);
  }
}
