package headroom.reports.export;

import headroom.billing.Purchasable;
import headroom.scenarios.experiment.Advice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What to commit to, in words. */
public final class AdviceWords {

  private AdviceWords() {}

  /** What a row is about: "reserved m5.large", "all of these". */
  public static String what(Advice advice) {
    return advice.isTogether() ? "together" : name(advice.things().get(0));
  }

  /** The term and way to pay, and the class of reserved instances. */
  public static String way(Advice advice) {
    boolean convertible = !advice.isTogether()
        && advice.things().get(0) instanceof Purchasable.Reservation its
        && its.offer().convertible();
    return advice.way() + (convertible ? " convertible" : "");
  }

  private static String name(Purchasable thing) {
    String region = region(thing);
    String where = region.isEmpty() ? "" : " in " + region;
    if (thing instanceof Purchasable.Plan plan) {
      return plan.family().isEmpty()
          ? "Compute plan" + (plan.provider().isEmpty() ? "" : " of " + plan.provider())
          : "EC2 Instance plan " + plan.family() + where;
    }
    return "reserved " + ((Purchasable.Reservation) thing).offer().type() + where;
  }

  /** The region that a purchase is bound to; empty where it holds in all, or there are none. */
  static String region(Purchasable thing) {
    if (thing instanceof Purchasable.Plan plan) {
      return plan.family().isEmpty() ? "" : plan.offers().keySet().iterator().next();
    }
    return ((Purchasable.Reservation) thing).region();
  }

  /** What to buy: "2 reserved m5.large, EC2 Instance plan m5 of 0.122 USD/h". */
  public static String bought(Advice advice, Advice.Purchase purchase) {
    List<String> bought = new ArrayList<>();
    for (int i = 0; i < advice.things().size(); i++) {
      long amount = purchase.amounts().get(i);
      if (amount > 0) {
        String name = name(advice.things().get(i));
        bought.add(
            advice.things().get(i) instanceof Purchasable.Plan
                ? name + " at " + perHour(amount).toPlainString() + " USD/h"
                : amount + " " + name);
      }
    }
    return bought.isEmpty() ? "nothing" : String.join(", ", bought);
  }

  /** USD per hour of so many thousandths. */
  static BigDecimal perHour(long amount) {
    return BigDecimal.valueOf(amount, 3);
  }
}
