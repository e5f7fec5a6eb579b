package headroom.fleet.traffic;

/** Where an attempt comes from, as a bill wants to know it. */
public final class SentFrom {

  private SentFrom() {}

  /** The group that sent it, as the owners of a bill's lines are named; empty for clients. */
  public static String group(Attempt attempt) {
    return attempt.line.caller();
  }

  /** The zone of the instance that sent it; empty for clients. */
  public static String zone(Attempt attempt) {
    Exchange exchange = attempt.exchange;
    return exchange == null ? "" : exchange.zone();
  }

  /** The region that clients outside are near; empty for none, and for services. */
  public static String near(Attempt attempt) {
    return attempt.line.near();
  }
}
