package headroom.reports.page;

import headroom.reports.figure.Reading;
import java.util.Optional;

/** What would be cheaper than what is committed to now, where its saving is above zero for sure. */
final class BuyingFinding {

  private BuyingFinding() {}

  static Optional<Finding> of(RunFacts facts) {
    return facts
        .costs()
        .buying()
        .filter(buying -> buying.saving().hasInterval() && buying.saving().low() > 0)
        .map(buying -> new Finding(
            "Cheaper than what is bought now: " + buying.what() + ", which saves "
                + Reading.of(buying.saving()).both() + " a month.",
            "advice"));
  }
}
