package headroom.billing;

import java.math.BigDecimal;
import java.util.Optional;

/** The lines of reserved instances. */
record ReservedLines(
    ReservedInstances reserved, ReservedDraw draw, long[] unusedUnits, ClockHours hours)
    implements CommittedLines {

  static final String PURCHASE = "reserved";

  @Override
  public Optional<Charge> covered(HourlyUse use, Item onDemand) {
    if (!reserved.covers(use)) {
      return Optional.empty();
    }
    BigDecimal amount = ofTerm(reserved.price().whole()).amount(draw.units(use));
    return CommittedLines.covered(reserved.name(), PURCHASE, use, onDemand, amount, hours);
  }

  @Override
  public Optional<Charge> unused() {
    Course course = hours.course(unusedUnits);
    ReservedPrice price = reserved.price();
    return CommittedLines.unused(
        reserved.name(),
        CommittedLines.resource(reserved.name(), reserved.type(), PURCHASE),
        "reserved " + reserved.type() + " " + reserved.system() + " that nothing used",
        new UnitPrice(price.perHour(price.idle()), "Hours", hourOfOne()),
        ofTerm(price.idle()).amount(course.total()),
        course);
  }

  /** Units that one reserved instance has in an hour. */
  private long hourOfOne() {
    return 3_600 * reserved.factor(reserved.type());
  }

  /** The price of a whole term's units: by the hour it would have to be rounded. */
  private UnitPrice ofTerm(BigDecimal price) {
    return new UnitPrice(price, "Terms", hourOfOne() * reserved.price().termHours());
  }
}
