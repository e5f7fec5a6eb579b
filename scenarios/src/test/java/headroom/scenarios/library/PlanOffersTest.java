package headroom.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.scenarios.text.InputException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What savings plans cost by a price book, said or not. */
class PlanOffersTest {

  private static final String BOOK = BookWriter.write(PriceBooks.load("us-east-1/2026-07"));

  private static String with(String plans) {
    return BOOK + "savings-plans:\n" + plans;
  }

  @Test
  void aBooksOwnPlansAreReadAndWrittenBack() {
    PriceBook book = PriceBooks.parse(
        with("  - {kind: compute, term: 3y, payment: all-upfront, discount: 40%,"
            + " rates: {m5.large: 0.05 USD/h}, source: S1}\n"),
        "mine.yaml");
    PlanOffer plan = book.planOffers().get(0);
    assertEquals(1, book.planOffers().size());
    assertEquals(PlanOffer.Kind.COMPUTE, plan.kind());
    assertEquals("3y all-upfront", plan.terms());
    assertRate("0.05", plan, "m5.large");
    assertRate("0.06", plan, "c5.large");
    PriceBook again = PriceBooks.parse(BookWriter.write(book), "again.yaml");
    assertEquals(plan.terms(), again.planOffers().get(0).terms());
    assertRate("0.06", again.planOffers().get(0), "c5.large");
  }

  private static void assertRate(String usd, PlanOffer plan, String type) {
    BigDecimal rate = plan.rate(type, new BigDecimal("0.10")).orElseThrow();
    assertEquals(0, new BigDecimal(usd).compareTo(rate), () -> "was " + rate);
  }

  /** The sheet's t3.medium: standard 0.0261 and 0.0180, convertible 0.0300 and 0.0206. */
  @Test
  void withoutThemPlansCostWhatReservingCosts() {
    List<PlanOffer> plans = PriceBooks.load("us-east-1/2026-07").planOffers();
    assertEquals(
        List.of(
            "ec2-instance 1y no-upfront 0.0261",
            "ec2-instance 3y no-upfront 0.018",
            "compute 1y no-upfront 0.03",
            "compute 3y no-upfront 0.0206"),
        plans.stream()
            .map(plan -> plan.kind().word() + " " + plan.terms() + " "
                + plan.rate("t3.medium", BigDecimal.ONE)
                    .orElseThrow()
                    .stripTrailingZeros()
                    .toPlainString())
            .toList());
    assertTrue(PriceBooks.load("us-east-1/2012-04").planOffers().isEmpty());
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    String text = with("""
          - {kind: spot, term: 2y, payment: no-upfront, source: S1}
          - {kind: compute, term: 1y, payment: no-upfront, source: S1}
          - {kind: compute, term: 1y, payment: later, discount: 120%, source: S1}
        """);
    InputException wrong =
        assertThrows(InputException.class, () -> PriceBooks.parse(text, "mine.yaml"));
    assertEquals(
        List.of(
            "savings-plans[0]",
            "savings-plans[0].kind",
            "savings-plans[0].term",
            "savings-plans[1]",
            "savings-plans[2].payment",
            "savings-plans[2].discount"),
        wrong.complaints().stream().map(each -> each.path()).toList());
  }
}
