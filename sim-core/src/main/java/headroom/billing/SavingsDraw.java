package headroom.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a savings plan covers of an hour's use: the highest saving in percent first, of equal ones
 * the lowest rate, until use or promise runs out (sheet §2.4, [B6]). Money is counted here in whole
 * parts of the smallest decimal that any rate has, so that nothing is rounded.
 *
 * @param <T> what is used
 */
final class SavingsDraw<T> {

  private static final long SECONDS = 3_600;

  // Savings that differ beyond this are different.
  private static final int RATIO_SCALE = 18;

  /**
   * Something the plan may cover.
   *
   * @param of what is used
   * @param onDemand USD per hour, or per unit
   * @param rate the same at the plan's rate
   */
  record Offer<T>(T of, BigDecimal onDemand, BigDecimal rate) {
    private BigDecimal saving() {
      return onDemand.subtract(rate).divide(onDemand, RATIO_SCALE, RoundingMode.HALF_EVEN);
    }
  }

  /** Says how much is used, and hears how much is covered. */
  interface Use<T> {
    long left(T of);

    void cover(T of, long count);
  }

  private final List<Offer<T>> offers;
  private final long[] rates;
  private final long perHour;
  private final int scale;

  SavingsDraw(BigDecimal perHour, List<Offer<T>> offers) {
    this.offers = offers.stream()
        .filter(offer -> offer.rate().compareTo(offer.onDemand()) < 0)
        .sorted(Comparator.comparing((Offer<T> offer) -> offer.saving())
            .reversed()
            .thenComparing(Offer::rate))
        .toList();
    scale = Stream.concat(Stream.of(perHour), this.offers.stream().map(Offer::rate))
        .mapToInt(rate -> Math.max(0, rate.stripTrailingZeros().scale()))
        .max()
        .orElse(0);
    this.perHour = whole(perHour);
    rates = this.offers.stream().mapToLong(offer -> whole(offer.rate())).toArray();
  }

  private long whole(BigDecimal rate) {
    return rate.movePointRight(scale).longValueExact();
  }

  /** Parts of a USD that {@link #cover} leaves: 3,600 for each part of the smallest decimal. */
  long partsPerUsd() {
    return Math.multiplyExact(SECONDS, BigDecimal.ONE.movePointRight(scale).longValueExact());
  }

  /** Covers an hour's use, of which so many seconds count; the parts of the promise not used. */
  long cover(long seconds, Use<T> use) {
    long parts = Math.multiplyExact(perHour, seconds);
    for (int i = 0; i < rates.length && parts > 0; i++) {
      T of = offers.get(i).of();
      long left = use.left(of);
      long covered = rates[i] == 0 ? left : Math.min(left, parts / rates[i]);
      if (covered > 0) {
        use.cover(of, covered);
        parts -= covered * rates[i];
      }
    }
    return parts;
  }
}
