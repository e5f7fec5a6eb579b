package headroom.scenarios.library;

import headroom.billing.PlanOffer;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a price book asks under a savings plan. */
record PlanOfferReader(Sources sources) {

  private static final List<String> PAYMENTS =
      List.of("no-upfront", "partial-upfront", "all-upfront");

  Optional<PlanOffer> read(BookPart part) {
    Optional<String> kind =
        part.text("kind", text -> ReservedReader.one(text, List.of("compute", "ec2-instance")));
    Optional<Integer> years = part.text("term", ReservedReader::years);
    Optional<String> payment = part.text("payment", text -> ReservedReader.one(text, PAYMENTS));
    Optional<BigDecimal> discount =
        part.textIfAny("discount", text -> Numbers.exact(Percents.parse(text)));
    Map<String, BigDecimal> rates = ReservedReader.amounts(part, "rates", Money::parsePerHour);
    String source = sources.in(part);
    part.end();
    boolean unread = part.has("discount") && discount.isEmpty();
    return part.build(
        kind.isPresent() && years.isPresent() && payment.isPresent() && !unread,
        unread ? List.of() : PlanOffer.problems(years.orElse(1), discount, rates),
        () -> new PlanOffer(
            kind.orElseThrow().equals("compute")
                ? PlanOffer.Kind.COMPUTE
                : PlanOffer.Kind.EC2_INSTANCE,
            years.orElseThrow(),
            payment.orElseThrow(),
            discount,
            rates,
            source));
  }
}
