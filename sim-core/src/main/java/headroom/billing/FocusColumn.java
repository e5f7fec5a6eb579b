package headroom.billing;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of a bill in the FinOps Open Cost and Usage Specification (FOCUS), in the order in which
 * they are written (platform sheet §9.2, §9.3); ours begin with {@code x_}.
 *
 * <p>Left out are the conditional columns whose condition never holds here: one kind of account, one
 * currency, no sub-accounts, no capacity reservations. Those of commitments are left out of the bill
 * of a customer who has none.
 */
public enum FocusColumn {
  AVAILABILITY_ZONE("AvailabilityZone", Kind.TEXT, true),
  BILLED_COST("BilledCost", Kind.DECIMAL, false),
  BILLING_ACCOUNT_ID("BillingAccountId", Kind.TEXT, false),
  BILLING_ACCOUNT_NAME("BillingAccountName", Kind.TEXT, true),
  BILLING_CURRENCY("BillingCurrency", Kind.TEXT, false),
  BILLING_PERIOD_END("BillingPeriodEnd", Kind.TIME, false),
  BILLING_PERIOD_START("BillingPeriodStart", Kind.TIME, false),
  CHARGE_CATEGORY("ChargeCategory", Kind.TEXT, false),
  CHARGE_CLASS("ChargeClass", Kind.TEXT, true),
  CHARGE_DESCRIPTION("ChargeDescription", Kind.TEXT, true),
  CHARGE_FREQUENCY("ChargeFrequency", Kind.TEXT, false),
  CHARGE_PERIOD_END("ChargePeriodEnd", Kind.TIME, false),
  CHARGE_PERIOD_START("ChargePeriodStart", Kind.TIME, false),
  COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory", Kind.TEXT, true),
  COMMITMENT_DISCOUNT_ID("CommitmentDiscountId", Kind.TEXT, true),
  COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName", Kind.TEXT, true),
  COMMITMENT_DISCOUNT_QUANTITY("CommitmentDiscountQuantity", Kind.DECIMAL, true),
  COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus", Kind.TEXT, true),
  COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType", Kind.TEXT, true),
  COMMITMENT_DISCOUNT_UNIT("CommitmentDiscountUnit", Kind.TEXT, true),
  CONSUMED_QUANTITY("ConsumedQuantity", Kind.DECIMAL, true),
  CONSUMED_UNIT("ConsumedUnit", Kind.TEXT, true),
  CONTRACTED_COST("ContractedCost", Kind.DECIMAL, false),
  CONTRACTED_UNIT_PRICE("ContractedUnitPrice", Kind.DECIMAL, true),
  EFFECTIVE_COST("EffectiveCost", Kind.DECIMAL, false),
  HOST_PROVIDER_NAME("HostProviderName", Kind.TEXT, true),
  INVOICE_ISSUER_NAME("InvoiceIssuerName", Kind.TEXT, false),
  LIST_COST("ListCost", Kind.DECIMAL, false),
  LIST_UNIT_PRICE("ListUnitPrice", Kind.DECIMAL, true),
  PRICING_CATEGORY("PricingCategory", Kind.TEXT, true),
  PRICING_QUANTITY("PricingQuantity", Kind.DECIMAL, true),
  PRICING_UNIT("PricingUnit", Kind.TEXT, true),
  PROVIDER_NAME("ProviderName", Kind.TEXT, false),
  PUBLISHER_NAME("PublisherName", Kind.TEXT, false),
  REGION_ID("RegionId", Kind.TEXT, true),
  REGION_NAME("RegionName", Kind.TEXT, true),
  RESOURCE_ID("ResourceId", Kind.TEXT, true),
  RESOURCE_NAME("ResourceName", Kind.TEXT, true),
  RESOURCE_TYPE("ResourceType", Kind.TEXT, true),
  SERVICE_CATEGORY("ServiceCategory", Kind.TEXT, false),
  SERVICE_NAME("ServiceName", Kind.TEXT, false),
  SERVICE_PROVIDER_NAME("ServiceProviderName", Kind.TEXT, false),
  SERVICE_SUBCATEGORY("ServiceSubcategory", Kind.TEXT, false),
  SKU_ID("SkuId", Kind.TEXT, true),
  SKU_METER("SkuMeter", Kind.TEXT, true),
  SKU_PRICE_DETAILS("SkuPriceDetails", Kind.JSON, true),
  SKU_PRICE_ID("SkuPriceId", Kind.TEXT, true),
  TAGS("Tags", Kind.JSON, true),
  X_PRICE_BOOK("x_PriceBook", Kind.TEXT, false),
  X_PURCHASE_OPTION("x_PurchaseOption", Kind.TEXT, false),
  X_RESOURCE_KIND("x_ResourceKind", Kind.TEXT, true);

  /** What the values of a column are. */
  public enum Kind {
    TEXT,
    /** {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link java.time.Instant}, written in UTC to the second. */
    TIME,
    /** A flat JSON object, as text. */
    JSON
  }

  private final String id;
  private final Kind kind;
  private final boolean nullable;

  FocusColumn(String id, Kind kind, boolean nullable) {
    this.id = id;
    this.kind = kind;
    this.nullable = nullable;
  }

  /** The columns that a bill of such rows has in a version of the specification. */
  public static List<FocusColumn> of(List<FocusRow> rows, FocusVersion version) {
    boolean committed =
        rows.stream().anyMatch(row -> row.text(COMMITMENT_DISCOUNT_ID).isPresent());
    return Arrays.stream(values())
        .filter(version::has)
        .filter(column -> committed || !column.id.startsWith("CommitmentDiscount"))
        .toList();
  }

  /** The column's heading. */
  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether a row may have no value here. */
  public boolean nullable() {
    return nullable;
  }
}
