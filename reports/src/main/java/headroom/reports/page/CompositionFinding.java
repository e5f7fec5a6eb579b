package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.results.Part;
import headroom.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What slow requests mostly wait for, where it is not simply the work they ask for. */
final class CompositionFinding {

  private static final String P99 = "latency.p99";
  private static final double MOST = 0.5;

  private CompositionFinding() {}

  static Optional<Finding> of(RunFacts facts) {
    return facts.estimate(P99).flatMap(whole -> of(facts, whole));
  }

  private static Optional<Finding> of(RunFacts facts, Estimate whole) {
    List<Part> parts =
        Stream.of(Part.values()).filter(part -> seconds(facts, part) > 0).toList();
    return parts.stream()
        .max(Comparator.comparingDouble(part -> seconds(facts, part)))
        .filter(part -> parts.size() > 1 && seconds(facts, part) > MOST * whole.mean())
        .map(part -> new Finding(
            "Of a p99 latency of " + Numbers.said(Form.DURATION, whole.mean()) + ", "
                + Numbers.said(Form.SHARE, seconds(facts, part) / whole.mean()) + " is "
                + PartWords.of(part) + ".",
            "performance"));
  }

  private static double seconds(RunFacts facts, Part part) {
    return facts.estimate(P99 + "." + part.word()).map(Estimate::mean).orElse(0.0);
  }
}
