package headroom.billing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A bill's total, split by one question; the parts sum to the total to the last digit.
 *
 * @param by what it is split by: "service", "tag team"
 * @param parts USD of each part, by name
 */
public record Breakdown(String by, SortedMap<String, BigDecimal> parts) {

  /** What stands where a charge has no answer to the question. */
  public static final String NONE = "(none)";

  public Breakdown {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  private static final int MOST_DAYS = 62;

  /** By everything that an invoice is read by: tags as showback, days, of long runs months. */
  public static List<Breakdown> all(Bill bill, Accounting accounting) {
    Stream<Breakdown> questions =
        Stream.of(byService(bill), byResource(bill), byPurchase(bill), byZone(bill));
    Stream<Breakdown> regions =
        bill.book().commitments().regions().size() > 1 ? Stream.of(byRegion(bill)) : Stream.empty();
    Stream<Breakdown> tags = accounting.tags().values().stream()
        .flatMap(labels -> labels.keySet().stream())
        .distinct()
        .sorted()
        .map(key -> byTag(bill, accounting, key));
    boolean isLong = ChargeDay.of(bill.window()).size() > MOST_DAYS;
    return Stream.of(questions, regions, tags, Stream.of(isLong ? byMonth(bill) : byDay(bill)))
        .flatMap(part -> part)
        .toList();
  }

  /** By the provider's service. */
  public static Breakdown byService(Bill bill) {
    return of("service", bill, Breakdown::service);
  }

  /** The provider's service that a charge is for. */
  public static String service(Charge charge) {
    return FocusService.of(charge).name();
  }

  /** By what used it. */
  public static Breakdown byResource(Bill bill) {
    return of("resource", bill, charge -> charge.resource().name());
  }

  /** By how it was paid. */
  public static Breakdown byPurchase(Bill bill) {
    return of("purchase option", bill, charge -> word(charge.terms().kind()));
  }

  private static String word(Terms.Kind kind) {
    return switch (kind) {
      case DYNAMIC -> "spot";
      case COVERED -> "commitment, used";
      case UNUSED -> "commitment, unused";
      case ON_DEMAND, CREDIT -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** By availability zone. */
  public static Breakdown byZone(Bill bill) {
    return of("zone", bill, charge -> charge.resource().zone());
  }

  /** By the scenario's regions; what holds in several, or lies in none, is told by the first. */
  public static Breakdown byRegion(Bill bill) {
    return of(
        "region",
        bill,
        charge -> bill.book()
            .commitments()
            .regionOf(charge.resource().name())
            .map(RegionBook::name)
            .orElse(""));
  }

  /** By the value of one of the labels of what used it: showback. */
  public static Breakdown byTag(Bill bill, Accounting accounting, String key) {
    return of(
        "tag " + key,
        bill,
        charge -> accounting.tagsOf(charge.resource().name()).getOrDefault(key, ""));
  }

  /** By calendar day (UTC), as far as the window covers it. */
  public static Breakdown byDay(Bill bill) {
    List<ChargeDay> days = ChargeDay.of(bill.window());
    int[] firstHours = days.stream().mapToInt(ChargeDay::firstHour).toArray();
    SortedMap<String, BigDecimal> parts = new TreeMap<>();
    for (Charge charge : bill.charges()) {
      if (charge.amount().signum() == 0) {
        continue;
      }
      BigDecimal[] amounts = Apportion.amounts(charge.amount(), charge.course().by(firstHours));
      for (int day = 0; day < amounts.length; day++) {
        parts.merge(
            days.get(day).begin().toString().substring(0, 10), amounts[day], BigDecimal::add);
      }
    }
    return new Breakdown("day", parts);
  }

  /** By calendar month (UTC), as far as the window covers it. */
  public static Breakdown byMonth(Bill bill) {
    SortedMap<String, BigDecimal> parts = new TreeMap<>();
    byDay(bill)
        .parts()
        .forEach((day, amount) -> parts.merge(day.substring(0, 7), amount, BigDecimal::add));
    return new Breakdown("month", parts);
  }

  private static Breakdown of(String by, Bill bill, Function<Charge, String> name) {
    SortedMap<String, BigDecimal> parts = new TreeMap<>();
    for (Charge charge : bill.charges()) {
      String of = name.apply(charge);
      parts.merge(of.isEmpty() ? NONE : of, charge.amount(), BigDecimal::add);
    }
    return new Breakdown(by, parts);
  }
}
