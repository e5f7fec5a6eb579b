package headroom.scenarios.experiment;

import headroom.results.LatencySketch;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.results.Window;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a study keeps of a run: what was measured and what was used, before any price.
 *
 * @param seed the run's seed
 * @param window the time covered and the part that counts
 * @param figures every figure except money
 * @param usage what its bill is read from
 */
public record Finished(long seed, Window window, SortedMap<Metric, Double> figures, Usage usage) {

  static Finished of(Run run) {
    return new Finished(run.seed(), run.window(), run.metrics(), run.usage());
  }

  /** The run again, as far as a bill needs it. */
  Run run(String scenario) {
    return new Run(
        scenario,
        seed,
        window,
        figures,
        new LatencySketch(),
        usage,
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
