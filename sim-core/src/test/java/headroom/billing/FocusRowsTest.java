package headroom.billing;

import static headroom.billing.FocusColumn.AVAILABILITY_ZONE;
import static headroom.billing.FocusColumn.BILLED_COST;
import static headroom.billing.FocusColumn.BILLING_PERIOD_END;
import static headroom.billing.FocusColumn.BILLING_PERIOD_START;
import static headroom.billing.FocusColumn.CHARGE_PERIOD_END;
import static headroom.billing.FocusColumn.CHARGE_PERIOD_START;
import static headroom.billing.FocusColumn.LIST_COST;
import static headroom.billing.FocusColumn.LIST_UNIT_PRICE;
import static headroom.billing.FocusColumn.PRICING_QUANTITY;
import static headroom.billing.FocusColumn.SKU_PRICE_DETAILS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FocusRowsTest {

  /** Three days around the end of a month, from noon to noon. */
  @Test
  void aLineHasARowForEachCalendarDay() {
    Window window = new Window(Instant.parse("2026-07-30T12:00:00Z"), 0, 2 * 86_400 * Uses.SECOND);
    Bill bill = Bill.of(Uses.runs(Uses.M5_LARGE, 0, 172_800), window, Books.OF_2026);
    List<FocusRow> rows = FocusRows.of(bill, "web-shop");
    assertEquals(
        List.of(
            "2026-07-30T12:00:00Z 2026-07-31T00:00:00Z 2026-07-01T00:00:00Z 1.152",
            "2026-07-31T00:00:00Z 2026-08-01T00:00:00Z 2026-07-01T00:00:00Z 2.304",
            "2026-08-01T00:00:00Z 2026-08-01T12:00:00Z 2026-08-01T00:00:00Z 1.152"),
        rows.stream()
            .map(row -> String.join(
                " ",
                text(row, CHARGE_PERIOD_START),
                text(row, CHARGE_PERIOD_END),
                text(row, BILLING_PERIOD_START),
                text(row, BILLED_COST)))
            .toList());
    assertEquals("us-east-1a", text(rows.get(0), AVAILABILITY_ZONE));
    assertEquals("12", text(rows.get(0), PRICING_QUANTITY));
    assertEquals(
        "{\"CoreCount\": 2, \"InstanceType\": \"m5.large\", \"MemorySize\": 8,"
            + " \"OperatingSystem\": \"linux\"}",
        text(rows.get(0), SKU_PRICE_DETAILS));
  }

  /** The rules of the platform sheet §9.2 and §9.3 that a row can break. */
  @Test
  void rowsKeepTheRulesOfTheSpecification() {
    BigDecimal tolerance = new BigDecimal("2e-12");
    for (long seed = 1; seed <= 200; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      Window window = any.window();
      for (FocusRow row : FocusRows.of(Bill.of(any.usage(), window, any.book()), "any")) {
        BigDecimal price = row.decimal(LIST_UNIT_PRICE).orElseThrow();
        BigDecimal cost = row.decimal(LIST_COST).orElseThrow();
        BigDecimal quantity = row.decimal(PRICING_QUANTITY).orElseThrow();
        BigDecimal error = cost.subtract(price.multiply(quantity)).abs();
        assertTrue(error.compareTo(tolerance) <= 0, () -> row + " is off by " + error);
        Instant begin = row.time(CHARGE_PERIOD_START).orElseThrow();
        Instant end = row.time(CHARGE_PERIOD_END).orElseThrow();
        assertTrue(begin.isBefore(end));
        assertTrue(!begin.isBefore(row.time(BILLING_PERIOD_START).orElseThrow()));
        assertTrue(!end.isAfter(row.time(BILLING_PERIOD_END).orElseThrow()));
        assertTrue(!begin.isBefore(window.instantAt(window.fromNanos())));
        assertTrue(!end.isAfter(window.instantAt(window.toNanos())));
        assertTrue(
            row.texts().stream().allMatch(cell -> cell.map(t -> !t.isEmpty()).orElse(true)));
      }
    }
  }

  @Test
  void columnsStandInTheOrderOfTheSpecificationWithOursLast() {
    List<String> ids = Arrays.stream(FocusColumn.values()).map(FocusColumn::id).toList();
    List<String> official = ids.stream().filter(id -> !id.startsWith("x_")).toList();
    assertEquals(official, ids.subList(0, official.size()));
    assertEquals(List.copyOf(new TreeSet<>(official)), official);
    assertTrue(official.containsAll(MANDATORY));
  }

  /** The mandatory columns of version 1.2. */
  private static final Set<String> MANDATORY = Set.of(
      "BilledCost",
      "BillingAccountId",
      "BillingAccountName",
      "BillingCurrency",
      "BillingPeriodEnd",
      "BillingPeriodStart",
      "ChargeCategory",
      "ChargeClass",
      "ChargeDescription",
      "ChargePeriodEnd",
      "ChargePeriodStart",
      "ContractedCost",
      "EffectiveCost",
      "InvoiceIssuerName",
      "ListCost",
      "PricingQuantity",
      "PricingUnit",
      "ProviderName",
      "PublisherName",
      "ServiceCategory",
      "ServiceName");

  @Test
  void aRowWithoutWhatIsNeededIsRefused() {
    var wrong = assertThrows(
        InvalidInputException.class,
        () -> new FocusRow(Map.of(BILLED_COST, "1", AVAILABILITY_ZONE, "")));
    List<String> told = wrong.problems().stream().map(Problem::toString).toList();
    assertTrue(told.contains("BilledCost: must be BigDecimal, was 1"));
    assertTrue(told.contains("AvailabilityZone: must not be empty text"));
    assertTrue(told.contains("ServiceName: must have a value"));
  }

  @Test
  void tagsAreJsonWhateverTheScenarioIsCalled() {
    Bill bill = Bill.of(Uses.runs(Uses.M5_LARGE, 0, 60), Uses.window(60), Books.OF_2026);
    assertEquals(
        "{\"scenario\": \"a \\\"b\\\" \\\\ \\u000a\"}",
        text(FocusRows.of(bill, "a \"b\" \\ \n").get(0), FocusColumn.TAGS));
  }

  private static String text(FocusRow row, FocusColumn column) {
    return row.text(column).orElseThrow();
  }
}
