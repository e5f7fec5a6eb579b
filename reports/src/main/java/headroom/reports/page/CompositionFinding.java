package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
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
    String begin = "Of a p99 latency of " + Reading.of(whole).both();
    if (!whole.hasInterval() || !part.hasInterval()) {
      return finding(
          part.mean() / whole.mean(),
          begin + ", in this one replication, " + share(whole, part),
          name);
    }
    return finding(part.low() / whole.high(), begin + ", " + share(whole, part), name);
  }

  /**
   * The part in percent of the whole, from one end to the other: by the ends of both intervals, not
   * of a ratio's own, which are wider, so that it never claims too much.
   */
  static String share(Estimate whole, Estimate part) {
    return whole.hasInterval() && part.hasInterval() && whole.low() > 0
        ? Numbers.range(
            Form.SHARE,
            Math.max(0, part.low() / whole.high()),
            Math.min(1, part.high() / whole.low()))
        : Numbers.said(Form.SHARE, part.mean() / whole.mean());
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
