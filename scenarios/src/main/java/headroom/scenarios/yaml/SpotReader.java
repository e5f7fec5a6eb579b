package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.problem.Problems;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.Image;
import headroom.supply.SpotCourse;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads what spot instances there are. */
final class SpotReader {

  static final String EXAMPLE = "[{type: m5.large, price: 0.04 USD/h, interruptions: 5%}]";

  private SpotReader() {}

  static Read<SpotPool> read(Node node) {
    MapReader map = MapReader.of(node, "{type: m5.large, price: 0.04 USD/h}");
    Given<String> type = map.required("type", TEXT, "m5.large");
    node.refers("type", Reference.Kind.TYPE, type);
    Given<List<String>> zones = map.or("zones", NAME.list("[a, b]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<SpotPriceReader.Said> price = map.required("price", SpotPriceReader.PRICE, "0.04 USD/h");
    Given<Optional<SpotCourse>> varies = map.maybe("varies", SpotPriceReader.VARIES);
    Given<Double> interruptions = map.assume(
        "interruptions", PERCENT, "0%", "spot instances of this pool are never taken back");
    Given<Duration> notice = map.or("notice", DURATION, usualNotice(node.session()));
    Given<Optional<Duration>> recommended = map.maybe("rebalance-recommendation", DURATION);
    return map.build(
        SpotPool.class,
        () -> Problems.of()
            .addAll(
                "",
                SpotPool.problems(
                    price.get().figure(), interruptions.get(), notice.get(), recommended.get()))
            .require(
                "varies",
                varies.get().isEmpty() || price.get().recorded().isEmpty(),
                "is about a price that is recorded",
                "leave out one of them")
            .list(),
        () -> {
          Optional<BigDecimal> onDemand = onDemand(node.session(), type.get());
          return new SpotPool(
              type.get(),
              zones.get(),
              price.get().at(onDemand),
              price.get().share(),
              interruptions.get(),
              varies.get().or(() -> price.get().recorded()),
              onDemand,
              notice.get(),
              recommended.get());
        });
  }

  /** Nothing was told before 2015. */
  private static String usualNotice(Session session) {
    LocalDate day = LocalDate.ofInstant(session.start, ZoneOffset.UTC);
    return day.isBefore(SpotPool.NOTICE_SINCE) ? "0s" : "2m";
  }

  /** Empty when the type is none of the book's, of which somebody has complained already. */
  static Optional<BigDecimal> onDemand(Session session, String type) {
    return session
        .book
        .flatMap(book -> Optional.ofNullable(book.types().get(type)))
        .flatMap(listed -> Optional.ofNullable(listed.hourly().get(Image.LINUX)));
  }
}
