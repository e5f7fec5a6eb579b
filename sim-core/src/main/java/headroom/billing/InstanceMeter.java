package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Charges for the time in which instances were running; a line for each kind of instance. */
final class InstanceMeter implements Meter {

  /** What the charge for instance time is called. */
  static final String INSTANCE_TIME = "instance time";

  static final Comparator<What> ORDER = Comparator.comparing(What::group)
      .thenComparing(What::zone)
      .thenComparing(What::type)
      .thenComparing(What::purchase)
      .thenComparing(What::system);

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    return tallies(usage.instances(), window, 0, book).entrySet().stream()
        .map(entry -> charge(entry.getKey(), entry.getValue(), book))
        .toList();
  }

  /**
   * The billed time of each kind of instance that ran inside the window, in the bill's order.
   *
   * @param shift how far the window's clock is ahead of that of the runs
   */
  static Map<What, TimeTally> tallies(
      InstanceUsage runs, Window window, long shift, PriceBook book) {
    List<TimeTally> tallies = runs.kinds().stream()
        .map(what -> new TimeTally(book.instanceTime(what.system()), window))
        .toList();
    for (int row = 0; row < runs.size(); row++) {
      tallies.get(runs.kind(row)).add(runs.fromNanos(row) + shift, runs.toNanos(row) + shift);
    }
    Map<What, TimeTally> seen = new TreeMap<>(ORDER);
    for (int kind = 0; kind < tallies.size(); kind++) {
      if (tallies.get(kind).sawUse()) {
        seen.put(runs.kinds().get(kind), tallies.get(kind));
      }
    }
    return seen;
  }

  /** The kinds of instances in a usage, in the order of a bill. */
  static List<What> kinds(InstanceUsage usage) {
    return usage.kinds().stream().sorted(ORDER).toList();
  }

  private static Charge charge(What what, TimeTally tally, PriceBook book) {
    Item item = item(what, book);
    long seconds = tally.billedSeconds();
    return new Charge(
        Category.COMPUTE,
        resource(what),
        item,
        seconds,
        item.unitPrice().amount(seconds),
        Optional.of(tally.time()),
        Course.of(tally.secondsByHour()),
        Terms.ON_DEMAND);
  }

  static Resource resource(What what) {
    return new Resource(
        "groups." + what.group(), what.type(), what.zone(), what.purchase(), what.system());
  }

  static Item item(What what, PriceBook book) {
    return item(what, book, book.hourly(what));
  }

  /** A kind of instance at a price. */
  static Item item(What what, PriceBook book, BigDecimal price) {
    InstanceTimeRule rule = book.instanceTime(what.system());
    return new Item(
        String.join(".", "compute", what.type(), what.system(), what.purchase()),
        INSTANCE_TIME,
        what.type() + " " + what.system() + " " + what.purchase() + ", " + UnitPrice.usd(price)
            + " per hour, by the " + rule.word(),
        new UnitPrice(price, "Hours", 3600));
  }
}
