package headroom.scenarios.library;

import headroom.billing.BalancerPrice;
import headroom.billing.CapacityUnit;
import headroom.billing.InstanceTimeRule;
import headroom.billing.PerBytes;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.ReservedOffer;
import headroom.billing.Tariff;
import headroom.billing.TransferPrices;
import headroom.billing.TypePrice;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a price book as a file that reads back as the same book. */
public final class BookWriter {

  private final Map<String, String> sources = new LinkedHashMap<>();

  private BookWriter() {}

  /** The text of a book's file. */
  public static String write(PriceBook book) {
    return YamlWriter.write(new BookWriter().tree(book));
  }

  private Tree tree(PriceBook book) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("price-book", Tree.of(book.id()));
    fields.put("provider", Tree.of(book.provider()));
    fields.put("region", Tree.of(book.region()));
    fields.put("region-name", Tree.of(book.regionName()));
    fields.put("date", Tree.of(book.date().toString()));
    fields.put("currency", Tree.of(book.currency()));
    fields.put("source", Tree.of(book.source()));
    Map<String, Tree> parts = new LinkedHashMap<>();
    parts.put("instance-time", each(book.instanceTime(), rule -> rule(rule, book.source())));
    parts.put("types", each(book.types(), this::type));
    parts.put("load-balancers", each(book.balancers(), this::balancer));
    parts.put("transfer", transfer(book.transfer()));
    if (!book.tariffs().isEmpty()) {
      parts.put("meters", each(book.tariffs(), this::meter));
    }
    if (!book.reserved().isEmpty()) {
      parts.put("reserved-instances", reserved(book.reserved()));
    }
    if (!book.plans().isEmpty()) {
      parts.put("savings-plans", Tree.list(book.plans().stream().map(this::plan).toList()));
    }
    fields.put("sources", each(sources, Tree::of));
    fields.putAll(parts);
    return Tree.map(fields);
  }

  private static <T> Tree each(Map<String, T> things, Function<T, Tree> write) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    things.forEach((name, thing) -> fields.put(name, write.apply(thing)));
    return Tree.map(fields);
  }

  /** Sources are written once, under keys of their own. */
  private Tree source(String source) {
    String known = sources.entrySet().stream()
        .filter(entry -> entry.getValue().equals(source))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("S" + (sources.size() + 1));
    sources.putIfAbsent(known, source);
    return Tree.of(known);
  }

  private Tree rule(InstanceTimeRule rule, String source) {
    Map<String, Tree> fields = time(rule);
    fields.put("source", source(source));
    return Tree.map(fields);
  }

  private static Map<String, Tree> time(InstanceTimeRule rule) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("per", Tree.of(Durations.text(rule.per())));
    fields.put("minimum", Tree.of(Durations.text(rule.minimum())));
    return fields;
  }

  private Tree type(TypePrice type) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("vcpus", Tree.of(String.valueOf(type.vcpus())));
    fields.put("memory", Tree.of(Numbers.text(type.memoryGiB()) + " GiB"));
    type.ecu().ifPresent(ecu -> fields.put("ecu", Tree.of(Numbers.text(ecu))));
    fields.put("price", each(type.hourly(), price -> Tree.of(Money.textPerHour(price))));
    fields.put("source", source(type.source()));
    return Tree.map(fields);
  }

  private Tree balancer(BalancerPrice price) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("price", Tree.of(Money.textPerHour(price.hourly())));
    price.data().ifPresent(data -> fields.put("data", perBytes(data)));
    price.capacityUnit().ifPresent(unit -> fields.put("capacity-unit", unit(unit)));
    fields.put("source", source(price.source()));
    return Tree.map(fields);
  }

  private static Tree unit(CapacityUnit unit) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("price", Tree.of(Money.textPerHour(unit.price())));
    fields.put("new-connections", Tree.of(Numbers.text(unit.newConnectionsPerSecond()) + "/s"));
    fields.put("active-connections", Tree.of(Numbers.text(unit.activeConnections())));
    fields.put("processed", Tree.of(Bytes.text((long) unit.bytesPerHour())));
    unit.ruleEvaluationsPerSecond()
        .ifPresent(rate -> fields.put("rule-evaluations", Tree.of(Numbers.text(rate) + "/s")));
    fields.put("free-rules", Tree.of(String.valueOf(unit.freeRules())));
    return Tree.map(fields);
  }

  private Tree transfer(TransferPrices prices) {
    Map<String, Tree> in = new LinkedHashMap<>();
    in.put("price", perBytes(prices.in()));
    in.put("source", source(prices.source()));
    List<Tree> tiers = new ArrayList<>();
    for (TransferPrices.Tier tier : prices.out()) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      if (tier.upToBytes() != TransferPrices.Tier.NO_END) {
        fields.put("up-to", Tree.of(Bytes.text(tier.upToBytes())));
      }
      fields.put("price", perBytes(tier.price()));
      tiers.add(Tree.map(fields));
    }
    Map<String, Tree> out = new LinkedHashMap<>();
    out.put("free", Tree.of(Bytes.text(prices.freeOutBytes())));
    out.put("tiers", Tree.list(tiers));
    out.put("source", source(prices.source()));
    Map<String, Tree> both = new LinkedHashMap<>();
    both.put("in", Tree.map(in));
    both.put("out", Tree.map(out));
    return Tree.map(both);
  }

  private static Tree perBytes(PerBytes price) {
    return Tree.of(Money.text(price.price()) + "/" + price.unit());
  }

  private Tree meter(Tariff tariff) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    if (tariff.tiers().size() == 1) {
      fields.put("price", price(tariff, tariff.tiers().get(0).price()));
    } else {
      List<Tree> tiers = new ArrayList<>();
      for (Tariff.Tier tier : tariff.tiers()) {
        Map<String, Tree> step = new LinkedHashMap<>();
        if (tier.upTo() != Tariff.Tier.NO_END) {
          step.put("up-to", Tree.of(String.valueOf(tier.upTo())));
        }
        step.put("price", price(tariff, tier.price()));
        tiers.add(Tree.map(step));
      }
      fields.put("tiers", Tree.list(tiers));
    }
    fields.put("free", Tree.of(String.valueOf(tariff.free())));
    fields.putAll(time(tariff.time()));
    fields.put("source", source(tariff.source()));
    return Tree.map(fields);
  }

  private static Tree price(Tariff tariff, BigDecimal price) {
    return Tree.of(Money.text(price) + "/" + tariff.unit().word());
  }

  /** Offers on the same terms stand together. */
  private Tree reserved(List<ReservedOffer> offers) {
    Map<String, List<ReservedOffer>> byTerms = new LinkedHashMap<>();
    offers.forEach(offer -> byTerms
        .computeIfAbsent(
            offer.terms() + offer.system() + offer.price().whileRunning() + offer.source(),
            any -> new ArrayList<>())
        .add(offer));
    return Tree.list(byTerms.values().stream().map(this::onTerms).toList());
  }

  private Tree plan(PlanOffer offer) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("kind", Tree.of(offer.kind().word()));
    fields.put("term", Tree.of(offer.years() + "y"));
    fields.put("payment", Tree.of(offer.payment()));
    offer
        .discount()
        .ifPresent(share -> fields.put("discount", Tree.of(Percents.text(share.doubleValue()))));
    fields.put("rates", each(offer.rates(), rate -> Tree.of(Money.textPerHour(rate))));
    fields.put("source", source(offer.source()));
    return Tree.map(fields);
  }

  private Tree onTerms(List<ReservedOffer> offers) {
    ReservedOffer first = offers.get(0);
    Map<String, Tree> upfront = new LinkedHashMap<>();
    Map<String, Tree> hourly = new LinkedHashMap<>();
    for (ReservedOffer offer : offers) {
      upfront.put(offer.type(), Tree.of(Money.text(offer.price().upfront())));
      hourly.put(offer.type(), Tree.of(Money.textPerHour(offer.price().hourly())));
    }
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("term", Tree.of(first.price().years() + "y"));
    fields.put("class", Tree.of(first.convertible() ? "convertible" : "standard"));
    fields.put("payment", Tree.of(first.payment()));
    fields.put("system", Tree.of(first.system()));
    fields.put("paid", Tree.of(first.price().whileRunning() ? "while-running" : "always"));
    fields.put("source", source(first.source()));
    fields.put("upfront", Tree.map(upfront));
    fields.put("hourly", Tree.map(hourly));
    return Tree.map(fields);
  }
}
