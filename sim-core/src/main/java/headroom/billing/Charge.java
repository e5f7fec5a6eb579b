package headroom.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One line of a bill.
 *
 * @param category the part of the bill it belongs to
 * @param resource what it is for
 * @param item what was sold, and its price
 * @param count how much, in the counted things of the item's price (seconds, bytes); never rounded
 * @param amount USD with {@link UnitPrice#MONEY_SCALE} decimals; of committed use its share of what the
 *     commitment costs
 * @param time why the time was billed; only for instance time, and of lines that share the use of one
 *     kind of instance only the first
 * @param course when it was used
 * @param terms how it is paid
 */
public record Charge(
    Category category,
    Resource resource,
    Item item,
    long count,
    BigDecimal amount,
    Optional<BilledTime> time,
    Course course,
    Terms terms) {

  /** A charge at the item's price. */
  static Charge of(Category category, Resource resource, Item item, long count, Course course) {
    return of(category, resource, item, count, item.unitPrice().amount(count), course);
  }

  /** A charge of which the amount was worked out. */
  static Charge of(
      Category category,
      Resource resource,
      Item item,
      long count,
      BigDecimal amount,
      Course course) {
    return new Charge(
        category, resource, item, count, amount, Optional.empty(), course, Terms.ON_DEMAND);
  }

  Charge on(Terms other) {
    return new Charge(category, resource, item, count, amount, time, course, other);
  }

  /** The same with its reason. */
  Charge of(BilledTime reason) {
    return new Charge(category, resource, item, count, amount, Optional.of(reason), course, terms);
  }

  /** The same at a share less. */
  Charge less(BigDecimal share) {
    BigDecimal rest = amount
        .multiply(BigDecimal.ONE.subtract(share))
        .setScale(UnitPrice.MONEY_SCALE, RoundingMode.HALF_EVEN);
    return new Charge(category, resource, item, count, rest, time, course, terms.less(share));
  }

  /** USD per unit after a private discount. */
  public BigDecimal contractedPrice() {
    return item.unitPrice().price().multiply(BigDecimal.ONE.subtract(terms.discount()));
  }

  /** How much, in the unit of the price. */
  public BigDecimal quantity() {
    return item.unitPrice().quantity(count);
  }
}
