package headroom.problem;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects every problem of one thing, so that a person hears all of them at once. */
public final class Problems {

  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final List<Problem> found = new ArrayList<>();

  private Problems() {}

  public static Problems of() {
    return new Problems();
  }

  /** Notes a problem unless {@code holds}. */
  public Problems require(String field, boolean holds, String what, String cure) {
    if (!holds) {
      found.add(new Problem(field, what, cure));
    }
    return this;
  }

  /** As {@link #require(String, boolean, String, String)}, where the clause needs no cure. */
  public Problems require(String field, boolean holds, String what) {
    return require(field, holds, what, "");
  }

  /** Requires one of the names there are; else the cure is the nearest of them, or a list. */
  public Problems known(String field, String name, Collection<String> names, String what) {
    // Looked for only when it is missing: the nearest of hundreds of names takes its time.
    return names.contains(name) ? this : require(field, false, what, Suggestion.cure(name, names));
  }

  /** Requires a finite number above zero. */
  public Problems positive(String field, double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY
        ? this
        : require(field, false, "must be above 0, was " + value);
  }

  /** Requires a finite number of zero or more. */
  public Problems notNegative(String field, double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY
        ? this
        : require(field, false, "must be 0 or more, was " + value);
  }

  /** Requires a number between 0 and 1, both included. */
  public Problems ratio(String field, double value) {
    return value >= 0 && value <= 1
        ? this
        : require(field, false, "must be between 0 and 1, was " + value);
  }

  /** Requires a ratio that people write in percent, both ends included. */
  public Problems percent(String field, double ratio) {
    return ratio >= 0 && ratio <= 1
        ? this
        : require(field, false, "must be between 0 % and 100 %, was " + inPercent(ratio));
  }

  private static String inPercent(double ratio) {
    if (!Double.isFinite(ratio)) {
      return String.valueOf(ratio);
    }
    BigDecimal percent = new BigDecimal(100 * ratio, SIX_DIGITS);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** Takes over the problems of a part held in {@code field}. */
  public Problems addAll(String field, List<Problem> problems) {
    problems.forEach(problem -> found.add(problem.within(field)));
    return this;
  }

  /** A duration as a message names it: "7200 s". */
  public static String seconds(Duration duration) {
    BigDecimal exact = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return exact.toPlainString() + " s";
  }

  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** For constructors: a program that builds an impossible thing stops at once. */
  public static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
