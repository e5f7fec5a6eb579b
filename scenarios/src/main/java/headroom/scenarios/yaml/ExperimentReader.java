package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Technique;
import headroom.scenarios.experiment.Technique.Variates;
import headroom.scenarios.experiment.Until;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how often a scenario is run, and what is varied. */
final class ExperimentReader {

  /**
   * What is read of an experiment.
   *
   * @param vary values by path; they are read when a sweep puts them in their places
   * @param technique how intervals are had beyond replications
   * @param optimize what is to be chosen
   */
  record Plan(
      Replications replications,
      Optional<Vary> vary,
      EstimateReader.How estimate,
      Technique technique,
      Optional<OptimizeReader.Plan> optimize) {}

  private static final Map<String, Variates> VARIATES = Words.of("none", Variates.NONE)
      .and("antithetic", Variates.ANTITHETIC)
      .and("control", Variates.CONTROL)
      .table();

  private ExperimentReader() {}

  static Read<Plan> read(Node node) {
    MapReader map = MapReader.of(node, "{replications: 20}");
    Given<Replications> replications = map.or(
        "replications",
        ExperimentReader::replications,
        String.valueOf(Replications.DEFAULT.atLeast()));
    Given<Optional<Vary>> vary = map.maybe("vary", VaryReader::read);
    Reader<EstimateReader.How> reader = EstimateReader::read;
    Given<EstimateReader.How> estimate = map.or("estimate", reader, EstimateReader.PLAIN);
    Given<Optional<Integer>> batches = map.maybe("batches", WHOLE);
    // Told where it is said alone: the usual is no choice that a scenario makes.
    Given<Variates> variates = map.maybe("variates", Scalars.word("variates", VARIATES))
        .map(said -> said.orElse(Variates.NONE));
    Given<Optional<Vary>> uncertain = map.maybe("uncertain", VaryReader::uncertain);
    Given<Optional<OptimizeReader.Plan>> optimize = map.maybe("optimize", OptimizeReader::read);
    return map.build(
        Plan.class,
        () -> Problems.of()
            .require(
                "uncertain",
                vary.get().isEmpty() || uncertain.get().isEmpty(),
                "stands beside vary; a study has one of the two",
                "--set experiment.vary=null leaves what is uncertain")
            .require(
                "optimize",
                optimize.get().isEmpty() || !estimate.get().rare(),
                "stands beside estimate: rare, whose weighted replications it cannot rank",
                "leave estimate: plain")
            .require(
                "estimate",
                !estimate.get().rare()
                    || (batches.get().isEmpty() && variates.get() == Variates.NONE),
                "rare stands beside batches or variates, which know no weights",
                "leave out one of them")
            .require(
                "batches", batches.get().isEmpty() || batches.get().get() > 0, "must be above 0")
            .addAll(
                "", Technique.problems(batches.get().orElse(0), variates.get(), replications.get()))
            .list(),
        () -> new Plan(
            replications.get(),
            vary.get().or(uncertain::get),
            estimate.get(),
            new Technique(batches.get().orElse(0), variates.get()),
            optimize.get()));
  }

  private static Read<Replications> replications(Node node) {
    if (node.tree() instanceof Tree.Scalar) {
      return WHOLE.map(Replications::fixed).read(node);
    }
    MapReader map =
        MapReader.of(node, "{at-least: 10, at-most: 200, until: {metric: cost.total, within: 1%}}");
    Given<Optional<Until>> until = map.maybe("until", ExperimentReader::until);
    int usual = Replications.DEFAULT.atLeast();
    Given<Integer> atLeast = map.or("at-least", WHOLE, String.valueOf(usual));
    String most = String.valueOf(Math.max(usual, atLeast.value().orElse(usual)));
    Given<Integer> atMost =
        map.has("until") ? map.required("at-most", WHOLE, "200") : map.or("at-most", WHOLE, most);
    return map.build(
        Replications.class,
        () -> Replications.problems(atLeast.get(), atMost.get(), until.get()),
        () -> new Replications(atLeast.get(), atMost.get(), until.get()));
  }

  private static Read<Until> until(Node node) {
    MapReader map = MapReader.of(node, "{metric: cost.total, within: 1%}");
    Given<String> metric = map.required("metric", TEXT, "cost.total");
    Given<String> within = map.required("within", TEXT, "1%");
    return map.build(
        Until.class,
        () -> untilProblems(metric.get(), within.get()),
        () -> until(metric.get(), within.get()));
  }

  private static List<Problem> untilProblems(String metric, String within) {
    try {
      double value = ExpectationReader.limit(within, metric).value();
      return Problems.of()
          .addAll("", Until.problems(metric, value, measure(within)))
          .addAll("within", ExpectationReader.unitProblems(within, metric))
          .list();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(problem -> problem.within("within")).toList();
    }
  }

  private static Until until(String metric, String within) {
    double value = ExpectationReader.limit(within, metric).value();
    return new Until(metric, value, measure(within));
  }

  static Until.Measure measure(String within) {
    return within.endsWith("%") ? Until.Measure.RELATIVE : Until.Measure.ABSOLUTE;
  }
}
