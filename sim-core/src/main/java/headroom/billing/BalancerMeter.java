package headroom.billing;

import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Charges for load balancers: hours or partial hours of the window, counted from its beginning, and
 * what each hour processed (sheet §2.8).
 *
 * <p>Use is recorded in hours since the run's start. Of an hour that the end of the warm-up cuts,
 * what was recorded is taken as evenly spread. A balancer has no rules of its own yet beyond the
 * default one, which is free.
 */
final class BalancerMeter implements Meter {

  /** What the charge for capacity units is called. */
  static final String CAPACITY_UNITS = "capacity units";

  // Measured use becomes an exact decimal once: at a billionth of a capacity unit.
  private static final long NANO_UNITS = 1_000_000_000L;

  private static final int RULES_PER_REQUEST = 1;

  @Override
  public List<Charge> charges(Usage usage, Window window, PriceBook book) {
    return usage.balancers().stream()
        .flatMap(balancer -> charges(balancer, window, book.balancer(balancer.type())))
        .toList();
  }

  private static Stream<Charge> charges(
      BalancerUsage balancer, Window window, BalancerPrice price) {
    Optional<Charge> units = price.capacityUnit().map(unit -> units(balancer, window, unit));
    Optional<Charge> data = price.data().map(perBytes -> data(balancer, window, perBytes));
    return Stream.of(Optional.of(hours(balancer, window, price)), units, data)
        .flatMap(Optional::stream);
  }

  private static Charge hours(BalancerUsage balancer, Window window, BalancerPrice price) {
    long[] byHour = new long[Hours.count(window)];
    for (long begin = window.fromNanos(); begin < window.toNanos(); begin += Hours.NANOS) {
      byHour[Hours.at(begin)]++;
    }
    return charge(
        balancer,
        "hours",
        "hour or partial hour",
        new UnitPrice(price.hourly(), "Hours", 1),
        byHour);
  }

  private static Charge units(BalancerUsage balancer, Window window, CapacityUnit unit) {
    return charge(
        balancer,
        CAPACITY_UNITS,
        "capacity unit and hour",
        new UnitPrice(unit.price(), "LCU-Hours", NANO_UNITS),
        Hours.counts(window, hour -> used(balancer, unit, hour) * NANO_UNITS));
  }

  private static double used(BalancerUsage balancer, CapacityUnit unit, int hour) {
    return unit.used(
        Hours.recorded(balancer.newConnections(), hour),
        Hours.recorded(balancer.activeConnections(), hour),
        Hours.recorded(balancer.bytes(), hour),
        unit.ruleEvaluations(Hours.recorded(balancer.requests(), hour), RULES_PER_REQUEST));
  }

  private static Charge data(BalancerUsage balancer, Window window, PerBytes price) {
    return charge(
        balancer,
        "processed data",
        price.unit() + " processed",
        price.unitPrice(),
        Hours.bytes(window, balancer.bytes()));
  }

  private static Charge charge(
      BalancerUsage balancer, String meter, String per, UnitPrice price, long[] byHour) {
    Course course = Course.of(byHour);
    Item item = new Item(
        "load-balancing." + balancer.type() + "." + meter.replace(' ', '-'),
        meter,
        balancer.type() + " load balancer, " + UnitPrice.usd(price.price()) + " per " + per,
        price);
    Resource resource = Resource.regional("load-balancers." + balancer.name(), balancer.type());
    return Charge.of(Category.LOAD_BALANCING, resource, item, course.total(), course);
  }
}
