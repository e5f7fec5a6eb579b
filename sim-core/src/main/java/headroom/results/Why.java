package headroom.results;

/** Causes that are no named failure: what the fleet was like when a request failed. */
public final class Why {

  /** No instance had been in service yet. */
  public static final String COLD_START = "cold-start";

  /** Instances that were wanted were not in service. */
  public static final String CAPACITY = "capacity";

  /** Every instance wanted was there, and it was not enough. */
  public static final String OVERLOAD = "overload";

  private Why() {}

  /** True of a cause that is no named failure. */
  public static boolean isState(String why) {
    return why.equals(OVERLOAD) || why.equals(CAPACITY) || why.equals(COLD_START);
  }
}
