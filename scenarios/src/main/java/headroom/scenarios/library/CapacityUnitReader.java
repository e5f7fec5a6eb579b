package headroom.scenarios.library;

import headroom.billing.CapacityUnit;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Rates;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what a capacity unit of a load balancer is. */
final class CapacityUnitReader {

  private CapacityUnitReader() {}

  static Optional<CapacityUnit> read(BookPart part) {
    Optional<BigDecimal> price = part.text("price", Money::parsePerHour);
    Optional<Double> connections = part.text("new-connections", Rates::parse);
    Optional<Double> active = part.text("active-connections", Figures::number);
    Optional<Double> bytes = part.text("processed", text -> (double) Bytes.parse(text));
    OptionalDouble rules = part.textIfAny("rule-evaluations", Rates::parse)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
    int free = part.textIfAny("free-rules", Figures::wholeNumber).orElse(0);
    part.end();
    // A field that could not be read has said so; one that is surely right stands in for it.
    return part.build(
        price.isPresent() && connections.isPresent() && active.isPresent() && bytes.isPresent(),
        CapacityUnit.problems(
            price.orElse(BigDecimal.ONE),
            connections.orElse(1.0),
            active.orElse(1.0),
            bytes.orElse(1.0),
            rules,
            free),
        () -> new CapacityUnit(
            price.orElseThrow(),
            connections.orElseThrow(),
            active.orElseThrow(),
            bytes.orElseThrow(),
            rules,
            free));
  }
}
