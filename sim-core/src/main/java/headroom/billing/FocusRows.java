package headroom.billing;

import static headroom.billing.FocusColumn.BILLED_COST;
import static headroom.billing.FocusColumn.BILLING_ACCOUNT_ID;
import static headroom.billing.FocusColumn.BILLING_ACCOUNT_NAME;
import static headroom.billing.FocusColumn.BILLING_CURRENCY;
import static headroom.billing.FocusColumn.BILLING_PERIOD_END;
import static headroom.billing.FocusColumn.BILLING_PERIOD_START;
import static headroom.billing.FocusColumn.CHARGE_CATEGORY;
import static headroom.billing.FocusColumn.CHARGE_DESCRIPTION;
import static headroom.billing.FocusColumn.CHARGE_FREQUENCY;
import static headroom.billing.FocusColumn.CHARGE_PERIOD_END;
import static headroom.billing.FocusColumn.CHARGE_PERIOD_START;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_NAME;
import static headroom.billing.FocusColumn.COMMITMENT_DISCOUNT_QUANTITY;
import static headroom.billing.FocusColumn.CONSUMED_QUANTITY;
import static headroom.billing.FocusColumn.CONSUMED_UNIT;
import static headroom.billing.FocusColumn.CONTRACTED_COST;
import static headroom.billing.FocusColumn.CONTRACTED_UNIT_PRICE;
import static headroom.billing.FocusColumn.EFFECTIVE_COST;
import static headroom.billing.FocusColumn.HOST_PROVIDER_NAME;
import static headroom.billing.FocusColumn.INVOICE_ISSUER_NAME;
import static headroom.billing.FocusColumn.LIST_COST;
import static headroom.billing.FocusColumn.LIST_UNIT_PRICE;
import static headroom.billing.FocusColumn.PRICING_CATEGORY;
import static headroom.billing.FocusColumn.PRICING_QUANTITY;
import static headroom.billing.FocusColumn.PRICING_UNIT;
import static headroom.billing.FocusColumn.PROVIDER_NAME;
import static headroom.billing.FocusColumn.PUBLISHER_NAME;
import static headroom.billing.FocusColumn.REGION_ID;
import static headroom.billing.FocusColumn.REGION_NAME;
import static headroom.billing.FocusColumn.SERVICE_CATEGORY;
import static headroom.billing.FocusColumn.SERVICE_NAME;
import static headroom.billing.FocusColumn.SERVICE_PROVIDER_NAME;
import static headroom.billing.FocusColumn.SERVICE_SUBCATEGORY;
import static headroom.billing.FocusColumn.SKU_ID;
import static headroom.billing.FocusColumn.SKU_METER;
import static headroom.billing.FocusColumn.SKU_PRICE_DETAILS;
import static headroom.billing.FocusColumn.SKU_PRICE_ID;
import static headroom.billing.FocusColumn.TAGS;
import static headroom.billing.FocusColumn.X_PRICE_BOOK;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bill as FOCUS rows: one for each line and calendar day (UTC), which is one for each group, zone,
 * type and day. Their costs sum to the bill's total to the last digit.
 */
public final class FocusRows {

  private static final FocusService COMMITMENT_SERVICE = FocusService.INSTANCES;

  private final Bill bill;
  private final String scenario;
  private final Accounting accounting;
  private final List<ChargeDay> days;
  private final int[] firstHours;

  private FocusRows(Bill bill, String scenario, Accounting accounting, boolean byMonth) {
    this.bill = bill;
    this.scenario = scenario;
    this.accounting = accounting;
    this.days = byMonth ? ChargeDay.months(bill.window()) : ChargeDay.of(bill.window());
    this.firstHours = days.stream().mapToInt(ChargeDay::firstHour).toArray();
  }

  /** The rows of a bill, line by line, each line's days in order, then what was purchased. */
  public static List<FocusRow> of(Bill bill, String scenario) {
    return of(bill, scenario, Accounting.NONE);
  }

