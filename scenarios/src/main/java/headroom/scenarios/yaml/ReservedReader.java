package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY;
import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.billing.Agreement;
import headroom.billing.PriceBook;
import headroom.billing.ReservedInstances;
import headroom.billing.ReservedOffer;
import headroom.billing.ReservedPrice;
import headroom.problem.Problem;
import headroom.scenarios.text.Shown;
import headroom.spec.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads reserved instances; what they cost is the price book's offer, or said. */
final class ReservedReader {

  private static final Map<String, Integer> TERMS =
      Words.of("1y", 1).and("3y", 3).table();
  private static final Map<String, Boolean> CLASSES =
      Words.of("standard", false).and("convertible", true).table();
  private static final Map<String, Boolean> PAID =
      Words.of("always", false).and("while-running", true).table();

  private static final ReservedPrice ANY =
      new ReservedPrice(BigDecimal.ONE, BigDecimal.ONE, 1, false);

  private ReservedReader() {}

  static Read<Agreement> read(String name, Node node) {
    MapReader map = MapReader.of(node, "{type: m5.large, count: 3, payment: no-upfront}");
    Given<String> type = map.required("type", TEXT, "m5.large");
    Given<Integer> count = map.required("count", WHOLE, "3");
    Given<String> system = map.or("system", TEXT, "linux");
    Given<Optional<String>> zone = map.maybe("zone", NAME);
    zone.value()
        .flatMap(known -> known)
        .ifPresent(known -> node.refers(node.path().name("zone"), Reference.Kind.ZONE, known));
    Reach reach = Reach.ofRegion(map, node);
    Optional<String> region = reach.one(zone.value().flatMap(known -> known));
    Optional<PriceBook> book = reach.book(region);
    Given<Integer> term = map.or("term", Scalars.word("term", TERMS), "1y");
    Given<Boolean> convertible = map.or("class", Scalars.word("class", CLASSES), "standard");
    Given<String> payment = map.or("payment", TEXT, "no-upfront");
    Given<Optional<BigDecimal>> upfront = map.maybe("upfront", MONEY);
    Given<Optional<BigDecimal>> hourly = map.maybe("hourly", MONEY_PER_HOUR);
    Given<Boolean> paid = map.or("paid", Scalars.word("way to pay", PAID), "always");
    Optional<ReservedPrice> price = Optional.empty();
    if (type.value().isPresent() && system.value().isPresent()) {
      complainOfType(node, book, type.get(), system.get());
      boolean known = term.value().isPresent()
          && convertible.value().isPresent()
          && payment.value().isPresent()
          && upfront.value().isPresent()
          && hourly.value().isPresent()
          && paid.value().isPresent();
      if (known) {
        Wanted wanted =
            new Wanted(type.get(), system.get(), term.get(), convertible.get(), payment.get());
        price = upfront.get().isPresent() || hourly.get().isPresent()
            ? said(node, upfront.get(), hourly.get(), term.get(), paid.get())
            : listed(node, book, wanted);
      }
    }
    Optional<ReservedPrice> found = price;
    Read<Agreement> read = map.build(
        ReservedInstances.class,
        () -> ReservedInstances.problems(count.get()),
        () -> new ReservedInstances(
            name,
            count.get(),
            type.get(),
            system.get(),
            zone.get(),
            convertible.get(),
            payment.get(),
            found.orElse(ANY),
            region));
    return found.isPresent() ? read : Read.rejected(read.full());
  }

  /** What is to be reserved, on which terms. */
  private record Wanted(
      String type, String system, int years, boolean convertible, String payment) {

    private boolean isMetBy(ReservedOffer offer) {
      return offer.price().years() == years
          && offer.convertible() == convertible
          && offer.payment().equals(payment);
    }

    private String terms() {
      return years + "y " + (convertible ? "convertible " : "standard ") + payment;
    }
  }

  private static void complainOfType(
      Node node, Optional<PriceBook> book, String type, String system) {
    book.map(known -> known.typeProblems(type, system))
        .orElse(List.of())
        .forEach(problem -> node.at("type").complain(problem));
  }

  private static Optional<ReservedPrice> said(
      Node node,
      Optional<BigDecimal> upfront,
      Optional<BigDecimal> hourly,
      int years,
      boolean whileRunning) {
    BigDecimal once = upfront.orElse(BigDecimal.ZERO);
    BigDecimal each = hourly.orElse(BigDecimal.ZERO);
    List<Problem> problems = ReservedPrice.problems(once, each, years);
    node.complainAll(problems);
    return problems.isEmpty()
        ? Optional.of(new ReservedPrice(once, each, years, whileRunning))
        : Optional.empty();
  }

  private static Optional<ReservedPrice> listed(
      Node node, Optional<PriceBook> book, Wanted wanted) {
    List<ReservedOffer> offers =
        book.map(known -> known.reservedOffers(wanted.type(), wanted.system())).orElse(List.of());
    Optional<ReservedPrice> price =
        offers.stream().filter(wanted::isMetBy).map(ReservedOffer::price).findFirst();
    boolean typeKnown = book.filter(
            known -> known.typeProblems(wanted.type(), wanted.system()).isEmpty())
        .isPresent();
    if (price.isEmpty() && typeKnown) {
      String there = offers.isEmpty()
          ? ""
          : "; for this type there are "
              + String.join(", ", offers.stream().map(ReservedOffer::terms).toList());
      node.complain("the price book " + book.map(PriceBook::id).orElse("") + " has no price for "
          + Shown.quoted(wanted.terms()) + " of " + wanted.type() + there
          + "; say what it costs, for example hourly: 0.06 USD/h");
    }
    return price;
  }
}
