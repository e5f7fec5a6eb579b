package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a bill in FOCUS columns; a column that is absent here is null there.
 *
 * @param values {@link BigDecimal}, {@link Instant} or text, as the column's kind says
 */
public record FocusRow(Map<FocusColumn, Object> values) {

  public static List<Problem> problems(Map<FocusColumn, Object> values) {
    Problems problems = Problems.of();
    for (FocusColumn column : FocusColumn.values()) {
      Object value = values.get(column);
      problems
          .require(column.id(), value != null || column.nullable(), "must have a value")
          .require(
              column.id(),
              value == null || type(column).isInstance(value),
              "must be " + type(column).getSimpleName() + ", was " + value)
          .require(column.id(), value == null || !value.equals(""), "must not be empty text");
    }
    return problems.list();
  }

  public FocusRow {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
    Problems.throwIfAny(problems(values));
  }

  private static Class<?> type(FocusColumn column) {
    return switch (column.kind()) {
      case DECIMAL -> BigDecimal.class;
      case TIME -> Instant.class;
      case TEXT, JSON -> String.class;
    };
  }

  /** A number; empty when the column is null. */
  public Optional<BigDecimal> decimal(FocusColumn column) {
    return Optional.ofNullable(values.get(column)).map(BigDecimal.class::cast);
  }

  /** An instant; empty when the column is null. */
  public Optional<Instant> time(FocusColumn column) {
    return Optional.ofNullable(values.get(column)).map(Instant.class::cast);
  }

  /** Any value as the specification writes it; empty when the column is null. */
  public Optional<String> text(FocusColumn column) {
    return Optional.ofNullable(values.get(column)).map(FocusRow::written);
  }

  /** All columns in order as the specification writes them. */
  public List<Optional<String>> texts() {
    return Arrays.stream(FocusColumn.values()).map(this::text).toList();
  }

  private static String written(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    return value.toString();
  }
}
