package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.SECONDS;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.problem.Problem;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Empirical;
import headroom.random.Erlang;
import headroom.random.Exponential;
import headroom.random.Gamma;
import headroom.random.Lognormal;
import headroom.random.Mixture;
import headroom.random.Normal;
import headroom.random.Pareto;
import headroom.random.Uniform;
import headroom.random.Weibull;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads distributions: a quantity alone, or a law with its parameters. */
final class DistributionReader {

  static final String EXAMPLE = "{lognormal: {mean: 80ms, cv: 1.5}}";

  static final String EXAMPLE_OF_COUNTS = "{exponential: {mean: 12}}";

  /** Reads distributions of times, in seconds. */
  static final Reader<Distribution> READER = Reader.withStandIns(
      new DistributionReader(true)::read, new Constant(1e-9), new Constant(1e9));

  /** Reads distributions of numbers. */
  static final Reader<Distribution> COUNTS =
      Reader.withStandIns(new DistributionReader(false)::read, new Constant(1), new Constant(1e9));

  private final boolean ofTimes;
  private final Reader<Double> quantity;
  private final Map<String, Reader<Distribution>> laws = Words.<Reader<Distribution>>of(
          "uniform", this::uniform)
      .and("exponential", this::exponential)
      .and("erlang", this::erlang)
      .and("gamma", this::gamma)
      .and("weibull", this::weibull)
      .and("lognormal", this::lognormal)
      .and("normal", this::normal)
      .and("pareto", this::pareto)
      .and("empirical", this::empirical)
      .and("mixture", this::mixture)
      .table();

  private DistributionReader(boolean ofTimes) {
    this.ofTimes = ofTimes;
    this.quantity = ofTimes ? SECONDS : NUMBER;
  }

  /** An example in the unit that is asked. */
  private String say(String time, String count) {
    return ofTimes ? time : count;
  }

