package headroom.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of FOCUS 1.2 or 1.4 for a row, from the sheet's table (platform sheet §9.2 to §9.4), over the
 * text of its cells; an absent cell is null.
 */
record FocusRules(Map<String, String> row, FocusVersion version) {

  private static final BigDecimal TOLERANCE = new BigDecimal("1e-11");

  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";
  private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";

  private static final Map<String, List<String>> VALUES = Map.of(
      "ChargeCategory", List.of("Usage", "Purchase", "Tax", "Credit", "Adjustment"),
      "ChargeClass", List.of("Correction"),
      "ChargeFrequency", List.of("One-Time", "Recurring", "Usage-Based"),
      "CommitmentDiscountCategory", List.of("Spend", "Usage"),
      "CommitmentDiscountStatus", List.of("Used", "Unused"),
      "PricingCategory", List.of("Standard", "Dynamic", "Committed", "Other"),
      "ServiceCategory",
          List.of("Compute", "Networking", "Storage", "Management and Governance", "Other"));

  private static final Map<String, List<String>> SUBCATEGORIES = Map.of(
      "Compute", List.of("Virtual Machines", "Containers", "Serverless Compute"),
      "Networking",
          List.of(
              "Application Networking",
              "Network Infrastructure",
              "Network Connectivity",
              "Network Routing"),
      "Storage", List.of("Object Storage", "Block Storage"),
      "Management and Governance", List.of("Observability"),
      "Other", List.of("Other (Other)"));

  private static final List<List<String>> TABLE = read();

  /** The table: column, level, null, type. */
  static List<List<String>> table() {
    return TABLE;
  }

  /** The rows of the table that a version has. */
  static List<List<String>> columns(FocusVersion version) {
    return table().stream()
        .filter(column -> column.size() < 5 || column.get(4).equals(version.word()))
        .toList();
  }

