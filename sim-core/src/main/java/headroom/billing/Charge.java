package headroom.billing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a bill.
 *
 * @param category the part of the bill it belongs to
 * @param resource what it is for
 * @param item what was sold, and its price
 * @param count how much, in the counted things of the item's price (seconds, bytes); never rounded
 * @param amount USD with {@link UnitPrice#MONEY_SCALE} decimals
 * @param time why the time was billed; only for instance time
 * @param course when it was used
 */
public record Charge(
    Category category,
    Resource resource,
    Item item,
    long count,
    BigDecimal amount,
    Optional<BilledTime> time,
    Course course) {

  /** A charge at the item's price. */
  static Charge of(Category category, Resource resource, Item item, long count, Course course) {
    return new Charge(
        category, resource, item, count, item.unitPrice().amount(count), Optional.empty(), course);
  }

  /** How much, in the unit of the price. */
  public BigDecimal quantity() {
    return item.unitPrice().quantity(count);
  }
}
