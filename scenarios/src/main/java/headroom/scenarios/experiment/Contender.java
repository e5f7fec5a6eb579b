package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A candidate while it is being judged. */
final class Contender {
  private static final double WATCHED_RISK = 0.05;

  final List<Integer> point;
  final Variant variant;
  private final Trial trial;
  private final List<Measured> replications = new ArrayList<>();
  private List<Metric> metrics = List.of();
  private List<Verdict> verdicts = List.of();
  private Candidate.Fate fate = Candidate.Fate.OPEN;
  private String beatenBy = "";

  Contender(List<Integer> point, Variant variant) {
    this.point = point;
    this.variant = variant;
    this.trial = variant.source().trial();
  }

  Trial trial() {
    return trial;
  }

  boolean isIn() {
    return fate == Candidate.Fate.OPEN;
  }

  void add(int number, SortedMap<Metric, Double> figures) {
    if (!metrics.equals(List.copyOf(figures.keySet()))) {
      metrics = List.copyOf(figures.keySet());
    }
    replications.add(Measured.of(number, metrics, figures));
  }

  /** Forgets what it measured: from here on its luck is another. */
  void beginAnew() {
    replications.clear();
    verdicts = List.of();
  }

  /** The number of the first replication that counts; 0 before there is one. */
  int firstNumber() {
    return replications.isEmpty() ? 0 : replications.get(0).number();
  }

  int size() {
    return replications.size();
  }

  /**
   * Judges the limits. One that was known to be kept stays so: what is judged later holds at once
   * with what was judged before.
   */
  void judge(List<Expectation> limits, double risk) {
    SortedMap<Metric, Estimate> estimates = estimates(risk);
    Judge judge =
        new Judge(estimates, replications.size(), trial.scenario().window().seconds());
    List<Verdict> now = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      boolean known = !verdicts.isEmpty() && verdicts.get(i).state() == Verdict.State.MET;
      now.add(known ? verdicts.get(i) : judge.verdict(limits.get(i)));
    }
    verdicts = List.copyOf(now);
    if (verdicts.stream().anyMatch(each -> each.state() == Verdict.State.MISSED)) {
      fate = Candidate.Fate.MISSED;
    }
  }

  boolean meetsAll() {
    return verdicts.stream().allMatch(each -> each.state() == Verdict.State.MET);
  }

  /** The objective in each replication, the less the better; empty when one of them has none. */
  Optional<double[]> objective(Optimization question) {
    double[] values = new double[replications.size()];
    for (int i = 0; i < values.length; i++) {
      double value = value(replications.get(i), question.objective());
      if (!Double.isFinite(value)) {
        return Optional.empty();
      }
      values[i] = question.maximize() ? -value : value;
    }
    return Optional.of(values);
  }

  private double value(Measured replication, String flat) {
    return metrics.stream()
        .filter(metric -> metric.flat().equals(flat))
        .findFirst()
        .map(metric -> counted(metric, replication.value(metric)))
        .orElse(Double.NaN);
  }

  private static double counted(Metric metric, double value) {
    return Double.isNaN(value) && metric.kind() == Metric.Kind.COUNT ? 0 : value;
  }

  void drop(Candidate.Fate why, String by) {
    fate = why;
    beatenBy = by;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  SortedMap<Metric, Estimate> estimates(double risk) {
    return Estimates.of(
        replications.stream().map(Measured::figures).toList(),
        trial.scenario().window().seconds(),
        risk);
  }

  List<Estimate> watched(WatchedFigures watched) {
    return watched.estimates(figures(), trial.scenario().window().seconds(), WATCHED_RISK);
  }

  List<SortedMap<Metric, Double>> figures() {
    return replications.stream().map(Measured::figures).toList();
  }

  Candidate.Fate fate() {
    return fate;
  }

  String beatenBy() {
    return beatenBy;
  }

  VariantOutcome outcome(double risk) {
    return new VariantOutcome(
        variant.name(), variant.set(), replications, estimates(risk), verdicts);
  }
}
