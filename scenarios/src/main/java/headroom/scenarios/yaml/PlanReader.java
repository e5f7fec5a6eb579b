package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.Agreement;
import headroom.billing.PlanOffer;
import headroom.billing.PlanRates;
import headroom.billing.PriceBook;
import headroom.billing.SavingsPlan;
import headroom.scenarios.text.Tree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a savings plan: at rates or a discount that are said, else at the price books'. */
final class PlanReader {

  private static final Map<String, Integer> TERMS =
      Words.of("1y", 1).and("3y", 3).table();

  private static final PlanRates NONE = new PlanRates(BigDecimal.ZERO, Map.of());

  private final Node node;
  private final Optional<String> family;
  private final Reach reach;
  private final List<String> regions;

  private PlanReader(Node node, Optional<String> family, Reach reach) {
    this.node = node;
    this.family = family;
    this.reach = reach;
    this.regions = family.isPresent() ? reach.one(Optional.empty()).stream().toList() : reach.all();
  }

  static Read<Agreement> read(String name, Node node) {
    MapReader map = MapReader.of(node, "{per-hour: 2.50 USD/h, discount: 27%}");
    Given<BigDecimal> perHour = map.required("per-hour", MONEY_PER_HOUR, "2.50 USD/h");
    Given<Optional<BigDecimal>> discount = map.maybe("discount", CommitmentReader.SHARE);
    Given<Optional<String>> family = map.maybe("family", TEXT);
    PlanReader reader =
        new PlanReader(node, family.value().flatMap(its -> its), Reach.ofEither(map, node));
    Given<Integer> term = map.or("term", Scalars.word("term", TERMS), "1y");
    Given<String> payment = map.or("payment", TEXT, "no-upfront");
    boolean listed = !map.has("discount") && !map.has("rates");
    Given<Map<String, BigDecimal>> said = map.or("rates", reader::rates, Tree.map(Map.of()));
    Map<String, PlanRates> rates = new LinkedHashMap<>();
    if (discount.value().isPresent() && said.value().isPresent()) {
      PlanRates its = new PlanRates(discount.get().orElse(BigDecimal.ZERO), said.get());
      reader.places().forEach(place -> rates.put(place, its));
    }
    if (listed && term.value().isPresent() && payment.value().isPresent()) {
      rates.clear();
      rates.putAll(reader.listed(term.get(), payment.get()));
    }
    PlanRates first = rates.values().stream().findFirst().orElse(NONE);
    Read<Agreement> read = map.build(
        SavingsPlan.class,
        () -> SavingsPlan.problems(perHour.get(), first.discount(), first.byType()),
        () -> new SavingsPlan(
            name,
            perHour.get(),
            family.get(),
            first.discount(),
            first.byType(),
            reader.regions.isEmpty() ? Map.of() : rates));
    return rates.size() == reader.places().size() ? read : Read.rejected(read.full());
  }

  /** Where rates are wanted: its regions, or the one place without a name. */
  private List<String> places() {
    return regions.isEmpty() ? List.of("") : regions;
  }

  /** The rates of the price book of each place. */
  private Map<String, PlanRates> listed(int years, String payment) {
    Map<String, PlanRates> rates = new LinkedHashMap<>();
    for (String place : places()) {
      Optional<PriceBook> book = reach.book(Optional.of(place));
      book.flatMap(its -> listed(its, years, payment)).ifPresent(its -> rates.put(place, its));
    }
    return rates;
  }

  private Optional<PlanRates> listed(PriceBook book, int years, String payment) {
    PlanOffer.Kind kind = family.isPresent() ? PlanOffer.Kind.EC2_INSTANCE : PlanOffer.Kind.COMPUTE;
    List<PlanOffer> offers =
        book.planOffers().stream().filter(offer -> offer.kind() == kind).toList();
    Optional<PlanOffer> offer = offers.stream()
        .filter(each -> each.years() == years && each.payment().equals(payment))
        .findFirst();
    if (offer.isEmpty()) {
      String there = offers.isEmpty()
          ? ""
          : "there are "
              + String.join(", ", offers.stream().map(PlanOffer::terms).toList()) + "; ";
      node.complain("the price book " + book.id() + " has no " + kind.word() + " plan of " + years
          + "y " + payment + "; " + there + "or say discount: 27%"
          + (regions.size() > 1 ? "" : ", or rates"));
    }
    return offer.map(its -> new PlanRates(its.discount().orElse(BigDecimal.ZERO), its.rates()));
  }

  /** A rate by the hour for each type named. */
  private Read<Map<String, BigDecimal>> rates(Node at) {
    if (!(at.tree() instanceof Tree.Fields map)) {
      at.complain("must be a map, was " + at.tree().shown() + "; {m5.large: 0.06 USD/h}");
      return Read.rejected(at.tree());
    }
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    Map<String, Tree> full = new LinkedHashMap<>();
    List<PriceBook> books = reach.books(regions);
    map.fields().forEach((type, field) -> {
      Read<BigDecimal> read = MONEY_PER_HOUR.read(at.child(type, field.value()));
      read.value().ifPresent(rate -> rates.put(type, rate));
      full.put(type, read.full());
      CommitmentReader.known(at, type, books);
    });
    if (!rates.isEmpty() && regions.size() > 1) {
      at.complain(
          "of one type differ by region, and the plan holds in " + String.join(", ", regions)
              + "; say discount, or neither where the price books have them");
    }
    return rates.size() == full.size()
        ? Read.of(rates, Tree.map(full))
        : Read.rejected(Tree.map(full));
  }
}
