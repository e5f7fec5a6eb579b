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

/** Reads distributions of times, in seconds: a duration alone, or a law with its parameters. */
final class DistributionReader {

  static final String EXAMPLE = "{lognormal: {mean: 80ms, cv: 1.5}}";

  private static final Map<String, Reader<Distribution>> LAWS = Words.<Reader<Distribution>>of(
          "uniform", DistributionReader::uniform)
      .and("exponential", DistributionReader::exponential)
      .and("erlang", DistributionReader::erlang)
      .and("gamma", DistributionReader::gamma)
      .and("weibull", DistributionReader::weibull)
      .and("lognormal", DistributionReader::lognormal)
      .and("normal", DistributionReader::normal)
      .and("pareto", DistributionReader::pareto)
      .and("empirical", DistributionReader::empirical)
      .and("mixture", DistributionReader::mixture)
      .table();

  private DistributionReader() {}

  /** Reads distributions of times. */
  static final Reader<Distribution> READER =
      Reader.withStandIns(DistributionReader::read, new Constant(1e-9), new Constant(1e9));

  private static Read<Distribution> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, EXAMPLE);
      Given<Distribution> law = map.oneOf("distribution", LAWS);
      return map.build(Distribution.class, law::get);
    }
    return SECONDS.<Distribution>map(Constant::new).read(node);
  }

  private static Read<Distribution> uniform(Node node) {
    MapReader map = MapReader.of(node, "{low: 1s, high: 2s}");
    Given<Double> low = map.required("low", SECONDS, "1s");
    Given<Double> high = map.required("high", SECONDS, "2s");
    return map.build(
        Uniform.class,
        () -> Uniform.problems(low.get(), high.get()),
        () -> new Uniform(low.get(), high.get()));
  }

  private static Read<Distribution> exponential(Node node) {
    MapReader map = MapReader.of(node, "{mean: 80ms}");
    Given<Double> mean = map.required("mean", SECONDS, "80ms");
    return map.build(
        Exponential.class,
        () -> Exponential.problems(mean.get()),
        () -> new Exponential(mean.get()));
  }

  private static Read<Distribution> erlang(Node node) {
    MapReader map = MapReader.of(node, "{shape: 3, mean: 80ms}");
    Given<Integer> shape = map.required("shape", WHOLE, "3");
    Given<Double> mean = map.required("mean", SECONDS, "80ms");
    return map.build(
        Erlang.class,
        () -> Erlang.problems(shape.get(), mean.get()),
        () -> new Erlang(shape.get(), mean.get()));
  }

  private static Read<Distribution> gamma(Node node) {
    MapReader map = MapReader.of(node, "{mean: 80ms, cv: 1.5}");
    Given<Double> mean = map.required("mean", SECONDS, "80ms");
    Given<Double> cv = map.required("cv", NUMBER, "1.5");
    return map.build(
        Gamma.class,
        () -> Gamma.problems(mean.get(), cv.get()),
        () -> new Gamma(mean.get(), cv.get()));
  }

  private static Read<Distribution> weibull(Node node) {
    MapReader map = MapReader.of(node, "{shape: 0.7, mean: 60d}");
    Given<Double> shape = map.required("shape", NUMBER, "0.7");
    if (map.has("mean") && map.has("scale")) {
      node.complain("must give mean or scale, not both");
    }
    if (map.has("scale")) {
      Given<Double> scale = map.required("scale", SECONDS, "60d");
      map.maybe("mean", SECONDS);
      return map.build(
          Weibull.class,
          () -> Weibull.problems(shape.get(), scale.get()),
          () -> new Weibull(shape.get(), scale.get()));
    }
    Given<Double> mean = map.required("mean", SECONDS, "60d (or scale: 50d)");
    map.maybe("scale", SECONDS);
    return map.build(
        Weibull.class,
        () -> Weibull.problemsOfMean(shape.get(), mean.get()),
        () -> Weibull.ofMean(shape.get(), mean.get()));
  }

  private static Read<Distribution> lognormal(Node node) {
    MapReader map = MapReader.of(node, "{mean: 80ms, cv: 1.5}");
    Given<Double> mean = map.required("mean", SECONDS, "80ms");
    Given<Double> cv = map.required("cv", NUMBER, "1.5");
    return map.build(
        Lognormal.class,
        () -> Lognormal.problems(mean.get(), cv.get()),
        () -> new Lognormal(mean.get(), cv.get()));
  }

  private static Read<Distribution> normal(Node node) {
    MapReader map = MapReader.of(node, "{mean: 80ms, sd: 20ms}");
    Given<Double> mean = map.required("mean", SECONDS, "80ms");
    Given<Double> sd = map.required("sd", SECONDS, "20ms");
    return map.build(
        Normal.class,
        () -> Normal.problems(mean.get(), sd.get()),
        () -> new Normal(mean.get(), sd.get()));
  }

  private static Read<Distribution> pareto(Node node) {
    MapReader map = MapReader.of(node, "{shape: 1.5, minimum: 10ms}");
    Given<Double> shape = map.required("shape", NUMBER, "1.5");
    Given<Double> minimum = map.required("minimum", SECONDS, "10ms");
    Given<Optional<Double>> given = map.maybe("maximum", SECONDS);
    Given<Double> maximum = given.map(most -> most.orElse(Double.POSITIVE_INFINITY));
    return map.build(
        Pareto.class,
        () -> Pareto.problems(shape.get(), minimum.get(), maximum.get()),
        () -> new Pareto(shape.get(), minimum.get(), maximum.get()));
  }

  private static Read<Distribution> empirical(Node node) {
    MapReader map = MapReader.of(node, "{file: times.csv, column: boot_s}");
    Given<String> file = map.required("file", TEXT, "times.csv");
    Given<String> column = map.required("column", TEXT, "boot_s");
    Given<Double> unit =
        map.assume("unit", Scalars.word("unit", UNITS), "s", "the unit of the file's numbers");
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

  private static Read<Distribution> mixture(Node node) {
    String example = "[{share: 90%, of: 20ms}, {share: 10%, of: 2s}]";
    Reader<Mixture.Component> component = DistributionReader::component;
    Read<List<Mixture.Component>> parts = component.list(example).read(node);
    List<Problem> problems = parts.value().map(Mixture::problems).orElse(List.of());
    // The record's components are what the scenario calls the mixture itself.
    problems.forEach(problem -> node.complain(new Problem("", problem.what(), problem.cure())));
    return problems.isEmpty() ? parts.map(Mixture::new) : Read.rejected(parts.full());
  }

  private static Read<Mixture.Component> component(Node node) {
    MapReader map = MapReader.of(node, "{share: 90%, of: 20ms}");
    Given<Double> share = map.required("share", PERCENT, "90%");
    Given<Distribution> of = map.required("of", DistributionReader.READER, "20ms");
    return map.build(
        Mixture.Component.class,
        () -> Mixture.Component.problems(share.get()),
        () -> new Mixture.Component(share.get(), of.get()));
  }
}