  /** The same, with the labels of what used it. */
  public static List<FocusRow> of(Bill bill, String scenario, Accounting accounting) {
    return of(bill, scenario, accounting, false);
  }

  /** The same; by month, a row is a line and calendar month instead of a day. */
  public static List<FocusRow> of(
      Bill bill, String scenario, Accounting accounting, boolean byMonth) {
    FocusRows rows = new FocusRows(bill, scenario, accounting, byMonth);
    List<FocusRow> used = bill.charges().stream()
        .filter(charge -> charge.count() > 0)
        .flatMap(charge -> rows.rows(charge).stream())
        .toList();
    return Stream.concat(used.stream(), rows.purchases(used).stream()).toList();
  }

  private List<FocusRow> rows(Charge charge) {
    boolean credit = charge.terms().kind() == Terms.Kind.CREDIT;
    long[] weights = charge.course().by(firstHours);
    long[] counts = credit ? weights : Apportion.counts(charge.count(), weights);
    BigDecimal[] amounts = Apportion.amounts(charge.amount(), counts);
    List<FocusRow> rows = new ArrayList<>();
    for (int day = 0; day < counts.length; day++) {
      if (counts[day] > 0) {
        rows.add(row(charge, days.get(day), counts[day], amounts[day]));
      }
    }
    return rows;
  }

  private FocusRow row(Charge charge, ChargeDay day, long count, BigDecimal amount) {
    Map<FocusColumn, Object> values = new EnumMap<>(FocusColumn.class);
    PriceBook its = bill.book().of(charge.resource().name());
    account(values, day, its);
    values.put(TAGS, tags(accounting.tagsOf(charge.resource().name())));
    charge(values, charge, day);
    cost(values, charge, count, amount);
    FocusResource.put(values, charge.resource(), its);
    if (charge.terms().kind() == Terms.Kind.CREDIT) {
      credit(values);
    } else {
      quantity(values, charge, count);
    }
    if (charge.terms().isCommitted()) {
      FocusCommitment.of(charge.terms().commitment(), bill.book())
          .use(values, charge, count, amount);
    }
    return new FocusRow(values);
  }

  /** For each commitment and day what its uses and its unused part have as effective cost. */
  private List<FocusRow> purchases(List<FocusRow> used) {
    Map<String, Map<Instant, List<FocusRow>>> byName = new LinkedHashMap<>();
    used.forEach(row -> row.text(COMMITMENT_DISCOUNT_NAME)
        .ifPresent(name -> byName
            .computeIfAbsent(name, any -> new TreeMap<>())
            .computeIfAbsent(row.time(CHARGE_PERIOD_START).orElseThrow(), any -> new ArrayList<>())
            .add(row)));
    List<FocusRow> purchases = new ArrayList<>();
    byName.forEach((name, byDay) -> days.forEach(day -> Optional.ofNullable(byDay.get(day.begin()))
        .ifPresent(rows -> purchases.add(purchase(name, day, rows)))));
    return purchases;
  }

  private FocusRow purchase(String name, ChargeDay day, List<FocusRow> rows) {
    Map<FocusColumn, Object> values = new EnumMap<>(FocusColumn.class);
    PriceBook its = bill.book().of("commitments." + name);
    account(values, day, its);
    service(values, COMMITMENT_SERVICE);
    values.put(CHARGE_PERIOD_START, day.begin());
    values.put(CHARGE_PERIOD_END, day.end());
    String purchase = bill.book().commitments().reserved().stream()
            .anyMatch(each -> each.name().equals(name))
        ? ReservedLines.PURCHASE
        : SavingsLines.PURCHASE;
    FocusResource.put(values, CommittedLines.resource(name, "", purchase), its);
    values.put(SKU_ID, "purchase." + name);
    values.put(SKU_PRICE_ID, its.id() + "/purchase." + name + "/" + day.begin());
    FocusCommitment.of(name, bill.book())
        .purchase(values, sum(rows, COMMITMENT_DISCOUNT_QUANTITY), sum(rows, EFFECTIVE_COST));
    return new FocusRow(values);
  }

