package headroom.billing;

import static headroom.billing.FocusColumn.BILLED_COST;
import static headroom.billing.FocusColumn.CHARGE_CATEGORY;
import static headroom.billing.FocusColumn.CHARGE_DESCRIPTION;
import static headroom.billing.FocusColumn.CHARGE_FREQUENCY;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_CATEGORY;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_ID;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_NAME;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_QUANTITY;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_STATUS;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_TYPE;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_UNIT;
import static headroom.billing.FocusColumn.CONTRACTED_COST;
import static headroom.billing.FocusColumn.CONTRACTED_UNIT_PRICE;
import static headroom.billing.FocusColumn.EFFECTIVE_COST;
import static headroom.billing.FocusColumn.LIST_COST;
import static headroom.billing.FocusColumn.LIST_UNIT_PRICE;
import static headroom.billing.FocusColumn.PRICING_CATEGORY;
import static headroom.billing.FocusColumn.PRICING_QUANTITY;
import static headroom.billing.FocusColumn.PRICING_UNIT;
import static headroom.billing.FocusColumn.SKU_METER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * The FOCUS columns of a commitment (platform sheet §9.4): what it covers and what of it is unused is
 * billed at nothing and has its share as effective cost; the purchase is billed, and is effective as
 * nothing. The purchase of a day is that day's share, so both sums are the bill's over any window.
 */
final class FocusCommitment {

  private static final int SCALE = 18;

  private final Optional<ReservedInstances> reserved;
  private final String name;

  private FocusCommitment(Optional<ReservedInstances> reserved, String name) {
    this.reserved = reserved;
    this.name = name;
  }

  static FocusCommitment of(String name, PriceBook book) {
    return new FocusCommitment(
        book.commitments().reserved().stream()
            .filter(each -> each.name().equals(name))
            .findFirst(),
        name);
  }

  /** The columns of a use, or of what was not used. */
  void use(Map<FocusColumn, Object> values, Charge charge, long count, BigDecimal amount) {
    named(values, quantity(charge, count, amount));
    boolean used = charge.terms().kind() == Terms.Kind.COVERED;
    values.put(COMMITMENT_DISCOUNT_STATUS, used ? "Used" : "Unused");
    values.put(PRICING_CATEGORY, "Committed");
    values.put(BILLED_COST, BigDecimal.ZERO);
    if (!used) {
      values.put(FocusColumn.LIST_COST, BigDecimal.ZERO);
      values.put(FocusColumn.LIST_UNIT_PRICE, BigDecimal.ZERO);
      values.put(FocusColumn.CONTRACTED_COST, BigDecimal.ZERO);
      values.put(FocusColumn.CONTRACTED_UNIT_PRICE, BigDecimal.ZERO);
      values.remove(FocusColumn.CONSUMED_QUANTITY);
      values.remove(FocusColumn.CONSUMED_UNIT);
    }
  }

  /** How much of the commitment: hours of a reserved instance, or USD of a savings plan. */
  private BigDecimal quantity(Charge charge, long count, BigDecimal amount) {
    if (reserved.isEmpty()) {
      return amount;
    }
    if (charge.terms().kind() == Terms.Kind.UNUSED) {
      return charge.item().unitPrice().quantity(count);
    }
    ReservedInstances its = reserved.get();
    return BigDecimal.valueOf(count)
        .multiply(BigDecimal.valueOf(its.factor(charge.resource().type())))
        .divide(BigDecimal.valueOf(3_600 * its.factor(its.type())), SCALE, RoundingMode.HALF_EVEN);
  }

  private void named(Map<FocusColumn, Object> values, BigDecimal quantity) {
    boolean usage = reserved.isPresent();
    values.put(COMMITMENT_DISCOUNT_ID, "commitments." + name);
    values.put(COMMITMENT_DISCOUNT_NAME, name);
    values.put(COMMITMENT_DISCOUNT_CATEGORY, usage ? "Usage" : "Spend");
    values.put(COMMITMENT_DISCOUNT_TYPE, usage ? "Reserved Instances" : "Savings Plan");
    values.put(COMMITMENT_DISCOUNT_QUANTITY, quantity);
    values.put(COMMITMENT_DISCOUNT_UNIT, usage ? "Hours" : "USD");
  }

  /** The columns of a day's share of the purchase. */
  void purchase(Map<FocusColumn, Object> values, BigDecimal quantity, BigDecimal cost) {
    named(values, quantity);
    BigDecimal price = quantity.signum() == 0
        ? BigDecimal.ZERO
        : cost.divide(quantity, SCALE, RoundingMode.HALF_EVEN);
    values.put(CHARGE_CATEGORY, "Purchase");
    values.put(CHARGE_FREQUENCY, "Recurring");
    values.put(CHARGE_DESCRIPTION, "commitment " + name + ", the day's share of its price");
    values.put(PRICING_CATEGORY, "Standard");
    values.put(BILLED_COST, cost);
    values.put(EFFECTIVE_COST, BigDecimal.ZERO);
    values.put(LIST_COST, cost);
    values.put(CONTRACTED_COST, cost);
    values.put(LIST_UNIT_PRICE, price);
    values.put(CONTRACTED_UNIT_PRICE, price);
    values.put(PRICING_QUANTITY, quantity);
    values.put(PRICING_UNIT, reserved.isPresent() ? "Hours" : "USD");
    values.put(SKU_METER, "commitment");
  }
}
