package headroom.billing;

import headroom.results.InstanceUsage.What;
import headroom.results.PricePath;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charges for spot instances: a line for each kind of instance at each price. A second or started
 * hour costs what the pool's price was when it began (sheet §2.1, [M12]).
 */
final class SpotMeter implements Meter {

  private record AtPrice(What what, BigDecimal price) {
    static final Comparator<AtPrice> ORDER =
        Comparator.comparing(AtPrice::what, InstanceMeter.ORDER).thenComparing(AtPrice::price);
  }

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    Map<AtPrice, TimeTally> tallies = new TreeMap<>(AtPrice.ORDER);
    usage.resources().stream()
        .filter(Spot.class::isInstance)
        .map(Spot.class::cast)
        .forEach(run -> add(run, window, book.instanceTime(run.what().system()), tallies));
    return tallies.entrySet().stream()
        .filter(entry -> entry.getValue().billedSeconds() > 0)
        .map(entry -> charge(entry.getKey(), entry.getValue(), book))
        .toList();
  }

  private static void add(
      Spot run, Window window, InstanceTimeRule rule, Map<AtPrice, TimeTally> tallies) {
    SpotTime time = SpotTime.of(run, rule);
    long grain = rule.per().toNanos();
    long from = run.fromNanos();
    long last = Math.min(time.units(), unitsBefore(from, window.toNanos(), grain));
    long unit = unitsBefore(from, window.fromNanos(), grain);
    PricePath path = run.price();
    while (unit < last) {
      int price = path.at(from + unit * grain);
      long end = path.endNanos(price);
      long next = end == Long.MAX_VALUE ? last : Math.min(last, unitsBefore(from, end, grain));
      tally(run, price, window, rule, tallies).addUnits(from, unit, next);
      unit = next;
    }
    if (time.missing() > 0 && from >= window.fromNanos() && from < window.toNanos()) {
      tally(run, path.at(from), window, rule, tallies).addMinimum(from, time.missing());
    }
  }

  /** How many of a run's units begin before a moment. */
  private static long unitsBefore(long from, long nanos, long grain) {
    return Math.max(0, Hours.ceilDiv(nanos - from, grain));
  }

  private static TimeTally tally(
      Spot run, int price, Window window, InstanceTimeRule rule, Map<AtPrice, TimeTally> tallies) {
    AtPrice kind = new AtPrice(run.what(), run.price().perHour(price));
    return tallies.computeIfAbsent(kind, any -> new TimeTally(rule, window));
  }

  private static Charge charge(AtPrice kind, TimeTally tally, PriceBook book) {
    Item item = InstanceMeter.item(kind.what(), book, kind.price());
    return Charge.of(
            Category.COMPUTE,
            InstanceMeter.resource(kind.what()),
            new Item(
                item.sku() + "." + kind.price().toPlainString(),
                item.meter(),
                item.description(),
                item.unitPrice()),
            tally.billedSeconds(),
            Course.of(tally.secondsByHour()))
        .on(Terms.DYNAMIC);
  }
}
