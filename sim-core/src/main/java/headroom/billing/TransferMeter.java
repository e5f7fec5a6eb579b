package headroom.billing;

import headroom.billing.TransferPrices.Step;
import headroom.results.Usage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Charges for data from and to the internet, month by month (UTC).
 *
 * <p>The tiers are walked with the bytes of all senders together; each tier's bytes and its charge
 * are then split over the senders in proportion to what they sent, so that who sent first does not
 * matter, and every byte and every last digit is somebody's. The months hold the window only: what
 * the warm-up sent uses up no tier.
 */
final class TransferMeter implements Meter {

  @Override
  public Category category() {
    return Category.TRANSFER;
  }

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    List<Charge> charges = new ArrayList<>();
    months(usage, window, TransferUsage::bytesOut)
        .forEach((month, senders) -> charges.addAll(out(month, senders, book.transfer())));
    months(usage, window, TransferUsage::bytesIn)
        .forEach((month, receivers) -> charges.addAll(in(month, receivers, book.transfer())));
    return charges;
  }

  /** What one sender sent in a month. */
  private record Sent(String from, long bytes, Course course) {}

  private static Map<YearMonth, List<Sent>> months(
      Usage usage, Window window, Function<TransferUsage, double[]> direction) {
    Map<YearMonth, List<Sent>> months = new TreeMap<>();
    for (TransferUsage transfer : usage.transfers()) {
      byMonth(window, Hours.bytes(window, direction.apply(transfer))).forEach((month, bytes) -> {
        Course course = Course.of(bytes);
        if (course.total() > 0) {
          months
              .computeIfAbsent(month, any -> new ArrayList<>())
              .add(new Sent(transfer.from(), course.total(), course));
        }
      });
    }
    return months;
  }

  private static Map<YearMonth, long[]> byMonth(Window window, long[] bytes) {
    Map<YearMonth, long[]> months = new TreeMap<>();
    for (int hour = Hours.first(window); hour < bytes.length; hour++) {
      YearMonth month = YearMonth.from(Hours.begin(window, hour).atOffset(ZoneOffset.UTC));
      months.computeIfAbsent(month, any -> new long[bytes.length])[hour] = bytes[hour];
    }
    return months;
  }

  private static List<Charge> out(YearMonth month, List<Sent> senders, TransferPrices prices) {
    List<Charge> charges = new ArrayList<>();
    long[] left = senders.stream().mapToLong(Sent::bytes).toArray();
    for (Step step : prices.steps()) {
      long total = Arrays.stream(left).sum();
      long taken = Math.min(total, step.bytes());
      if (taken > 0) {
        long[] shares = Apportion.counts(taken, left);
        charges.addAll(tier(month, senders, step.price(), taken, shares));
        Arrays.setAll(left, i -> left[i] - shares[i]);
      }
    }
    return charges;
  }

  private static List<Charge> tier(
      YearMonth month, List<Sent> senders, PerBytes price, long bytes, long[] shares) {
    Item item = item("out", month, price);
    BigDecimal[] amounts = Apportion.amounts(price.unitPrice().amount(bytes), shares);
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        charges.add(charge(senders.get(i), item, shares[i], amounts[i]));
      }
    }
    return charges;
  }

  private static List<Charge> in(YearMonth month, List<Sent> receivers, TransferPrices prices) {
    Item item = item("in", month, prices.in());
    return receivers.stream()
        .map(sent -> charge(sent, item, sent.bytes(), item.unitPrice().amount(sent.bytes())))
        .toList();
  }

  private static Charge charge(Sent sent, Item item, long bytes, BigDecimal amount) {
    Resource resource = Resource.regional(sent.from(), "");
    return new Charge(
        Category.TRANSFER, resource, item, bytes, amount, Optional.empty(), sent.course());
  }

  private static Item item(String direction, YearMonth month, PerBytes price) {
    return new Item(
        "transfer.internet-" + direction + "." + price.price().toPlainString(),
        "transfer " + direction,
        "data " + direction + (direction.equals("out") ? " to" : " from") + " the internet, "
            + UnitPrice.usd(price.price()) + " per " + price.unit() + ", " + month,
        price.unitPrice());
  }
}
