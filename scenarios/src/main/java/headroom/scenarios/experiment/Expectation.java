package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A limit that a metric's whole 95 % interval must keep, which makes a run a test.
 *
 * @param metric flat name of the metric: "cost.total"
 * @param op on which side of the limit it must lie
 * @param value the limit in the metric's unit; a share lies between 0 and 1
 * @param unit the unit the limit was written in
 * @param text as the scenario says it: "cost.total < 400 USD"
 */
public record Expectation(String metric, Op op, double value, Unit unit, String text) {

  /** On which side of a limit a value must lie. */
  public enum Op {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Op(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    public static Optional<Op> of(String symbol) {
      return List.of(values()).stream().filter(op -> op.symbol.equals(symbol)).findFirst();
    }

    public boolean holds(double value, double limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case ABOVE -> value > limit;
        case AT_LEAST -> value >= limit;
      };
    }
  }

  public static List<Problem> problems(String metric, Op op, double value, Unit unit, String text) {
    return Problems.of()
        .addAll("", MetricNames.problems(metric))
        .require("", Double.isFinite(value), "the limit must be a number, was " + value)
        .addAll("", unitProblems(metric, unit))
        .list();
  }

  private static List<Problem> unitProblems(String metric, Unit unit) {
    return MetricNames.unit(metric)
        .filter(known -> known != unit)
        .map(known -> new Problem("", mismatch(metric, known, unit), ""))
        .map(List::of)
        .orElse(List.of());
  }

  private static String mismatch(String metric, Unit known, Unit unit) {
    return "'"
        + metric
        + "' is measured in "
        + describe(known)
        + "; the limit is given in "
        + describe(unit);
  }

  private static String describe(Unit unit) {
    return switch (unit) {
      case USD -> "USD";
      case SECONDS -> "seconds (for example 500ms, 2m)";
      case HOURS -> "hours (for example 12h)";
      case ONE -> "a number or a percentage, without a unit";
      case PER_SECOND -> "a rate (for example 12/s)";
    };
  }

  public Expectation {
    Problems.throwIfAny(problems(metric, op, value, unit, text));
  }
}
