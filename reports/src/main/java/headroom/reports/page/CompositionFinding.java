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
    List<Estimate> parts = Stream.of(Part.values())
        .flatMap(part -> facts.estimate(P99 + "." + part.word()).stream())
        .filter(part -> part.mean() > 0)
        .toList();
    return parts.stream()
        .max(Comparator.comparingDouble(Estimate::mean))
        .filter(part -> parts.size() > 1)
        .flatMap(part -> of(whole, part));
  }

  private static Optional<Finding> of(Estimate whole, Estimate part) {
    String name = PartWords.of(part(part));
    String begin = "Of a p99 latency of " + Numbers.said(Form.DURATION, whole.mean());
    if (!whole.hasInterval() || !part.hasInterval()) {
      double share = part.mean() / whole.mean();
      return finding(
          share, begin + ", in this one replication, " + Numbers.said(Form.SHARE, share), name);
    }
    // The ends of both intervals, not of a ratio's own: wider, so that it never claims too much.
    double low = part.low() / whole.high();
    double high = Math.min(1, part.high() / whole.low());
    return finding(low, begin + ", " + Numbers.range(Form.SHARE, low, high), name);
  }

  private static Optional<Finding> finding(double least, String said, String name) {
    return least > MOST
        ? Optional.of(new Finding(said + " is " + name + ".", "composition"))
        : Optional.empty();
  }

  private static Part part(Estimate estimate) {
    String word = estimate.metric().flat().substring(P99.length() + 1);
    return Stream.of(Part.values())
        .filter(p -> p.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
