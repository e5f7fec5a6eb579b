package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage.What;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row and every column of generated bills against the sheet's table of FOCUS columns. */
class FocusConformanceTest {

  private static final int SEEDS = 300;

  @Test
  void everyRowOfAnyBillConforms() {
    Map<String, String> categoryOfService = new TreeMap<>();
    Map<String, String> skuOfPrice = new TreeMap<>();
    TreeSet<String> categories = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      PriceBook book = any.book().with(AnyCommitments.of(new SplittableRandom(-seed), any.book()));
      Bill bill = Bill.of(any.usage(), any.window(), book);
      for (FocusRow row : FocusRows.of(bill, "any")) {
        for (FocusVersion version : FocusVersion.values()) {
          assertEquals(
              List.of(),
              FocusRules.of(row, version).broken(),
              version.word() + ", seed " + seed + ": " + row);
        }
        Map<String, String> cells = FocusRules.of(row).row();
        only(categoryOfService, cells, "ServiceName", "ServiceCategory");
        only(skuOfPrice, cells, "SkuPriceId", "SkuId");
        categories.add(cells.getOrDefault("ChargeCategory", "") + " "
            + cells.getOrDefault("PricingCategory", "-"));
      }
    }
    // Generated bills come to every kind of row there is.
    assertEquals(
        List.of(
            "Credit -", "Purchase Standard", "Usage Committed", "Usage Dynamic", "Usage Standard"),
        List.copyOf(categories));
  }

  /** One of the other for each. */
  private static void only(
      Map<String, String> seen, Map<String, String> cells, String key, String value) {
    if (cells.containsKey(key)) {
      String found = cells.getOrDefault(value, "");
      assertEquals(seen.merge(cells.getOrDefault(key, ""), found, (old, its) -> old), found);
    }
  }

  @Test
  void theColumnsAreThoseOfTheTable() {
    List<String> written =
        Arrays.stream(FocusColumn.values()).map(FocusColumn::id).sorted().toList();
    List<List<String>> table = FocusRules.table();
    assertEquals(table.stream().map(column -> column.get(0)).sorted().toList(), written);
    for (FocusColumn column : FocusColumn.values()) {
      List<String> row = table.stream()
          .filter(its -> its.get(0).equals(column.id()))
          .findFirst()
          .orElseThrow();
      assertEquals(row.get(3), column.kind().name().equals("TEXT") ? "S" : kind(column));
      assertTrue(column.nullable() || row.get(2).equals("N") || !row.get(1).equals("x"));
    }
  }

  @Test
  void eachVersionHasItsColumns() {
    List<FocusRow> rows = FocusRows.of(
        Bill.of(
            Uses.runs(Uses.M5_LARGE, 0, 7_200),
            Uses.window(7_200),
            Books.OF_2026.with(Agreed.plan(new SavingsPlan(
                "sp",
                BigDecimal.ONE,
                Optional.empty(),
                BigDecimal.ZERO,
                Map.of("m5.large", new BigDecimal("0.075")))))),
        "any");
    for (FocusVersion version : FocusVersion.values()) {
      assertEquals(
          FocusRules.columns(version).stream().map(column -> column.get(0)).toList(),
          FocusColumn.of(rows, version).stream().map(FocusColumn::id).toList());
    }
  }

  private static String kind(FocusColumn column) {
    return column.kind().name().substring(0, 1);
  }

  /** The cells of the sheet's row that are not made of names. */
  static Map<String, String> rowOfASmallDay() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String cell : """
        BilledCost=2.4 BillingCurrency=USD BillingPeriodStart=2024-01-01T00:00:00Z \
        BillingPeriodEnd=2024-02-01T00:00:00Z ChargeCategory=Usage ChargeFrequency=Usage-Based \
        ChargePeriodStart=2024-01-15T00:00:00Z ChargePeriodEnd=2024-01-16T00:00:00Z \
        ConsumedQuantity=24 ConsumedUnit=Hours PricingQuantity=24 PricingUnit=Hours \
        ListUnitPrice=0.1 ListCost=2.4 ContractedUnitPrice=0.1 ContractedCost=2.4 \
        EffectiveCost=2.4 PricingCategory=Standard ServiceCategory=Compute""".split(" ", -1)) {
      int equals = cell.indexOf('=');
      wanted.put(cell.substring(0, equals), cell.substring(equals + 1));
    }
    return wanted;
  }

  /** Platform sheet #66, as far as it is not made of names: one instance for a day at 0.10. */
  @Test
  void aDayOfASmallInstance() {
    Window day = new Window(Instant.parse("2024-01-15T00:00:00Z"), 0, 86_400 * Uses.SECOND);
    Bill bill = Bill.of(
        Uses.runs(new What("web", "small", "a", "on-demand", "linux"), 0, 86_400),
        day,
        Books.ofEach(List.of("small")));
    List<FocusRow> rows = FocusRows.of(bill, "heavy-2008");
    assertEquals(1, rows.size());
    Map<String, String> wanted = rowOfASmallDay();
    Map<String, String> found = new LinkedHashMap<>(FocusRules.of(rows.get(0)).row());
    assertEquals("Virtual Machines", found.get("ServiceSubcategory"));
    assertFalse(found.containsKey("ChargeClass") || found.containsKey("CommitmentDiscountId"));
    found.keySet().retainAll(wanted.keySet());
    assertEquals(new TreeMap<>(wanted), new TreeMap<>(found));
    assertFalse(
        FocusColumn.of(rows, FocusVersion.V1_2).contains(FocusColumn.COMMITMENT_DISCOUNT_ID));
  }

  /** Platform sheet #64: a promise of 1 USD an hour of which an hour uses 0.75. */
  @Test
  void aSpendCommitmentHasAUsedAndAnUnusedRow() {
    SavingsPlan plan = new SavingsPlan(
        "sp",
        BigDecimal.ONE,
        Optional.empty(),
        BigDecimal.ZERO,
        Map.of("m5.large", new BigDecimal("0.075")));
    long[] ten = new long[20];
    for (int i = 1; i < ten.length; i += 2) {
      ten[i] = 3_600;
    }
    Bill bill = Bill.of(
        Uses.runs(Uses.M5_LARGE, ten), Uses.window(3_600), Books.OF_2026.with(Agreed.plan(plan)));
    assertEquals(
        List.of(
            "Usage Used 0.75 0 groups.web",
            "Usage Unused 0.25 0 commitments.sp",
            "Purchase - 0 1 commitments.sp"),
        FocusRows.of(bill, "any").stream()
            .map(row -> FocusRules.of(row).row())
            .map(row -> String.join(
                " ",
                row.getOrDefault("ChargeCategory", ""),
                row.getOrDefault("CommitmentDiscountStatus", "-"),
                row.getOrDefault("EffectiveCost", ""),
                row.getOrDefault("BilledCost", ""),
                row.getOrDefault("ResourceId", "")))
            .toList());
  }

  /** The sheet's negative cases: each change of a good row breaks a rule. */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "InvoiceIssuerName, Headroom Inc",
    "ListCost, 2.41",
    "BilledCost, +2.40",
    "BilledCost, '2,40'",
    "BilledCost, $2.40",
    "ChargePeriodEnd, 2026-07-01T00:00:00Z",
    "ChargeCategory, Tax",
    "HostProviderName, Headroom Cloud",
    "ServiceSubcategory, Block Storage",
    "CommitmentDiscountId, ri-1",
    "PricingUnit, ",
  })
  void aWrongRowIsFound(String column, String value) {
    Bill bill = Bill.of(Uses.runs(Uses.M5_LARGE, 0, 86_400), Uses.window(86_400), Books.OF_2026);
    Map<String, String> row =
        new LinkedHashMap<>(FocusRules.of(FocusRows.of(bill, "any").get(0)).row());
    assertEquals(List.of(), new FocusRules(row, FocusVersion.V1_2).broken());
    if (value == null) {
      row.remove(column);
    } else {
      row.put(column, value);
    }
    assertFalse(new FocusRules(row, FocusVersion.V1_2).broken().isEmpty());
  }
}
