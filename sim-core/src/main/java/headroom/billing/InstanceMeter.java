package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charges for the time in which instances were running; a line for each kind of instance. */
final class InstanceMeter implements Meter {

  private static final Comparator<What> ORDER = Comparator.comparing(What::group)
      .thenComparing(What::zone)
      .thenComparing(What::type)
      .thenComparing(What::purchase)
      .thenComparing(What::system);

  private static final String SPOT = "spot";

  @Override
  public Category category() {
    return Category.COMPUTE;
  }

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    InstanceUsage runs = usage.instances();
    Map<What, TimeTally> tallies = new LinkedHashMap<>();
    for (int row = 0; row < runs.size(); row++) {
      TimeTally tally = tallies.computeIfAbsent(
          runs.what(row), what -> new TimeTally(book.instanceTime(what.system()), window));
      if (runs.isInterrupted(row)) {
        tally.addInterrupted(runs.fromNanos(row), runs.toNanos(row));
      } else {
        tally.add(runs.fromNanos(row), runs.toNanos(row));
      }
    }
    return tallies.entrySet().stream()
        .filter(entry -> entry.getValue().sawUse())
        .sorted(Map.Entry.comparingByKey(ORDER))
        .map(entry -> charge(entry.getKey(), entry.getValue(), usage, book))
        .toList();
  }

  /** The kinds of instances in a usage, in the order of a bill. */
  static List<What> kinds(InstanceUsage usage) {
    return IntStream.range(0, usage.size())
        .mapToObj(usage::what)
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  private static Charge charge(What what, TimeTally tally, Usage usage, PriceBook book) {
    Item item = item(what, usage, book);
    long seconds = tally.billedSeconds();
    return new Charge(
        Category.COMPUTE,
        new Resource(
            "groups." + what.group(), what.type(), what.zone(), what.purchase(), what.system()),
        item,
        seconds,
        item.unitPrice().amount(seconds),
        Optional.of(tally.time()),
        Course.of(tally.secondsByHour()));
  }

  private static Item item(What what, Usage usage, PriceBook book) {
    // What a spot instance costs is the scenario's to say: no book has it.
    BigDecimal price = what.purchase().equals(SPOT)
        ? usage.spotPrice(what.type(), what.zone()).orElseThrow()
        : book.hourly(what);
    InstanceTimeRule rule = book.instanceTime(what.system());
    return new Item(
        String.join(".", "compute", what.type(), what.system(), what.purchase()),
        "instance time",
        what.type() + " " + what.system() + " " + what.purchase() + ", " + UnitPrice.usd(price)
            + " per hour, by the " + rule.word(),
        new UnitPrice(price, "Hours", 3600));
  }
}
