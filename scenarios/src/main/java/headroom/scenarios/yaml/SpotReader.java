package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.problem.InvalidInputException;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.util.List;

/** Reads what spot instances there are. */
final class SpotReader {

  static final String EXAMPLE = "[{type: m5.large, price: 0.04 USD/h, interruptions: 5%}]";

  private static final Reader<BigDecimal> PRICE = SpotReader::price;

  private SpotReader() {}

  static Read<SpotPool> read(Node node) {
    MapReader map =
        MapReader.of(node, "{type: m5.large, price: 0.04 USD/h}").later("bid", "action");
    Given<String> type = map.required("type", TEXT, "m5.large");
    node.refers("type", Reference.Kind.TYPE, type);
    Given<List<String>> zones = map.or("zones", NAME.list("[a, b]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<BigDecimal> price = map.required("price", PRICE, "0.04 USD/h");
    Given<Double> interruptions = map.assume(
        "interruptions", PERCENT, "0%", "spot instances of this pool are never taken back");
    return map.build(
        SpotPool.class,
        () -> SpotPool.problems(price.get(), interruptions.get()),
        () -> new SpotPool(type.get(), zones.get(), price.get(), interruptions.get()));
  }

  private static Read<BigDecimal> price(Node node) {
    if (!(node.tree() instanceof Tree.Scalar scalar)) {
      node.complain("a price that changes is not in this version; for example 0.04 USD/h");
      return Read.rejected(node.tree());
    }
    try {
      return Read.of(Money.parsePerHour(scalar.text()), node.tree());
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(node.tree());
    }
  }
}
