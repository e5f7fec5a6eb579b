package headroom.billing;

import java.util.Locale;

/** The parts of a bill by what is paid for (design §7, the names of {@code cost.<category>}). */
public enum Category {
  COMPUTE,
  LOAD_BALANCING,
  STORAGE,
  TRANSFER,
  DNS,
  MONITORING,
  COMMITMENTS,
  OTHER,
  CREDITS;

  /** The word in metric names and files: "load-balancing". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
