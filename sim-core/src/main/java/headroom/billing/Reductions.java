package headroom.billing;

import headroom.results.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Private discounts, free tiers and credits, in this order, on charges that are worked out. */
final class Reductions {

  private final Commitments commitments;
  private final Window window;

  Reductions(Commitments commitments, Window window) {
    this.commitments = commitments;
    this.window = window;
  }

  List<Charge> applied(List<Charge> charges) {
    List<Charge> lines = new ArrayList<>(charges.stream().map(this::discounted).toList());
    List<Charge> paid = List.copyOf(lines);
    commitments.freeTiers().forEach(free -> lines.addAll(given(free, paid)));
    BigDecimal due = sum(lines);
    for (Credit credit : commitments.credits()) {
      BigDecimal amount =
          credit.amount().min(due).setScale(UnitPrice.MONEY_SCALE, RoundingMode.DOWN);
      if (amount.signum() > 0) {
        lines.add(line(credit, amount, course(paid)));
        due = due.subtract(amount);
      }
    }
    return lines;
  }

  private Charge discounted(Charge charge) {
    return commitments.discounts().stream()
        .filter(discount -> discount.holdsFor(charge))
        .findFirst()
        .map(discount -> charge.less(discount.share()))
        .orElse(charge);
  }

  private List<Charge> given(FreeTier free, List<Charge> paid) {
    List<Charge> eligible =
        paid.stream().filter(charge -> free.holdsFor(charge, region(charge))).toList();
    Map<YearMonth, long[]> months = new TreeMap<>();
    for (int i = 0; i < eligible.size(); i++) {
      int at = i;
      TierWalk.byMonth(window, eligible.get(i).course().copy())
          .forEach((month, seconds) ->
              months.computeIfAbsent(month, any -> new long[eligible.size()])[at] =
                  Arrays.stream(seconds).sum());
    }
    List<Charge> credits = new ArrayList<>();
    months.values().forEach(seconds -> {
      long[] shares = Apportion.counts(
          Math.min(free.hours() * 3_600L, Arrays.stream(seconds).sum()), seconds);
      for (int i = 0; i < shares.length; i++) {
        if (shares[i] > 0) {
          credits.add(line(free, eligible.get(i), shares[i]));
        }
      }
    });
    return credits;
  }

  private String region(Charge charge) {
    return commitments.regionOf(charge.resource().name()).map(RegionBook::name).orElse("");
  }

  private static Charge line(FreeTier free, Charge charge, long seconds) {
    Item item = new Item(
        "credits." + free.name(),
        "free tier",
        "free tier: " + free.hours() + " hours a month of " + String.join(", ", free.types()),
        charge.item().unitPrice());
    BigDecimal price = charge.contractedPrice();
    BigDecimal amount =
        new UnitPrice(price, "Hours", charge.item().unitPrice().countsPerUnit()).amount(seconds);
    return Charge.of(
            Category.CREDITS, charge.resource(), item, seconds, amount.negate(), charge.course())
        .on(Terms.of(Terms.Kind.CREDIT, free.name()));
  }

  private static Charge line(Credit credit, BigDecimal amount, Course course) {
    Item item = new Item(
        "credits." + credit.name(),
        "credit",
        "credit " + credit.name() + " of " + UnitPrice.usd(credit.amount()),
        new UnitPrice(BigDecimal.ONE, "USD", 1));
    Resource resource = new Resource("credits." + credit.name(), "", "", "credit", "");
    return Charge.of(Category.CREDITS, resource, item, 1, amount.negate(), course)
        .on(Terms.of(Terms.Kind.CREDIT, credit.name()));
  }

  /** A credit falls where money was spent; a millionth of a USD weighs one. */
  private Course course(List<Charge> paid) {
    long[] weights = new long[Hours.count(window)];
    for (Charge charge : paid) {
      long[] hours = charge.course().copy();
      if (charge.amount().signum() > 0 && charge.course().total() > 0) {
        long micro = Math.max(1, charge.amount().movePointRight(6).longValue());
        long[] parts = Apportion.counts(micro, hours);
        Arrays.setAll(weights, hour -> weights[hour] + (hour < parts.length ? parts[hour] : 0));
      }
    }
    return Course.of(weights);
  }

  private static BigDecimal sum(List<Charge> charges) {
    return charges.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
