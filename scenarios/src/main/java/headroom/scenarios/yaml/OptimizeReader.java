package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.MetricNames;
import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is to be chosen, by what, and within which limits. */
final class OptimizeReader {
  private static final String EXAMPLE =
      "{objective: minimize cost.monthly, over: " + LevelsReader.EXAMPLE + "}";
  private static final Pattern OBJECTIVE = Pattern.compile("(minimize|maximize)\\s+(\\S+)");

  private OptimizeReader() {}

  /**
   * What is read.
   *
   * @param question what decides
   * @param over what may be chosen
   */
  record Plan(Optimization question, List<Levels> over) {

    Vary asVary() {
      Map<String, List<Tree>> values = new java.util.LinkedHashMap<>();
      over.forEach(each -> values.put(each.path(), each.values()));
      return new VaryGrid(values);
    }
  }

  private record Objective(String metric, boolean maximize) {}

  static Read<Plan> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Reader<Objective> goal = OptimizeReader::objective;
    Given<Objective> objective = map.required("objective", goal, "minimize cost.monthly");
    Reader<Expectation> limit = ExpectationReader::read;
    Given<List<Expectation>> limits =
        map.or("subject-to", limit.list(ExpectationReader.EXAMPLE), Tree.list(List.of()));
    Given<List<Levels>> over = map.required("over", LevelsReader::read, LevelsReader.EXAMPLE);
    Given<String> within = map.or("indifference", TEXT, "1%");
    Given<Double> confidence = map.or("confidence", Scalars.PERCENT, "95%");
    Given<Integer> first = map.or("first", WHOLE, "10");
    Given<Integer> atMost = map.or("at-most", WHOLE, "200");
    Given<Integer> candidates = map.or("candidates", WHOLE, "100");
    return map.build(
        Plan.class,
        () -> Problems.of()
            .addAll("", withinProblems(objective.get().metric(), within.get()))
            .addAll(
                "",
                Optimization.problems(
                    1, confidence.get(), first.get(), atMost.get(), candidates.get()))
            .list(),
        () -> new Plan(
            new Optimization(
                objective.get().metric(),
                objective.get().maximize(),
                limits.get(),
                ExpectationReader.limit(within.get(), objective.get().metric()).value(),
                ExperimentReader.measure(within.get()),
                confidence.get(),
                first.get(),
                atMost.get(),
                candidates.get()),
            over.get()));
  }

  private static Read<Objective> objective(Node node) {
    String text = node.tree() instanceof Tree.Scalar scalar ? scalar.text().strip() : "";
    Matcher form = OBJECTIVE.matcher(text);
    if (!form.matches()) {
      node.complain("must be 'minimize' or 'maximize' and a metric, was "
          + node.tree().shown() + "; for example minimize cost.monthly");
      return Read.rejected(node.tree());
    }
    List<Problem> problems = MetricNames.problems(form.group(2));
    node.complainAll(problems);
    return problems.isEmpty()
        ? Read.of(new Objective(form.group(2), form.group(1).equals("maximize")), node.tree())
        : Read.rejected(node.tree());
  }

  private static List<Problem> withinProblems(String metric, String within) {
    try {
      ExpectationReader.Limit limit = ExpectationReader.limit(within, metric);
      return Problems.of()
          .positive("indifference", limit.value())
          .addAll("indifference", ExpectationReader.unitProblems(within, metric))
          .list();
    } catch (InvalidInputException e) {
      return e.problems().stream()
          .map(problem -> problem.within("indifference"))
          .toList();
    }
  }
}
