package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.TimeSeries;
import headroom.scenarios.text.TimeSeriesReader;
import headroom.scenarios.text.Tree;
import headroom.supply.RecordedPrice;
import headroom.supply.RecordedPrice.Step;
import headroom.supply.SpotCourse;
import headroom.supply.WanderingPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what spot instances cost: one price, a share of on demand's, or a record of prices. */
final class SpotPriceReader {

  static final Reader<Said> PRICE = SpotPriceReader::price;

  static final Reader<SpotCourse> VARIES = SpotPriceReader::varies;

  private static final String RECORD = "{trace: spot.csv, time: Timestamp, column: SpotPrice}";

  private static final Map<String, Boolean> FROM = Words.of("first-row", true).table();

  private SpotPriceReader() {}

  /** What is said of a price: USD by the hour, a share of on demand's, or a record. */
  record Said(
      Optional<BigDecimal> usd, Optional<BigDecimal> share, Optional<RecordedPrice> recorded) {

    /** USD an hour, where on demand costs so much; 1 where nobody knows that. */
    BigDecimal at(Optional<BigDecimal> onDemand) {
      return usd.or(() -> share.flatMap(part -> onDemand.map(part::multiply)))
          .or(() -> recorded.map(record -> record.steps().get(0).price()))
          .orElse(BigDecimal.ONE);
    }

    /** Whatever it is that must be above 0. */
    BigDecimal figure() {
      return usd.or(() -> share).orElse(BigDecimal.ONE);
    }
  }

  private static Read<Said> price(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      return recorded(node);
    }
    if (!(node.tree() instanceof Tree.Scalar scalar)) {
      node.complain("must be a price by the hour, was " + node.tree().shown()
          + "; for example 0.04 USD/h, 42% of on demand's, or " + RECORD);
      return Read.rejected(node.tree());
    }
    try {
      Optional<BigDecimal> share = Optional.of(scalar.text())
          .filter(text -> text.strip().endsWith("%"))
          .map(text -> Numbers.exact(Percents.parse(text)).stripTrailingZeros());
      Optional<BigDecimal> usd =
          share.isPresent() ? Optional.empty() : Optional.of(Money.parsePerHour(scalar.text()));
      return Read.of(new Said(usd, share, Optional.empty()), node.tree());
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(node.tree());
    }
  }

  /** A column of USD an hour, each from its row's time on, as a price history is. */
  private static Read<Said> recorded(Node node) {
    MapReader map = MapReader.of(node, RECORD);
    Given<String> file = map.required("trace", TEXT, "spot.csv");
    Given<String> time = map.required("time", TEXT, "Timestamp");
    Given<String> column = map.required("column", TEXT, "SpotPrice");
    Given<Optional<Boolean>> from = map.maybe("from", Scalars.word("beginning", FROM));
    Read<Boolean> fields = map.build(RecordedPrice.class, List::of, () -> true);
    return fields
        .value()
        .flatMap(good -> Beside.inFile(
            node.at("trace"),
            file.get(),
            path -> TimeSeriesReader.timed(path, file.get(), time.get(), column.get())))
        .flatMap(series -> record(node, file.get(), from.get().isPresent(), series))
        .map(record ->
            Read.of(new Said(Optional.empty(), Optional.empty(), Optional.of(record)), map.full()))
        .orElseGet(() -> Read.rejected(map.full()));
  }

  private static Optional<RecordedPrice> record(
      Node node, String file, boolean fromFirstRow, TimeSeries series) {
    long zero = fromFirstRow
        ? series.nanos()[0]
        : Duration.between(Instant.EPOCH, node.session().start).toNanos();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      steps.add(new Step(
          Duration.ofNanos(series.nanos()[i] - zero),
          Numbers.exact(series.values()[i]).stripTrailingZeros()));
    }
    List<Problem> problems = RecordedPrice.problems(steps);
    problems.forEach(problem ->
        node.complain(new Problem("trace", "'" + file + "' " + problem.what(), problem.cure())));
    return problems.isEmpty() ? Optional.of(new RecordedPrice(steps)) : Optional.empty();
  }

  private static Read<SpotCourse> varies(Node node) {
    MapReader map = MapReader.of(node, "{cv: 0.3, reverts-in: 6h}");
    Given<Double> cv = map.required("cv", NUMBER, "0.3");
    Given<Duration> revertsIn = map.required("reverts-in", DURATION, "6h");
    Given<Duration> every = map.or("every", DURATION, "5m");
    Given<Double> correlation = map.or("zone-correlation", PERCENT, "0%");
    return map.build(
        WanderingPrice.class,
        () -> WanderingPrice.problems(cv.get(), revertsIn.get(), every.get(), correlation.get()),
        () -> new WanderingPrice(cv.get(), revertsIn.get(), every.get(), correlation.get()));
  }
}
