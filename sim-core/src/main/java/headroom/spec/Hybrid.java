package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run is simulated whose traffic is rates with windows of requests.
 *
 * @param windows when requests are wanted whatever rates can be trusted for
 * @param simulateAlike of windows that are alike, how many are simulated before the others are left
 *     to rates and corrected by those; empty for all
 */
public record Hybrid(List<AskedWindow> windows, Optional<Integer> simulateAlike) {

  public static final int DEFAULT_SIMULATE_ALIKE = 4;

  /** Windows where rates may be wrong, and nowhere else. */
  public static final Hybrid DEFAULT = new Hybrid(List.of(), Optional.of(DEFAULT_SIMULATE_ALIKE));

  public static List<Problem> problems(Optional<Integer> simulateAlike) {
    return Problems.of()
        .require(
            "simulate-alike",
            simulateAlike.isEmpty() || simulateAlike.get() >= 2,
            "must be at least 2, was " + simulateAlike.orElse(0) + ": one tells no spread",
            "for example 4, or all")
        .list();
  }

  public Hybrid {
    windows = List.copyOf(windows);
    Problems.throwIfAny(problems(simulateAlike));
  }

  /** The same for a run that ends at a moment: without the windows that begin after it. */
  public Hybrid until(Duration end) {
    return new Hybrid(
        windows.stream().filter(window -> window.at().compareTo(end) < 0).toList(), simulateAlike);
  }
}
