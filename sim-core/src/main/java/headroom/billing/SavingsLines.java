package headroom.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The lines of a savings plan. */
record SavingsLines(SavingsPlan plan, long[] unusedParts, long partsPerUsd, ClockHours hours)
    implements CommittedLines {

  static final String PURCHASE = "savings-plan";

  static SavingsLines draw(SavingsPlan plan, List<HourlyUse> uses, ClockHours hours) {
    List<SavingsDraw.Offer<HourlyUse>> offers = uses.stream()
        .filter(plan::covers)
        .map(use -> new SavingsDraw.Offer<>(use, use.onDemand(), plan.rate(use)))
        .toList();
    SavingsDraw<HourlyUse> draw = new SavingsDraw<>(plan.perHour(), offers);
    long[] unused = new long[hours.count()];
    for (int hour = hours.first(); hour < unused.length; hour++) {
      unused[hour] = draw.cover(hours.secondsInside(hour), at(hour, plan.name()));
    }
    return new SavingsLines(plan, unused, draw.partsPerUsd(), hours);
  }

  private static SavingsDraw.Use<HourlyUse> at(int hour, String plan) {
    return new SavingsDraw.Use<>() {
      @Override
      public long left(HourlyUse of) {
        return of.left(hour);
      }

      @Override
      public void cover(HourlyUse of, long seconds) {
        of.cover(plan, hour, seconds);
      }
    };
  }

  @Override
  public Optional<Charge> covered(HourlyUse use, Item onDemand) {
    long[] seconds = use.covered().getOrDefault(plan.name(), new long[0]);
    UnitPrice rate = new UnitPrice(plan.rate(use), "Hours", 3_600);
    return CommittedLines.covered(
        plan.name(), PURCHASE, use, onDemand, rate.amount(Course.of(seconds).total()), hours);
  }

  @Override
  public Optional<Charge> unused() {
    Course course = hours.course(unusedParts);
    UnitPrice price = new UnitPrice(BigDecimal.ONE, "USD", partsPerUsd);
    return CommittedLines.unused(
        plan.name(),
        CommittedLines.resource(plan.name(), plan.family().orElse(""), PURCHASE),
        "savings plan of " + UnitPrice.usd(plan.perHour()) + " per hour, what nothing used",
        price,
        price.amount(course.total()),
        course);
  }
}
