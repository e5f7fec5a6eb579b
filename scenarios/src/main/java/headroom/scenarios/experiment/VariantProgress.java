package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How far one variant of a study is. */
final class VariantProgress {

  private final Variant variant;
  private final StoppingRule rule;
  private final Experiment experiment;
  private final double seconds;
  private final List<Measured> replications = new ArrayList<>();
  private List<Metric> metrics = List.of();

  VariantProgress(Variant variant, Trial trial) {
    this.variant = variant;
    this.experiment = trial.experiment();
    this.rule = new StoppingRule(experiment.replications());
    this.seconds = trial.scenario().window().seconds();
  }

  String name() {
    return variant.name();
  }

  int size() {
    return replications.size();
  }

  /** How many replications there are when it is looked at next; those there are when it is over. */
  int nextLook() {
    int done = replications.size();
    return done > 0 && rule.isEnough(done, estimates()) ? done : rule.nextLook(done);
  }

  void add(SortedMap<Metric, Double> figures) {
    if (!metrics.equals(List.copyOf(figures.keySet()))) {
      metrics = List.copyOf(figures.keySet());
    }
    replications.add(Measured.of(replications.size() + 1, metrics, figures));
  }

  private SortedMap<Metric, Estimate> estimates() {
    return Estimates.of(
        replications.stream().map(Measured::figures).toList(), seconds, rule.risk());
  }

  List<Estimate> watched(WatchedFigures watched) {
    return watched.estimates(
        replications.stream().map(Measured::figures).toList(), seconds, rule.risk());
  }

  VariantOutcome outcome() {
    SortedMap<Metric, Estimate> estimates = estimates();
    Judge judge = new Judge(estimates, replications.size(), seconds);
    List<Verdict> verdicts =
        experiment.expectations().stream().map(judge::verdict).toList();
    return new VariantOutcome(variant.name(), variant.set(), replications, estimates, verdicts);
  }
}
