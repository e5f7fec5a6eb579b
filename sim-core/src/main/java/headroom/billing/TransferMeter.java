package headroom.billing;

import headroom.billing.TierWalk.Share;
import headroom.results.Usage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final List<Usage> before;

  TransferMeter() {
    this(List.of());
  }

  /** Of a region where others of its provider have used up free bytes (sheet §8, [M23]). */
  TransferMeter(List<Usage> before) {
    this.before = List.copyOf(before);
  }

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    List<Charge> charges = new ArrayList<>();
    months(usage, window, TransferUsage::bytesOut)
        .forEach((month, senders) ->
            charges.addAll(out(month, senders, book.transfer().after(sent(month, window)))));
    months(usage, window, TransferUsage::bytesIn)
        .forEach((month, receivers) -> charges.addAll(in(month, receivers, book.transfer())));
    return charges;
  }

  private long sent(YearMonth month, Window window) {
    return before.stream()
        .flatMap(usage ->
            months(usage, window, TransferUsage::bytesOut).getOrDefault(month, List.of()).stream())
        .mapToLong(Share::count)
        .sum();
  }

  private static Map<YearMonth, List<Share>> months(
      Usage usage, Window window, Function<TransferUsage, double[]> direction) {
    Map<YearMonth, List<Share>> months = new TreeMap<>();
    for (TransferUsage transfer : usage.transfers()) {
      long[] byHour = Hours.bytes(window, direction.apply(transfer));
      TierWalk.byMonth(window, byHour).forEach((month, bytes) -> {
        Course course = Course.of(bytes);
        months
            .computeIfAbsent(month, any -> new ArrayList<>())
            .add(new Share(Resource.regional(transfer.from(), ""), course.total(), course));
      });
    }
    return months;
  }

  private static List<Charge> out(YearMonth month, List<Share> senders, TransferPrices prices) {
    List<TierWalk.Step> steps = prices.steps().stream()
        .map(step -> new TierWalk.Step(step.bytes(), step.price().unitPrice()))
        .toList();
    return TierWalk.charges(
        senders,
        steps,
        (sender, price, bytes, amount) -> Charge.of(
            Category.TRANSFER,
            sender.resource(),
            item("out", month, price),
            bytes,
            amount,
            sender.course()));
  }

  private static List<Charge> in(YearMonth month, List<Share> receivers, TransferPrices prices) {
    Item item = item("in", month, prices.in().unitPrice());
    return receivers.stream()
        .map(its -> Charge.of(Category.TRANSFER, its.resource(), item, its.count(), its.course()))
        .toList();
  }

  private static Item item(String direction, YearMonth month, UnitPrice price) {
    return new Item(
        "transfer.internet-" + direction + "." + price.price().toPlainString(),
        "transfer " + direction,
        "data " + direction + (direction.equals("out") ? " to" : " from") + " the internet, "
            + UnitPrice.usd(price.price()) + " per " + price.unit() + ", " + month,
        price);
  }
}
