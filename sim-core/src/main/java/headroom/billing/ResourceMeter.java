package headroom.billing;

import headroom.results.Usage;
import headroom.results.Window;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Charges for everything that a price book meters by key: volumes, snapshots, addresses, gateways,
 * data between zones and regions, queries, alarms, hosts, and what the scenario names itself.
 */
final class ResourceMeter implements Meter {

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    Stream<Metered> uses = usage.resources().stream()
        .flatMap(resource -> MeteredUses.of(resource).stream())
        .filter(its -> !book.isFree(its.line().meter()));
    return charges(uses, window, book).toList();
  }

  /** The charges for metered uses, by meter. */
  static Stream<Charge> charges(Stream<Metered> uses, Window window, PriceBook book) {
    Map<Metered.Line, Counting> counted = new LinkedHashMap<>();
    uses.forEach(metered -> counted
        .computeIfAbsent(metered.line(), line -> new Counting(book.tariff(line.meter()), window))
        .add(metered));
    return byMeter(counted).entrySet().stream()
        .flatMap(entry -> charges(entry.getValue(), window, book.tariff(entry.getKey())));
  }

  /** What each line counted in each hour, by meter. */
  private static Map<String, Map<Metered.Line, long[]>> byMeter(
      Map<Metered.Line, Counting> counted) {
    Map<String, Map<Metered.Line, long[]>> meters = new TreeMap<>();
    counted.forEach((line, counting) -> meters
        .computeIfAbsent(line.meter(), any -> new TreeMap<>(Metered.Line.ORDER))
        .put(line, counting.byHour()));
    return meters;
  }

  private static Stream<Charge> charges(
      Map<Metered.Line, long[]> lines, Window window, Tariff tariff) {
    Map<YearMonth, List<TierWalk.Share>> months = new TreeMap<>();
    lines.forEach((line, byHour) -> TierWalk.byMonth(window, byHour).forEach((month, counts) -> {
      Course course = Course.of(counts);
      months
          .computeIfAbsent(month, any -> new ArrayList<>())
          .add(new TierWalk.Share(line.resource(), course.total(), course));
    }));
    return months.entrySet().stream()
        .flatMap(month -> TierWalk.charges(
            month.getValue(),
            tariff.steps(),
            (share, price, count, amount) -> Charge.of(
                tariff.category(),
                share.resource(),
                item(tariff, month.getKey(), price),
                count,
                amount,
                share.course()))
            .stream());
  }

  private static Item item(Tariff tariff, YearMonth month, UnitPrice price) {
    return new Item(
        tariff.key() + "." + price.price().toPlainString(),
        tariff.meter(),
        tariff.meter() + ", " + UnitPrice.usd(price.price()) + " per "
            + tariff.unit().word() + ", " + month,
        price);
  }
}
