package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Stream;
import headroom.results.PricePath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * A price that goes as it once went.
 *
 * @param steps the prices in the order of time; the last holds to the end
 */
public record RecordedPrice(List<Step> steps) implements SpotCourse {

  /**
   * A price from a moment on.
   *
   * @param from the moment, from the scenario's start on
   * @param price USD an hour
   */
  public record Step(Duration from, BigDecimal price) {}

  public static List<Problem> problems(List<Step> steps) {
    Problems problems = Problems.of()
        .require("", !steps.isEmpty(), "holds no price")
        .require(
            "",
            steps.isEmpty() || steps.get(0).from().compareTo(Duration.ZERO) <= 0,
            "begins after the scenario's start, so nobody knows the price there",
            "a later start, or from: first-row");
    for (int i = 0; i < steps.size(); i++) {
      problems
          .require(
              "",
              steps.get(i).price().signum() > 0,
              "has a price that is not above 0: row " + (i + 1))
          .require(
              "",
              i == 0 || steps.get(i).from().compareTo(steps.get(i - 1).from()) > 0,
              "has two prices of one moment: row " + (i + 1));
    }
    return problems.list();
  }

  public RecordedPrice {
    steps = List.copyOf(steps);
    Problems.throwIfAny(problems(steps));
  }

  @Override
  public PricePath path(BigDecimal price, Stream luck, Stream ofAllZones, long endNanos) {
    PricePath.Builder path = new PricePath.Builder();
    steps.forEach(step -> path.add(step.from().toNanos(), step.price()));
    return path.build();
  }
}