  private static List<List<String>> read() {
    try (InputStream in =
        FocusRules.class.getResourceAsStream("/headroom/vectors/focus-columns.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(";", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FocusRules of(FocusRow row) {
    return of(row, FocusVersion.V1_2);
  }

  static FocusRules of(FocusRow row, FocusVersion version) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (FocusColumn column : FocusColumn.of(List.of(row), version)) {
      row.text(column).ifPresent(text -> cells.put(column.id(), text));
    }
    return new FocusRules(cells, version);
  }

  /** Every rule that the row breaks. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    List<List<String>> columns = columns(version);
    for (List<String> column : columns) {
      formats(column, broken);
    }
    row.keySet().stream()
        .filter(id -> columns.stream().noneMatch(column -> column.get(0).equals(id)))
        .forEach(id -> broken.add(id + " is an unknown column"));
    if (version == FocusVersion.V1_4) {
      of1p4(broken);
    }
    costs(broken);
    quantities(broken);
    commitments(broken);
    names(broken);
    return broken;
  }

  private void formats(List<String> column, List<String> broken) {
    String id = column.get(0);
    Optional<String> cell = cell(id);
    check(cell.isPresent() || column.get(2).equals("Y"), id + " is null", broken);
    cell.ifPresent(text -> {
      String format = switch (column.get(3)) {
        case "D" -> NUMBER;
        case "T" -> TIME;
        case "J" -> "\\{.*\\}";
        default -> "(?s).+";
      };
      check(text.matches(format), id + " is written " + text, broken);
      List<String> values = VALUES.getOrDefault(id, List.of(text));
      check(values.contains(text), id + " is " + text, broken);
    });
  }

  /** What is new since 1.2: no price without its id, credits effective as billed, a host. */
  private void of1p4(List<String> broken) {
    check(cell("HostProviderName").isPresent(), "HostProviderName is null", broken);
    if (cell("SkuPriceId").isEmpty()) {
      for (String id : List.of(
          "ListUnitPrice",
          "ContractedUnitPrice",
          "PricingCategory",
          "PricingQuantity",
          "ConsumedQuantity",
          "CommitmentDiscountQuantity")) {
        check(cell(id).isEmpty(), id + " without SkuPriceId", broken);
      }
    }
    if (is("ChargeCategory", "Credit")) {
      check(number("EffectiveCost").equals(number("BilledCost")), "EffectiveCost", broken);
    }
  }

  private void costs(List<String> broken) {
    boolean priced = is("ChargeCategory", "Usage") || is("ChargeCategory", "Purchase");
    for (String price : List.of("List", "Contracted")) {
      check(!priced || cell(price + "UnitPrice").isPresent(), price + "UnitPrice is null", broken);
      Optional<BigDecimal> unit = number(price + "UnitPrice");
      check(unit.isEmpty() || unit.get().signum() >= 0, price + "UnitPrice < 0", broken);
      if (unit.isPresent()) {
        BigDecimal cost = unit.get().multiply(number("PricingQuantity").orElseThrow());
        BigDecimal error = cost.subtract(number(price + "Cost").orElseThrow()).abs();
        check(error.compareTo(TOLERANCE) <= 0, price + "Cost is off by " + error, broken);
      }
    }
    boolean sameIssuer = cell("InvoiceIssuerName")
        .equals(cell(version == FocusVersion.V1_2 ? "ProviderName" : "ServiceProviderName"));
    check(sameIssuer || isZero("BilledCost"), "BilledCost of another issuer", broken);
    check(!priced || cell("PricingCategory").isPresent(), "PricingCategory is null", broken);
    check(!priced || cell("SkuPriceId").isPresent(), "SkuPriceId is null", broken);
    check(!priced || cell("SkuId").isPresent(), "SkuId is null", broken);
    boolean skuless = cell("SkuPriceId").isPresent()
        || (cell("SkuPriceDetails").isEmpty() && cell("ListUnitPrice").isEmpty());
    check(skuless, "price without SkuPriceId", broken);
    if (is("ChargeCategory", "Purchase")) {
      check(isZero("EffectiveCost"), "EffectiveCost of a purchase", broken);
      check(!is("ChargeFrequency", "Usage-Based"), "ChargeFrequency of a purchase", broken);
      check(is("PricingCategory", "Standard"), "PricingCategory of a purchase", broken);
      check(cell("ResourceId").equals(cell("CommitmentDiscountId")), "ResourceId", broken);
    }
    if (is("ChargeCategory", "Tax")) {
      check(cell("PricingQuantity").isEmpty(), "PricingQuantity of a tax", broken);
      check(cell("PricingCategory").isEmpty(), "PricingCategory of a tax", broken);
    }
  }

  private void quantities(List<String> broken) {
    boolean priced = is("ChargeCategory", "Usage") || is("ChargeCategory", "Purchase");
    check(!priced || cell("PricingQuantity").isPresent(), "PricingQuantity is null", broken);
    for (String quantity : List.of("Pricing", "Consumed", "CommitmentDiscount")) {
      together(quantity + "Quantity", quantity + "Unit", broken);
    }
    boolean consumed = is("ChargeCategory", "Usage") && !is("CommitmentDiscountStatus", "Unused");
    check(consumed == cell("ConsumedQuantity").isPresent(), "ConsumedQuantity", broken);
    check(less("ChargePeriodStart", "ChargePeriodEnd"), "charge period", broken);
    check(!less("ChargePeriodStart", "BillingPeriodStart"), "begins before its month", broken);
    check(!less("BillingPeriodEnd", "ChargePeriodEnd"), "ends after its month", broken);
  }

  private void commitments(List<String> broken) {
    boolean has = cell("CommitmentDiscountId").isPresent();
    together("CommitmentDiscountId", "CommitmentDiscountCategory", broken);
    together("CommitmentDiscountId", "CommitmentDiscountType", broken);
    together("CommitmentDiscountId", "CommitmentDiscountQuantity", broken);
    boolean used = has && is("ChargeCategory", "Usage");
    check(used == cell("CommitmentDiscountStatus").isPresent(), "CommitmentDiscountStatus", broken);
    if (used) {
      check(isZero("BilledCost"), "BilledCost of covered use", broken);
      check(is("PricingCategory", "Committed"), "PricingCategory of covered use", broken);
    }
    if (is("CommitmentDiscountStatus", "Unused")) {
      check(cell("ResourceId").equals(cell("CommitmentDiscountId")), "ResourceId", broken);
    }
  }

  private void names(List<String> broken) {
    together("RegionId", "RegionName", broken);
    together("ResourceId", "ResourceType", broken);
    check(!cell("ResourceName").equals(cell("ResourceId")), "ResourceName copies the id", broken);
    List<String> subcategories =
        SUBCATEGORIES.getOrDefault(cell("ServiceCategory").orElse(""), List.of());
    String subcategory = cell("ServiceSubcategory").orElse("");
    check(subcategories.contains(subcategory), "ServiceSubcategory " + subcategory, broken);
    check(is("BillingCurrency", "USD"), "BillingCurrency", broken);
  }

  private void together(String one, String other, List<String> broken) {
    check(cell(one).isPresent() == cell(other).isPresent(), one + " without " + other, broken);
  }

  private Optional<String> cell(String id) {
    return Optional.ofNullable(row.get(id));
  }

  private Optional<BigDecimal> number(String id) {
    return cell(id).filter(text -> text.matches(NUMBER)).map(BigDecimal::new);
  }

  private boolean is(String id, String value) {
    return cell(id).equals(Optional.of(value));
  }

  private boolean isZero(String id) {
    return number(id).map(value -> value.signum() == 0).orElse(false);
  }

  private boolean less(String one, String other) {
    return cell(one).orElse("").compareTo(cell(other).orElse("")) < 0;
  }

  private static void check(boolean holds, String rule, List<String> broken) {
    if (!holds) {
      broken.add(rule);
    }
  }
}
