package headroom.theory;

import headroom.Engine;
import headroom.math.StudentT;
import headroom.results.Run;
import headroom.spec.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Runs of one scenario with the seeds 1, 2, 3, … as they come. */
final class Replicated {

  private final List<Run> runs;

  private Replicated(List<Run> runs) {
    this.runs = runs;
  }

  static Replicated of(Scenario scenario, int replications) {
    return new Replicated(IntStream.rangeClosed(1, replications)
        .parallel()
        .mapToObj(seed -> Engine.run(scenario, seed))
        .toList());
  }

  Interval figure(String name) {
    return of(run -> run.figure(name).orElseThrow());
  }

  Interval of(ToDoubleFunction<Run> figure) {
    return Interval.of(runs.stream().mapToDouble(figure).toArray());
  }

  /** Mean over replications, with half-widths at any level. */
  record Interval(double mean, double standardError, int n) {

    static Interval of(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double error = Math.sqrt(squares / (values.length - 1) / values.length);
      return new Interval(mean, error, values.length);
    }

    double halfWidth(double level) {
      return StudentT.quantile(1 - (1 - level) / 2, n - 1) * standardError;
    }
  }
}
