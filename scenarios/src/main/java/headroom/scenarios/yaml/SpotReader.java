package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.Image;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads what spot instances there are. */
final class SpotReader {

  static final String EXAMPLE = "[{type: m5.large, price: 0.04 USD/h, interruptions: 5%}]";

  private static final Reader<SpotPrice> PRICE = SpotReader::price;

  private SpotReader() {}

  static Read<SpotPool> read(Node node) {
    MapReader map =
        MapReader.of(node, "{type: m5.large, price: 0.04 USD/h}").later("bid", "action");
    Given<String> type = map.required("type", TEXT, "m5.large");
    node.refers("type", Reference.Kind.TYPE, type);
    Given<List<String>> zones = map.or("zones", NAME.list("[a, b]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<SpotPrice> price = map.required("price", PRICE, "0.04 USD/h");
    Given<Double> interruptions = map.assume(
        "interruptions", PERCENT, "0%", "spot instances of this pool are never taken back");
    return map.build(
        SpotPool.class,
        () -> price.get().problems(interruptions.get()),
        () -> price.get().pool(node, type.get(), zones.get(), interruptions.get()));
  }

  /** Either USD by the hour, or a share of what on demand costs. */
  private static Read<SpotPrice> price(Node node) {
    if (!(node.tree() instanceof Tree.Scalar scalar)) {
      node.complain("a price that changes is not in this version; for example 0.04 USD/h");
      return Read.rejected(node.tree());
    }
    try {
      return Read.of(
          scalar.text().strip().endsWith("%")
              ? new SpotPrice(Optional.empty(), Optional.of(share(scalar.text())))
              : new SpotPrice(Optional.of(Money.parsePerHour(scalar.text())), Optional.empty()),
          node.tree());
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(node.tree());
    }
  }

  private static BigDecimal share(String text) {
    return Numbers.exact(Percents.parse(text)).stripTrailingZeros();
  }

  private record SpotPrice(Optional<BigDecimal> usd, Optional<BigDecimal> share) {

    SpotPool pool(Node node, String type, List<String> zones, double interruptions) {
      BigDecimal price = usd.or(
              () -> share.flatMap(part -> onDemand(node, type).map(part::multiply)))
          .orElse(BigDecimal.ONE);
      return new SpotPool(type, zones, price, share, interruptions);
    }

    /** Empty when the type is none of the book's, of which somebody has complained already. */
    private static Optional<BigDecimal> onDemand(Node node, String type) {
      return node.session()
          .book
          .flatMap(book -> Optional.ofNullable(book.types().get(type)))
          .flatMap(listed -> Optional.ofNullable(listed.hourly().get(Image.LINUX)));
    }

    List<Problem> problems(double interruptions) {
      return SpotPool.problems(usd.or(() -> share).orElse(BigDecimal.ONE), interruptions);
    }
  }
}
