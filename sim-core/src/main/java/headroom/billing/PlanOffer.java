package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a price book asks under a savings plan (sheet §2.4, [B6]).
 *
 * @param kind which instances it is for
 * @param years the term: 1 or 3
 * @param payment how it is paid: "no-upfront", "partial-upfront", "all-upfront"; what is paid
 *     upfront is in the rates, spread over the term
 * @param discount the share that rates of types not listed lie below on demand; empty when the plan
 *     is taken not to cover them
 * @param rates USD per hour by type
 * @param source where the figures come from
 */
public record PlanOffer(
    Kind kind,
    int years,
    String payment,
    Optional<BigDecimal> discount,
    Map<String, BigDecimal> rates,
    String source) {

  /** Which instances a savings plan is for. */
  public enum Kind {
    /** Those of one family. */
    EC2_INSTANCE("ec2-instance"),
    COMPUTE("compute");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As files have it. */
    public String word() {
      return word;
    }
  }

  private static final List<String> PAYMENTS =
      List.of("no-upfront", "partial-upfront", "all-upfront");

  public static List<Problem> problems(
      int years, Optional<BigDecimal> discount, Map<String, BigDecimal> rates) {
    Problems problems = Problems.of()
        .require("term", years == 1 || years == 3, "must be 1 or 3 years, was " + years, "1y or 3y")
        .require(
            "",
            discount.isPresent() || !rates.isEmpty(),
            "must have a discount or rates",
            "discount: 27%");
    discount.ifPresent(
        share -> problems.addAll("", SavingsPlan.problems(BigDecimal.ONE, share, Map.of())));
    rates.forEach((type, rate) -> problems.addAll("rates", Prices.problems(type, rate)));
    return problems.list();
  }

  public PlanOffer {
    rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    Problems.throwIfAny(problems(years, discount, rates));
  }

  /** Its terms in words: "1y no-upfront". */
  public String terms() {
    return years + "y " + payment;
  }

  /** The family of a type: "m5" of "m5.large". */
  public static String family(String type) {
    return SizeFactor.family(type);
  }

  /** USD per hour of a type; empty when the plan is not known to cover it. */
  public Optional<BigDecimal> rate(String type, BigDecimal onDemand) {
    return Optional.ofNullable(rates.get(type))
        .or(() -> discount.map(share -> onDemand.multiply(BigDecimal.ONE.subtract(share))));
  }

  /**
   * Plans at the prices of reserving: the provider set the rates of EC2 Instance plans as those of
   * standard reserved instances of the same term and payment, of Compute plans as those of
   * convertible ones (savings plans' announcement of November 2019; sheet [M14] has the same
   * largest discounts, 72 % and 66 %).
   */
  static List<PlanOffer> asReserved(List<ReservedOffer> reserved) {
    Map<String, List<ReservedOffer>> byTerms = new LinkedHashMap<>();
    reserved.stream()
        .filter(offer -> offer.system().equals("linux") && PAYMENTS.contains(offer.payment()))
        .forEach(offer ->
            byTerms.computeIfAbsent(offer.terms(), any -> new ArrayList<>()).add(offer));
    return byTerms.values().stream().map(PlanOffer::asReservedOn).toList();
  }

  private static PlanOffer asReservedOn(List<ReservedOffer> offers) {
    ReservedOffer first = offers.get(0);
    Map<String, BigDecimal> rates = new TreeMap<>();
    offers.forEach(offer -> rates.put(offer.type(), offer.price().effectiveHourly()));
    return new PlanOffer(
        first.convertible() ? Kind.COMPUTE : Kind.EC2_INSTANCE,
        first.price().years(),
        first.payment(),
        Optional.empty(),
        rates,
        "as reserving: " + first.source());
  }
}
