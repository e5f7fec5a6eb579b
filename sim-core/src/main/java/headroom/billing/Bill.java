package headroom.billing;

import headroom.problem.Problems;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the use inside a window costs, line by line; the lines sum to the total to the last digit.
 *
 * @param window the part of the run that was billed
 * @param book the prices it was read with
 * @param charges the lines, by category, then in a fixed order
 */
public record Bill(Window window, PriceBook book, List<Charge> charges) {

  private static final List<Meter> METERS =
      List.of(new SpotMeter(), new BalancerMeter(), new TransferMeter(), new ResourceMeter());

  /** What every run meters: nothing of it is a true zero. */
  private static final List<Category> ALWAYS =
      List.of(Category.COMPUTE, Category.LOAD_BALANCING, Category.TRANSFER);

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(UnitPrice.MONEY_SCALE);

  public Bill {
    charges = List.copyOf(charges);
  }

  /**
   * Reads a run with a price book.
   *
   * @throws headroom.problem.InvalidInputException when the book lacks a price for what was used
   */
  public static Bill of(Run run, PriceBook book) {
    return of(run.usage(), run.window(), book);
  }

  /**
   * Reads usage with a price book; only what lies inside the window is billed.
   *
   * @throws headroom.problem.InvalidInputException when the book lacks a price for what was used
   */
  public static Bill of(Usage usage, Window window, PriceBook book) {
    Problems.throwIfAny(book.problemsOf(usage));
    return new Bill(
        window,
        book,
        new Reductions(book.commitments(), window)
            .applied(metered(usage, window, book)).stream()
                .sorted(Comparator.comparing(Charge::category))
                .toList());
  }

  private static List<Charge> metered(Usage all, Window window, PriceBook book) {
    List<Regional.Part> parts = Regional.parts(all, book);
    boolean covers = book.commitments().coverHours();
    Stream<Charge> instances = covers
        ? new CommittedMeter(book.commitments()).charges(parts, window).stream()
        : Stream.empty();
    Stream<Charge> listed = parts.stream()
        .flatMap(part -> Stream.concat(
            covers ? Stream.empty() : charges(new InstanceMeter(), part, window),
            METERS.stream()
                .flatMap(meter -> charges(
                    meter instanceof TransferMeter ? new TransferMeter(part.before()) : meter,
                    part,
                    window))));
    List<Metered> own = OwnMeterUses.all(all, window, book).toList();
    return Stream.concat(
            Stream.concat(instances, listed), ResourceMeter.charges(own.stream(), window, book))
        .toList();
  }

  private static Stream<Charge> charges(Meter meter, Regional.Part part, Window window) {
    return meter.charges(part.usage(), window, part.book()).stream();
  }

  /** USD in all. */
  public BigDecimal total() {
    return charges.stream().map(Charge::amount).reduce(NOTHING, BigDecimal::add);
  }

  /** USD of each category that is metered; zero is a true zero, and the others are absent. */
  public SortedMap<Category, BigDecimal> byCategory() {
    SortedMap<Category, BigDecimal> sums = new TreeMap<>();
    ALWAYS.forEach(category -> sums.put(category, NOTHING));
    charges.forEach(charge -> sums.merge(charge.category(), charge.amount(), BigDecimal::add));
    return Collections.unmodifiableSortedMap(sums);
  }

  /** The cost over time, in steps of whole hours that begin with the window's first hour. */
  public CostSeries series(Duration step) {
    return CostSeries.of(this, step);
  }
}
