package headroom.billing;

import java.math.BigDecimal;
import java.util.List;

/** Commitments for tests. */
final class Agreed {

  private Agreed() {}

  static Commitments reserved(ReservedInstances... reserved) {
    return Commitments.of(List.of(reserved));
  }

  static Commitments plan(SavingsPlan... plans) {
    return Commitments.of(List.of(plans));
  }

  /** Seconds of the committed thing itself, over the lines of one kind. */
  static BigDecimal hours(Bill bill, Terms.Kind kind) {
    return bill.charges().stream()
        .filter(charge -> charge.terms().kind() == kind)
        .map(Charge::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(BigDecimal.valueOf(3_600));
  }
}
