package headroom.reports.page;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The sale's estimates with one or another of them changed. */
final class Estimates {

  private final SortedMap<Metric, Estimate> all = new TreeMap<>(Sale.facts().estimates());

  static Estimates ofTheSale() {
    return new Estimates();
  }

  Estimates set(String flat, double mean, double low, double high, Basis basis) {
    return change(flat, e -> new Estimate(e.metric(), mean, low, high, e.n(), basis));
  }

  Estimates set(String flat, double mean, double half) {
    return set(flat, mean, mean - half, mean + half, Basis.STUDENT);
  }

  Estimates add(String measure, String statistic, double mean, double half) {
    Sale.put(all, Metric.count("", measure, statistic, Unit.SECONDS), mean, half);
    return this;
  }

  Estimates put(Metric metric, double mean, double half) {
    Sale.put(all, metric, mean, half);
    return this;
  }

  Estimates without(String prefix) {
    all.keySet().removeIf(metric -> metric.flat().startsWith(prefix));
    return this;
  }

  Estimates single() {
    all.replaceAll(
        (metric, e) -> new Estimate(metric, e.mean(), Double.NaN, Double.NaN, 1, Basis.SINGLE));
    return this;
  }

  private Estimates change(String flat, UnaryOperator<Estimate> to) {
    Metric key =
        all.keySet().stream().filter(m -> m.flat().equals(flat)).findFirst().orElseThrow();
    all.computeIfPresent(key, (metric, estimate) -> to.apply(estimate));
    return this;
  }

  RunFacts facts() {
    return Sale.with(all);
  }

  /** All that the page says in words from these estimates, spaces plain. */
  String words() {
    ReportContent content = RunReport.of(Bare.of(facts()));
    StringBuilder words = new StringBuilder(content.answer());
    content
        .verdicts()
        .forEach(v -> words.append('\n').append(v.state().word()).append(": ").append(v.text()));
    content.findings().forEach(f -> words.append('\n').append(f.text()));
    return words.toString().replace('\u00A0', ' ');
  }
}
