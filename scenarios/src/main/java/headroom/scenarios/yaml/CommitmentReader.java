package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.MONEY;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.billing.Agreement;
import headroom.billing.Category;
import headroom.billing.Credit;
import headroom.billing.FreeTier;
import headroom.billing.PriceBook;
import headroom.billing.PrivateDiscount;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Shown;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a customer has agreed with the provider beside the price list. */
final class CommitmentReader {

  static final String EXAMPLE =
      "{base: {reserved-instances: {type: m5.large, count: 3, payment: no-upfront}}}";

  /** A share as an exact decimal. */
  static final Reader<BigDecimal> SHARE = PERCENT.map(Numbers::exact);

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
            .and("savings-plan", part -> PlanReader.read(name, part))
            .and("private-discount", part -> discount(name, part))
            .and("free-tier", part -> free(name, part))
            .and("credit", credit(name))
            .table());
    return map.build(Agreement.class, agreed::get);
  }

  /** A type must be one that some book has. */
  static void known(Node node, String type, List<PriceBook> books) {
    if (books.isEmpty() || books.stream().anyMatch(book -> book.types().containsKey(type))) {
      return;
    }
    Set<String> types = new LinkedHashSet<>();
    books.forEach(book -> types.addAll(book.types().keySet()));
    node.complain("no type " + Shown.quoted(type) + " in the price book "
        + String.join(", ", books.stream().map(PriceBook::id).toList()) + "; "
        + Shown.cure(type, types));
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
    Reach reach = Reach.ofProvider(map, node);
    List<String> regions = reach.all();
    List<PriceBook> books = reach.books(regions);
    types.value().orElse(List.of()).forEach(type -> known(node.at("types"), type, books));
    return map.build(
        FreeTier.class,
        () -> FreeTier.problems(types.get(), hours.get()),
        () -> new FreeTier(name, types.get(), hours.get(), new TreeSet<>(regions)));
  }

  private static Reader<Agreement> credit(String name) {
    return MONEY.alone(Credit::problems, amount -> new Credit(name, amount));
  }
}
