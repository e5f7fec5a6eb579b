package headroom.billing;

import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.Optional;

/** The lines of one commitment: each use that it covers, and what of it nothing used. */
interface CommittedLines {

  /** The line of a use; empty when none of it is covered. */
  Optional<Charge> covered(HourlyUse use, Item onDemand);

  /** What nothing used; empty when all was. */
  Optional<Charge> unused();

  /** A line of covered use: the count is that of the use, the amount the commitment's. */
  static Optional<Charge> covered(
      String name, String purchase, HourlyUse use, Item item, BigDecimal amount, ClockHours hours) {
    long[] seconds = use.covered().get(name);
    if (seconds == null) {
      return Optional.empty();
    }
    What what = use.what();
    Resource resource =
        new Resource("groups." + what.group(), what.type(), what.zone(), purchase, what.system());
    Item listed = new Item(
        item.sku(), item.meter(), item.description() + ", covered by " + name, item.unitPrice());
    Course course = hours.course(seconds);
    return Optional.of(Charge.of(Category.COMPUTE, resource, listed, course.total(), amount, course)
        .on(Terms.of(Terms.Kind.COVERED, name)));
  }

  /** A line of what nothing used, on the commitment itself. */
  static Optional<Charge> unused(
      String name,
      Resource resource,
      String description,
      UnitPrice price,
      BigDecimal amount,
      Course course) {
    Item item = new Item("commitments." + name, "unused commitment", description, price);
    return course.total() == 0
        ? Optional.empty()
        : Optional.of(
            Charge.of(Category.COMMITMENTS, resource, item, course.total(), amount, course)
                .on(Terms.of(Terms.Kind.UNUSED, name)));
  }

  static Resource resource(String name, String type, String purchase) {
    return new Resource("commitments." + name, type, "", purchase, "");
  }
}
