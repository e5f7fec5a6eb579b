package headroom.scenarios.experiment;

import headroom.results.Unit;
import java.time.Duration;
import java.util.List;

/**
 * The warm-up that was found for a trial, and the course it was read from.
 *
 * @param warmUp what is left out of all replications and variants
 * @param metric the series of the timeline that took longest to settle: "latency.mean"
 * @param unit what it is measured in
 * @param step the length of its steps
 * @param course its mean over the pilot runs in each step; NaN where none has a value
 * @param pilots how many runs were made to find it, on luck of their own
 */
public record Settling(
    Duration warmUp, String metric, Unit unit, Duration step, List<Double> course, int pilots) {

  public Settling {
    course = List.copyOf(course);
  }
}
