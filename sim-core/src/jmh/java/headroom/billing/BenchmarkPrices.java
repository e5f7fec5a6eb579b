package headroom.billing;

/** A price book for benchmarks. */
public final class BenchmarkPrices {

  private BenchmarkPrices() {}

  /** The tests' book of 2026. */
  public static PriceBook book() {
    return Books.OF_2026;
  }
}