  private Read<Distribution> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, say(EXAMPLE, EXAMPLE_OF_COUNTS));
      Given<Distribution> law = map.oneOf("distribution", laws);
      return map.build(Distribution.class, law::get);
    }
    return quantity.<Distribution>map(Constant::new).read(node);
  }

  private Read<Distribution> uniform(Node node) {
    MapReader map = MapReader.of(node, say("{low: 1s, high: 2s}", "{low: 1, high: 20}"));
    Given<Double> low = map.required("low", quantity, say("1s", "1"));
    Given<Double> high = map.required("high", quantity, say("2s", "20"));
    return map.build(
        Uniform.class,
        () -> Uniform.problems(low.get(), high.get()),
        () -> new Uniform(low.get(), high.get()));
  }

  private Read<Distribution> exponential(Node node) {
    MapReader map = MapReader.of(node, say("{mean: 80ms}", "{mean: 12}"));
    Given<Double> mean = map.required("mean", quantity, say("80ms", "12"));
    return map.build(
        Exponential.class,
        () -> Exponential.problems(mean.get()),
        () -> new Exponential(mean.get()));
  }

  private Read<Distribution> erlang(Node node) {
    MapReader map = MapReader.of(node, say("{shape: 3, mean: 80ms}", "{shape: 3, mean: 12}"));
    Given<Integer> shape = map.required("shape", WHOLE, "3");
    Given<Double> mean = map.required("mean", quantity, say("80ms", "12"));
    return map.build(
        Erlang.class,
        () -> Erlang.problems(shape.get(), mean.get()),
        () -> new Erlang(shape.get(), mean.get()));
  }

  private Read<Distribution> gamma(Node node) {
    MapReader map = MapReader.of(node, say("{mean: 80ms, cv: 1.5}", "{mean: 12, cv: 1.5}"));
    Given<Double> mean = map.required("mean", quantity, say("80ms", "12"));
    Given<Double> cv = map.required("cv", NUMBER, "1.5");
    return map.build(
        Gamma.class,
        () -> Gamma.problems(mean.get(), cv.get()),
        () -> new Gamma(mean.get(), cv.get()));
  }

  private Read<Distribution> weibull(Node node) {
    MapReader map = MapReader.of(node, say("{shape: 0.7, mean: 60d}", "{shape: 0.7, mean: 12}"));
    Given<Double> shape = map.required("shape", NUMBER, "0.7");
    if (map.has("mean") && map.has("scale")) {
      node.complain("must give mean or scale, not both");
    }
    if (map.has("scale")) {
      Given<Double> scale = map.required("scale", quantity, say("60d", "12"));
      map.maybe("mean", quantity);
      return map.build(
          Weibull.class,
          () -> Weibull.problems(shape.get(), scale.get()),
          () -> new Weibull(shape.get(), scale.get()));
    }
    Given<Double> mean =
        map.required("mean", quantity, say("60d (or scale: 50d)", "12 (or scale: 10)"));
    map.maybe("scale", quantity);
    return map.build(
        Weibull.class,
        () -> Weibull.problemsOfMean(shape.get(), mean.get()),
        () -> Weibull.ofMean(shape.get(), mean.get()));
  }

  private Read<Distribution> lognormal(Node node) {
    MapReader map = MapReader.of(node, say("{mean: 80ms, cv: 1.5}", "{mean: 12, cv: 1.5}"));
    Given<Double> mean = map.required("mean", quantity, say("80ms", "12"));
    Given<Double> cv = map.required("cv", NUMBER, "1.5");
    return map.build(
        Lognormal.class,
        () -> Lognormal.problems(mean.get(), cv.get()),
        () -> new Lognormal(mean.get(), cv.get()));
  }

  private Read<Distribution> normal(Node node) {
    MapReader map = MapReader.of(node, say("{mean: 80ms, sd: 20ms}", "{mean: 12, sd: 4}"));
    Given<Double> mean = map.required("mean", quantity, say("80ms", "12"));
    Given<Double> sd = map.required("sd", quantity, say("20ms", "4"));
    return map.build(
        Normal.class,
        () -> Normal.problems(mean.get(), sd.get()),
        () -> new Normal(mean.get(), sd.get()));
  }

  private Read<Distribution> pareto(Node node) {
    MapReader map =
        MapReader.of(node, say("{shape: 1.5, minimum: 10ms}", "{shape: 1.5, minimum: 2}"));
    Given<Double> shape = map.required("shape", NUMBER, "1.5");
    Given<Double> minimum = map.required("minimum", quantity, say("10ms", "2"));
    Given<Optional<Double>> given = map.maybe("maximum", quantity);
    Given<Double> maximum = given.map(most -> most.orElse(Double.POSITIVE_INFINITY));
    return map.build(
        Pareto.class,
        () -> Pareto.problems(shape.get(), minimum.get(), maximum.get()),
        () -> new Pareto(shape.get(), minimum.get(), maximum.get()));
  }

  private Read<Distribution> empirical(Node node) {
    MapReader map = MapReader.of(node, "{file: times.csv, column: boot_s}");
    Given<String> file = map.required("file", TEXT, "times.csv");
    Given<String> column = map.required("column", TEXT, "boot_s");
    Given<Double> unit = ofTimes
        ? map.assume("unit", Scalars.word("unit", UNITS), "s", "the unit of the file's numbers")
        : file.map(name -> 1.0);
    return map.build(Empirical.class, List::of, () -> List.<Double>of())
        .value()
        .flatMap(none -> Beside.values(node.at("file"), file.get(), column.get(), unit.get()))
        .map(values -> checked(node, values, map.full()))
        .orElseGet(() -> Read.rejected(map.full()));
  }

  private static final Map<String, Double> UNITS = Words.of("s", 1.0)
      .and("ms", 1e-3)
      .and("us", 1e-6)
      .and("m", 60.0)
      .and("h", 3600.0)
      .table();

  private static Read<Distribution> checked(Node node, List<Double> values, Tree full) {
    List<Problem> problems = Empirical.problems(values);
    node.complainAll(problems);
    return problems.isEmpty() ? Read.of(new Empirical(values), full) : Read.rejected(full);
  }

  private Read<Distribution> mixture(Node node) {
    String example = say(
        "[{share: 90%, of: 20ms}, {share: 10%, of: 2s}]",
        "[{share: 90%, of: 4}, {share: 10%, of: 40}]");
    Reader<Mixture.Component> component = this::component;
    Read<List<Mixture.Component>> parts = component.list(example).read(node);
    List<Problem> problems = parts.value().map(Mixture::problems).orElse(List.of());
    // The record's components are what the scenario calls the mixture itself.
    problems.forEach(problem -> node.complain(new Problem("", problem.what(), problem.cure())));
    return problems.isEmpty() ? parts.map(Mixture::new) : Read.rejected(parts.full());
  }

  private Read<Mixture.Component> component(Node node) {
    MapReader map = MapReader.of(node, say("{share: 90%, of: 20ms}", "{share: 90%, of: 4}"));
    Given<Double> share = map.required("share", PERCENT, "90%");
    Given<Distribution> of = map.required("of", ofTimes ? READER : COUNTS, say("20ms", "4"));
    return map.build(
        Mixture.Component.class,
        () -> Mixture.Component.problems(share.get()),
        () -> new Mixture.Component(share.get(), of.get()));
  }
}
