package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** What one factor changes from its first to its last level, where the intervals are apart. */
final class FactorFinding {

  private static final List<String> SHOWN =
      List.of("cost.monthly", "availability.request", "latency.p99");

  private FactorFinding() {}

  static List<Finding> of(StudyFacts facts) {
    List<Finding> findings = new ArrayList<>();
    FactorLevels levels = FactorLevels.of(facts);
    // What has no order has no first and last.
    if (facts.paths().size() == 1 && levels.isLine() && !levels.numbers().isEmpty()) {
      StudyFacts.Variant first = levels.ordered().get(0);
      StudyFacts.Variant last = levels.ordered().get(levels.ordered().size() - 1);
      for (String flat : SHOWN) {
        first
            .estimate(flat)
            .flatMap(from -> last.estimate(flat)
                .filter(to -> apart(from, to))
                .map(to -> sentence(facts.paths().get(0), first, from, last, to)))
            .map(text -> new Finding(text, "factor-" + flat.replace('.', '-')))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean apart(Estimate one, Estimate other) {
    return one.hasInterval()
        && other.hasInterval()
        && (one.high() < other.low() || other.high() < one.low());
  }

  private static String sentence(
      String path, StudyFacts.Variant first, Estimate from, StudyFacts.Variant last, Estimate to) {
    return MetricWords.capital(MetricWords.of(from.metric()))
        + (to.mean() > from.mean() ? " rises from " : " falls from ")
        + Reading.of(from).both() + " to " + Reading.of(to).both() + " as " + path + " goes from "
        + first.set().getOrDefault(path, "") + " to " + last.set().getOrDefault(path, "") + ".";
  }
}
