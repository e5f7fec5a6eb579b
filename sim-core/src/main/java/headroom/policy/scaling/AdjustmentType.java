package headroom.policy.scaling;

/** What the number of an adjustment means (fleet sheet §4.4, [A7]). */
public enum AdjustmentType {
  /** So many instances more, or fewer. */
  CHANGE_IN_CAPACITY("change-in-capacity"),
  /** Such a share of the capacity more, or less. */
  PERCENT_CHANGE_IN_CAPACITY("percent-change-in-capacity"),
  /** So many instances. */
  EXACT_CAPACITY("exact-capacity");

  private final String word;

  AdjustmentType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
