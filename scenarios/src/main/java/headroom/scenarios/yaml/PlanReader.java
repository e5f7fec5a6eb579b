package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.Agreement;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.SavingsPlan;
import headroom.scenarios.text.Tree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a savings plan: at rates or a discount that are said, else at the price book's. */
final class PlanReader {

  private static final Map<String, Integer> TERMS =
      Words.of("1y", 1).and("3y", 3).table();

  private PlanReader() {}

  /** What the plan's hours cost. */
  private record Rates(BigDecimal discount, Map<String, BigDecimal> byType) {}

  static Read<Agreement> read(String name, Node node) {
    MapReader map = MapReader.of(node, "{per-hour: 2.50 USD/h, discount: 27%}");
    Given<BigDecimal> perHour = map.required("per-hour", MONEY_PER_HOUR, "2.50 USD/h");
    Given<Optional<BigDecimal>> discount = map.maybe("discount", CommitmentReader.SHARE);
    Given<Optional<String>> family = map.maybe("family", TEXT);
    Given<Integer> term = map.or("term", Scalars.word("term", TERMS), "1y");
    Given<String> payment = map.or("payment", TEXT, "no-upfront");
    boolean listed = !map.has("discount") && !map.has("rates");
    Given<Map<String, BigDecimal>> said = map.or("rates", PlanReader::rates, Tree.map(Map.of()));
    Optional<Rates> rates = Optional.empty();
    if (discount.value().isPresent() && said.value().isPresent()) {
      rates = Optional.of(new Rates(discount.get().orElse(BigDecimal.ZERO), said.get()));
    }
    if (listed && term.value().isPresent() && payment.value().isPresent()) {
      rates = listed(node, family.value().flatMap(its -> its), term.get(), payment.get());
    }
    Optional<Rates> found = rates;
    Read<Agreement> read = map.build(
        SavingsPlan.class,
        () -> SavingsPlan.problems(
            perHour.get(),
            found.map(Rates::discount).orElse(BigDecimal.ZERO),
            found.map(Rates::byType).orElse(Map.of())),
        () -> new SavingsPlan(
            name,
            perHour.get(),
            family.get(),
            found.map(Rates::discount).orElse(BigDecimal.ZERO),
            found.map(Rates::byType).orElse(Map.of())));
    return found.isPresent() ? read : Read.rejected(read.full());
  }

  private static Optional<Rates> listed(
      Node node, Optional<String> family, int years, String payment) {
    PlanOffer.Kind kind = family.isPresent() ? PlanOffer.Kind.EC2_INSTANCE : PlanOffer.Kind.COMPUTE;
    List<PlanOffer> offers =
        node.session().book.map(PriceBook::planOffers).orElse(List.of()).stream()
            .filter(offer -> offer.kind() == kind)
            .toList();
    Optional<PlanOffer> offer = offers.stream()
        .filter(each -> each.years() == years && each.payment().equals(payment))
        .findFirst();
    if (offer.isEmpty()) {
      node.session()
          .book
          .ifPresent(book -> node.complain("the price book " + book.id() + " has no " + kind.word()
              + " plan of " + years + "y "
              + payment + "; "
              + (offers.isEmpty()
                  ? ""
                  : "there are "
                      + String.join(", ", offers.stream().map(PlanOffer::terms).toList()) + "; ")
              + "or say discount: 27%, or rates"));
    }
    return offer.map(its -> new Rates(its.discount().orElse(BigDecimal.ZERO), its.rates()));
  }

  /** A rate by the hour for each type named. */
  private static Read<Map<String, BigDecimal>> rates(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a map, was " + node.tree().shown() + "; {m5.large: 0.06 USD/h}");
      return Read.rejected(node.tree());
    }
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    Map<String, Tree> full = new LinkedHashMap<>();
    map.fields().forEach((type, field) -> {
      Read<BigDecimal> read = MONEY_PER_HOUR.read(node.child(type, field.value()));
      read.value().ifPresent(rate -> rates.put(type, rate));
      full.put(type, read.full());
      CommitmentReader.known(node, type);
    });
    return rates.size() == full.size()
        ? Read.of(rates, Tree.map(full))
        : Read.rejected(Tree.map(full));
  }
}
