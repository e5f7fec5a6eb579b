package headroom.billing;

import java.util.Arrays;
import java.util.Optional;

/**
 * The units in which a price book meters; a month is 730 hours, as the provider's own estimates have
 * it (sheet, preface).
 */
public enum MeterUnit {
  HOUR("h", "Hours", Of.HOUR, true),
  MONTH("month", "Months", Of.MONTH, true),
  GIB_MONTH("GiB-month", "GiB-Months", Of.MONTH, true),
  /** Counted in MiB. */
  STORED_GIB_MONTH("stored-GiB-month", "GiB-Months", 1024 * Of.MONTH, true),
  IOPS_MONTH("IOPS-month", "IOPS-Months", Of.MONTH, true),
  THROUGHPUT_MONTH("MiBps-month", "MiBps-Months", Of.MONTH, true),
  GIB("GiB", "GiB", 1L << 30, false),
  MILLION("million", "1000000 Requests", 1_000_000, false),
  EACH("each", "Requests", 1, false),
  /** Sixty CPU credits, counted in thousandths of a credit. */
  VCPU_HOUR("vCPU-h", "vCPU-Hours", 60_000, false);

  private final String word;
  private final String focus;
  private final long counts;
  private final boolean overTime;

  /** Seconds; named apart, since an enum's constants cannot use its own fields. */
  private static final class Of {
    static final long HOUR = 3_600;
    static final long MONTH = 730 * HOUR;
  }

  MeterUnit(String word, String focus, long counts, boolean overTime) {
    this.word = word;
    this.focus = focus;
    this.counts = counts;
    this.overTime = overTime;
  }

  /** The unit of a price's text: "GiB-month" of "0.08 USD/GiB-month". */
  public static Optional<MeterUnit> named(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }

  public String word() {
    return word;
  }

  /** Counted things in one unit: seconds, bytes, requests. */
  public long counts() {
    return counts;
  }

  /** Whether the count is an amount times the seconds it was held. */
  boolean isOverTime() {
    return overTime;
  }

  UnitPrice at(java.math.BigDecimal price) {
    return new UnitPrice(price, focus, counts);
  }
}
