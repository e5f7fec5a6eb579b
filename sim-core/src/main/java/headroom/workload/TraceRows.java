package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a record of traffic as they stand in its file, and what to do where some are missing.
 *
 * <p>A row is missing where the next one comes more than one and a half steps later; as many are
 * missing as whole steps fit.
 *
 * @param rows the rows in the order of the file
 * @param stepNanos the time from one row to the next
 * @param gaps what missing rows are taken for
 */
public record TraceRows(List<Row> rows, long stepNanos, Gaps gaps) {

  /** Rows a record may have once its gaps are filled: 19 years of minutes. */
  public static final int MOST_ROWS = 10_000_000;

  private static final int NAMED_LINES = 3;

  /**
   * One row.
   *
   * @param line its line in the file, for messages
   * @param nanos its instant, from any origin
   * @param perSecond requests per second from then on
   */
  public record Row(long line, long nanos, double perSecond) {}

  /** What missing rows are taken for. */
  public enum Gaps {
    /** An error. */
    REFUSE,
    /** The row before them. */
    HOLD,
    /** No requests. */
    ZERO,
    /** Points on the straight line across the gap. */
    INTERPOLATE
  }

  public static List<Problem> problems(List<Row> rows, long stepNanos, Gaps gaps) {
    Problems problems = Problems.of()
        .require("", !rows.isEmpty(), "has no rows")
        .require("every", stepNanos > 0, "must be above 0", "for example 5m");
    refuse(problems, lines(rows, TraceRows::goesBack), "goes back in time at ");
    refuse(problems, lines(rows, TraceRows::standsStill), "has the time of the row before at ");
    refuse(problems, impossible(rows), "has a rate that is not between 0 and 1e12/s at ");
    if (problems.list().isEmpty()) {
      gaps(problems, rows, stepNanos, gaps);
    }
    return problems.list();
  }

  public TraceRows {
    rows = List.copyOf(rows);
    Problems.throwIfAny(problems(rows, stepNanos, gaps));
  }

  /** The distance that most rows have to the next, the shortest of several; 0 without two rows. */
  public static long usualStep(List<Row> rows) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 1; i < rows.size(); i++) {
      counts.merge(rows.get(i).nanos() - rows.get(i - 1).nanos(), 1, Integer::sum);
    }
    long usual = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      if (entry.getKey() > 0 && entry.getValue() > most) {
        usual = entry.getKey();
        most = entry.getValue();
      }
    }
    return usual;
  }

  /** Rows that are missing in all. */
  public long missing() {
    return missing(rows, stepNanos);
  }

  /** The rows with their gaps filled; the last one holds for a step. */
  public Readings readings(Readings.Between between) {
    int size = rows.size() + (int) missing();
    long[] starts = new long[size];
    double[] rates = new double[size];
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      long absent = i == 0 ? 0 : missing(rows.get(i - 1), rows.get(i), stepNanos);
      for (long k = 1; k <= absent; k++) {
        starts[next] = rows.get(i - 1).nanos() - rows.get(0).nanos() + k * stepNanos;
        rates[next++] = filled(rows.get(i - 1), rows.get(i), k * stepNanos);
      }
      starts[next] = rows.get(i).nanos() - rows.get(0).nanos();
      rates[next++] = rows.get(i).perSecond();
    }
    return new Readings(starts, rates, Nanos.later(starts[size - 1], stepNanos), between);
  }

  private double filled(Row before, Row after, long since) {
    return switch (gaps) {
      case REFUSE -> throw new IllegalStateException("a gap that problems(…) let pass");
      case HOLD -> before.perSecond();
      case ZERO -> 0;
      case INTERPOLATE ->
        before.perSecond()
            + (after.perSecond() - before.perSecond())
                * ((double) since / (after.nanos() - before.nanos()));
    };
  }

  private static void gaps(Problems problems, List<Row> rows, long stepNanos, Gaps gaps) {
    List<Long> after = lines(rows, (before, row) -> missing(before, row, stepNanos) > 0);
    if (!after.isEmpty() && gaps == Gaps.REFUSE) {
      problems.require(
          "",
          false,
          "misses "
              + missing(rows, stepNanos)
              + " of its rows, which are "
              + Nanos.spell(stepNanos)
              + " apart, before "
              + named(after),
          "say what they stand for: 'gaps: hold', 'zero' or 'interpolate'");
    }
    problems.require(
        "",
        rows.size() + missing(rows, stepNanos) <= MOST_ROWS,
        "would have more than ten million rows with its gaps filled",
        "cut it into parts or give a longer step");
  }

  private static long missing(List<Row> rows, long stepNanos) {
    long sum = 0;
    for (int i = 1; i < rows.size(); i++) {
      sum += missing(rows.get(i - 1), rows.get(i), stepNanos);
    }
    return sum;
  }

  private static long missing(Row before, Row row, long stepNanos) {
    long distance = row.nanos() - before.nanos();
    long steps = distance / stepNanos;
    return distance % stepNanos > stepNanos / 2 ? steps : steps - 1;
  }

  private static boolean goesBack(Row before, Row row) {
    return row.nanos() < before.nanos();
  }

  private static boolean standsStill(Row before, Row row) {
    return row.nanos() == before.nanos();
  }

  /** What is asked of a row and the one before it. */
  private interface Neighbours {
    boolean hold(Row before, Row row);
  }

  private static List<Long> lines(List<Row> rows, Neighbours asked) {
    List<Long> found = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (asked.hold(rows.get(i - 1), rows.get(i))) {
        found.add(rows.get(i).line());
      }
    }
    return found;
  }

  private static List<Long> impossible(List<Row> rows) {
    return rows.stream()
        .filter(row -> !Checks.possible(row.perSecond()))
        .map(Row::line)
        .toList();
  }

  private static void refuse(Problems problems, List<Long> lines, String what) {
    problems.require("", lines.isEmpty(), what + named(lines));
  }

  private static String named(List<Long> lines) {
    String first =
        lines.stream().limit(NAMED_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    int more = lines.size() - NAMED_LINES;
    return (lines.size() > 1 ? "lines " : "line ")
        + first
        + (more > 0 ? " and " + more + " more" : "");
  }
}
