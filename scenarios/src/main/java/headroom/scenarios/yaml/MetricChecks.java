package headroom.scenarios.yaml;

import headroom.problem.Problem;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.MetricNames;
import headroom.scenarios.experiment.Subjects;
import java.util.List;
import java.util.Optional;

/** Checks that the metrics that limits and the experiment name are such that the scenario has. */
final class MetricChecks {

  private final Node root;
  private final Subjects subjects;

  MetricChecks(Node root, Subjects subjects) {
    this.root = root;
    this.subjects = subjects;
  }

  void limits(List<Optional<Expectation>> limits) {
    for (int i = 0; i < limits.size(); i++) {
      String field = "expect[" + i + "]";
      limits.get(i).ifPresent(limit -> check(field, limit.metric()));
    }
  }

  void experiment(ExperimentReader.Plan plan) {
    plan.replications()
        .until()
        .ifPresent(until -> check("experiment.replications.until.metric", until.metric()));
    plan.optimize().ifPresent(over -> {
      check("experiment.optimize.objective", over.question().objective());
      List<Expectation> subjectTo = over.question().subjectTo();
      for (int i = 0; i < subjectTo.size(); i++) {
        check("experiment.optimize.subject-to[" + i + "]", subjectTo.get(i).metric());
      }
    });
  }

  private void check(String field, String metric) {
    List<Problem> problems = MetricNames.problems(metric, subjects);
    problems.forEach(problem -> root.complain(problem.within(field)));
  }
}
