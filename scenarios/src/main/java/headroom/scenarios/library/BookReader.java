package headroom.scenarios.library;

import headroom.billing.BalancerPrice;
import headroom.billing.Commitments;
import headroom.billing.InstanceTimeRule;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.ReservedOffer;
import headroom.billing.Tariff;
import headroom.billing.TransferPrices;
import headroom.billing.TypePrice;
import headroom.problem.Problem;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.Document;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.TreePath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes a price book of its file, or tells everything that is wrong with it. */
final class BookReader {

  private final List<Complaint> complaints = new ArrayList<>();
  private final BookPart top;
  private final Sources sources;

  private BookReader(Document document) {
    complaints.addAll(document.complaints());
    top = new BookPart(document.root(), TreePath.TOP, complaints);
    sources = Sources.of(top);
  }

  static PriceBook read(Document document) {
    BookReader reader = new BookReader(document);
    Optional<PriceBook> book = reader.book();
    InputException.throwIfAny(reader.complaints);
    return book.orElseThrow();
  }

  private Optional<PriceBook> book() {
    Optional<String> id = top.text("price-book", Function.identity());
    Optional<String> provider = top.text("provider", Function.identity());
    Optional<String> region = top.text("region", Function.identity());
    Optional<String> regionName = top.text("region-name", Function.identity());
    var date = top.text("date", Figures::date);
    Optional<String> currency = top.text("currency", Function.identity());
    Optional<String> source = top.text("source", Function.identity());
    Map<String, Optional<InstanceTimeRule>> rules = each("instance-time", this::rule);
    Map<String, Optional<TypePrice>> types = each("types", this::type);
    Map<String, Optional<BalancerPrice>> balancers = each("load-balancers", this::balancer);
    Optional<TransferPrices> transfer =
        top.part("transfer").flatMap(part -> new TransferReader(sources).read(part));
    Map<String, Optional<Tariff>> meters =
        top.has("meters") ? each("meters", new MeterReader(sources)::read) : Map.of();
    List<ReservedOffer> reserved = top.has("reserved-instances")
        ? top.items("reserved-instances").stream()
            .flatMap(part -> new ReservedReader(sources).read(part).stream())
            .toList()
        : List.of();
    List<PlanOffer> plans = top.has("savings-plans")
        ? top.items("savings-plans").stream()
            .flatMap(part -> new PlanOfferReader(sources).read(part).stream())
            .toList()
        : List.of();
    top.end();
    List<Problem> problems = PriceBook.problems(currency.orElse("USD"), rules.keySet(), types);
    return top.build(
        complaints.isEmpty(),
        problems,
        () -> new PriceBook(
            id.orElseThrow(),
            provider.orElseThrow(),
            region.orElseThrow(),
            regionName.orElseThrow(),
            date.orElseThrow(),
            currency.orElseThrow(),
            source.orElseThrow(),
            present(rules),
            present(types),
            present(balancers),
            transfer.orElseThrow(),
            present(meters),
            reserved,
            plans,
            Commitments.NONE));
  }

  private <T> Map<String, Optional<T>> each(
      String name, BiFunction<String, BookPart, Optional<T>> read) {
    Map<String, Optional<T>> things = new LinkedHashMap<>();
    top.part(name)
        .map(BookPart::parts)
        .orElse(Map.of())
        .forEach((key, part) -> things.put(key, read.apply(key, part)));
    return things;
  }

  private static <T> Map<String, T> present(Map<String, Optional<T>> things) {
    Map<String, T> present = new LinkedHashMap<>();
    things.forEach((name, thing) -> thing.ifPresent(value -> present.put(name, value)));
    return present;
  }

  private Optional<InstanceTimeRule> rule(String system, BookPart part) {
    Optional<Duration> per = part.text("per", Durations::parse);
    Duration minimum = part.textIfAny("minimum", Durations::parse).orElse(Duration.ZERO);
    sources.in(part);
    part.end();
    // A field that could not be read has said so; one that is surely right stands in for it.
    Duration unit = per.orElse(Duration.ofSeconds(1));
    return part.build(
        per.isPresent(),
        InstanceTimeRule.problems(unit, minimum),
        () -> new InstanceTimeRule(unit, minimum));
  }

  private Optional<TypePrice> type(String name, BookPart part) {
    Optional<Integer> vcpus = part.text("vcpus", Figures::wholeNumber);
    Optional<Double> memory = part.text("memory", Figures::gibibytes);
    OptionalDouble ecu = part.textIfAny("ecu", Figures::number)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
    Optional<BookPart> prices = part.part("price");
    Optional<Map<String, BigDecimal>> price = prices
        .map(each -> each.allTexts(Money::parsePerHour))
        .filter(read -> isWhole(prices, read));
    String source = sources.in(part);
    part.end();
    return part.build(
        vcpus.isPresent() && memory.isPresent() && price.isPresent(),
        TypePrice.problems(
            vcpus.orElse(1), memory.orElse(1.0), ecu, price.orElse(Map.of("", BigDecimal.ONE))),
        () -> new TypePrice(
            name, vcpus.orElseThrow(), memory.orElseThrow(), ecu, price.orElseThrow(), source));
  }

  private static boolean isWhole(Optional<BookPart> part, Map<String, ?> read) {
    return part.map(BookPart::names)
        .filter(names -> names.equals(read.keySet()))
        .isPresent();
  }

  private Optional<BalancerPrice> balancer(String type, BookPart part) {
    Optional<BigDecimal> hourly = part.text("price", Money::parsePerHour);
    var data = part.textIfAny("data", Figures::perBytes);
    var unit = part.partIfAny("capacity-unit").flatMap(CapacityUnitReader::read);
    String source = sources.in(part);
    part.end();
    boolean unread =
        (data.isEmpty() && part.has("data")) || (unit.isEmpty() && part.has("capacity-unit"));
    return part.build(
        hourly.isPresent() && !unread,
        unread ? List.of() : BalancerPrice.problems(hourly.orElse(BigDecimal.ONE), data, unit),
        () -> new BalancerPrice(type, hourly.orElseThrow(), data, unit, source));
  }
}