  private static BigDecimal sum(List<FocusRow> rows, FocusColumn column) {
    return rows.stream()
        .map(row -> row.decimal(column).orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void account(Map<FocusColumn, Object> values, ChargeDay day, PriceBook book) {
    values.put(BILLING_ACCOUNT_ID, "simulated");
    values.put(BILLING_ACCOUNT_NAME, scenario);
    values.put(BILLING_CURRENCY, book.currency());
    values.put(BILLING_PERIOD_START, day.monthBegin());
    values.put(BILLING_PERIOD_END, day.monthEnd());
    values.put(INVOICE_ISSUER_NAME, book.provider());
    values.put(PROVIDER_NAME, book.provider());
    values.put(PUBLISHER_NAME, book.provider());
    values.put(HOST_PROVIDER_NAME, book.provider());
    values.put(SERVICE_PROVIDER_NAME, book.provider());
    values.put(REGION_ID, book.region());
    values.put(REGION_NAME, book.regionName());
    values.put(X_PRICE_BOOK, book.id());
    values.put(TAGS, tags(Map.of()));
  }

  private String tags(Map<String, String> labels) {
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("scenario", scenario);
    tags.putAll(labels);
    return FlatJson.of(tags);
  }

  private static void charge(Map<FocusColumn, Object> values, Charge charge, ChargeDay day) {
    service(values, FocusService.of(charge));
    values.put(CHARGE_CATEGORY, "Usage");
    values.put(CHARGE_FREQUENCY, "Usage-Based");
    values.put(CHARGE_DESCRIPTION, charge.item().description());
    values.put(CHARGE_PERIOD_START, day.begin());
    values.put(CHARGE_PERIOD_END, day.end());
    values.put(
        PRICING_CATEGORY, charge.terms().kind() == Terms.Kind.DYNAMIC ? "Dynamic" : "Standard");
  }

  private static void service(Map<FocusColumn, Object> values, FocusService service) {
    values.put(SERVICE_CATEGORY, service.category());
    values.put(SERVICE_SUBCATEGORY, service.subcategory());
    values.put(SERVICE_NAME, service.name());
  }

  /** A credit is for no quantity of anything, and has no price. */
  private static void credit(Map<FocusColumn, Object> values) {
    values.put(CHARGE_CATEGORY, "Credit");
    values.put(CHARGE_FREQUENCY, "One-Time");
    values.remove(PRICING_CATEGORY);
    values.remove(SKU_PRICE_DETAILS);
    values.put(LIST_COST, BigDecimal.ZERO);
    values.put(CONTRACTED_COST, BigDecimal.ZERO);
  }

  private static void cost(
      Map<FocusColumn, Object> values, Charge charge, long count, BigDecimal amount) {
    boolean listed = !charge.terms().isCommitted() && charge.terms().discount().signum() == 0;
    BigDecimal list = listed ? amount : charge.item().unitPrice().amount(count);
    values.put(BILLED_COST, amount);
    values.put(EFFECTIVE_COST, amount);
    values.put(LIST_COST, list);
    values.put(CONTRACTED_COST, charge.terms().isCommitted() ? list : amount);
  }

  private void quantity(Map<FocusColumn, Object> values, Charge charge, long count) {
    Item item = charge.item();
    BigDecimal quantity = item.unitPrice().quantity(count);
    values.put(CONSUMED_QUANTITY, quantity);
    values.put(CONSUMED_UNIT, item.unitPrice().unit());
    values.put(PRICING_QUANTITY, quantity);
    values.put(PRICING_UNIT, item.unitPrice().unit());
    values.put(LIST_UNIT_PRICE, item.unitPrice().price());
    values.put(CONTRACTED_UNIT_PRICE, charge.contractedPrice());
    values.put(SKU_ID, item.sku());
    values.put(SKU_PRICE_ID, bill.book().of(charge.resource().name()).id() + "/" + item.sku());
    values.put(SKU_METER, item.meter());
  }
}
