package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY;
import static headroom.scenarios.yaml.Scalars.MONEY_PER_HOUR;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.billing.Agreement;
import headroom.billing.Category;
import headroom.billing.Credit;
import headroom.billing.FreeTier;
import headroom.billing.PrivateDiscount;
import headroom.billing.SavingsPlan;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a customer has agreed with the provider beside the price list. */
final class CommitmentReader {

  static final String EXAMPLE =
      "{base: {reserved-instances: {type: m5.large, count: 3, payment: no-upfront}}}";

  /** A share as an exact decimal. */
  private static final Reader<BigDecimal> SHARE = PERCENT.map(Numbers::exact);

  static final Map<String, Category> CATEGORIES = categories();

  private CommitmentReader() {}

  private static Map<String, Category> categories() {
    Words<Category> words = new Words<>();
    Arrays.stream(Category.values())
        .filter(each -> each != Category.COMMITMENTS && each != Category.CREDITS)
        .forEach(each -> words.and(each.word(), each));
    return words.table();
  }

  static Read<Agreement> read(String name, Node node) {
    MapReader map =
        MapReader.of(node, "{reserved-instances: {type: m5.large, count: 3, payment: no-upfront}}");
    Given<Agreement> agreed = map.oneOf(
        "commitment",
        Words.<Reader<Agreement>>of("reserved-instances", part -> ReservedReader.read(name, part))
            .and("savings-plan", part -> plan(name, part))
            .and("private-discount", part -> discount(name, part))
            .and("free-tier", part -> free(name, part))
            .and("credit", credit(name))
            .table());
    return map.build(Agreement.class, agreed::get);
  }

  private static Read<Agreement> plan(String name, Node node) {
    MapReader map = MapReader.of(node, "{per-hour: 2.50 USD/h, discount: 27%}");
    Given<BigDecimal> perHour = map.required("per-hour", MONEY_PER_HOUR, "2.50 USD/h");
    Given<BigDecimal> discount = map.required("discount", SHARE, "27%");
    Given<Optional<String>> family = map.maybe("family", TEXT);
    Given<Map<String, BigDecimal>> rates =
        map.or("rates", CommitmentReader::rates, Tree.map(Map.of()));
    return map.build(
        SavingsPlan.class,
        () -> SavingsPlan.problems(perHour.get(), discount.get(), rates.get()),
        () -> new SavingsPlan(name, perHour.get(), family.get(), discount.get(), rates.get()));
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
      known(node, type);
    });
    return rates.size() == full.size()
        ? Read.of(rates, Tree.map(full))
        : Read.rejected(Tree.map(full));
  }

  private static void known(Node node, String type) {
    node.session()
        .book
        .filter(book -> !book.types().containsKey(type))
        .ifPresent(book -> node.complain("no type " + Shown.quoted(type) + " in the price book "
            + book.id() + "; " + Shown.cure(type, book.types().keySet())));
  }

  private static Read<Agreement> discount(String name, Node node) {
    MapReader map = MapReader.of(node, "{share: 7%, of: [compute, transfer]}");
    Given<BigDecimal> share = map.required("share", SHARE, "7%");
    Given<List<Category>> of = map.or(
        "of",
        Scalars.word("part of the bill", CATEGORIES).list("[compute, transfer]"),
        Trees.texts(List.of()));
    return map.build(
        PrivateDiscount.class,
        () -> PrivateDiscount.problems(share.get()),
        () -> new PrivateDiscount(name, share.get(), of.get()));
  }

  private static Read<Agreement> free(String name, Node node) {
    MapReader map = MapReader.of(node, "{types: [t3.micro], hours: 750}");
    Given<List<String>> types = map.required("types", TEXT.list("[t3.micro]"), "[t3.micro]");
    Given<Integer> hours = map.required("hours", WHOLE, "750");
    types.value().orElse(List.of()).forEach(type -> known(node.at("types"), type));
    return map.build(
        FreeTier.class,
        () -> FreeTier.problems(types.get(), hours.get()),
        () -> new FreeTier(name, types.get(), hours.get()));
  }

  private static Reader<Agreement> credit(String name) {
    return MONEY.alone(Credit::problems, amount -> new Credit(name, amount));
  }
}
