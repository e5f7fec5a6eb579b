package headroom.results;

/** The unit a metric is given in; a ratio or count is {@link #ONE}. */
public enum Unit {
  USD("USD"),
  SECONDS("s"),
  HOURS("h"),
  ONE("1"),
  PER_SECOND("1/s");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The symbol as result files print it. */
  public String symbol() {
    return symbol;
  }
}
