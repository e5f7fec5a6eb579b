package headroom.workload;

import static headroom.workload.TraceRows.Gaps.HOLD;
import static headroom.workload.TraceRows.Gaps.INTERPOLATE;
import static headroom.workload.TraceRows.Gaps.REFUSE;
import static headroom.workload.TraceRows.Gaps.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceRowsTest {

  private static final long STEP = 300 * Nanos.SECOND;

  /** Rows at these steps with rates 10, 20, 30, …; the first stands in line 2. */
  private static List<TraceRows.Row> rows(double... steps) {
    List<TraceRows.Row> rows = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      rows.add(new TraceRows.Row(i + 2, (long) (steps[i] * STEP) + 77, 10 * (i + 1)));
    }
    return rows;
  }

  private static String said(List<TraceRows.Row> rows, TraceRows.Gaps gaps) {
    List<Problem> problems = TraceRows.problems(rows, STEP, gaps);
    return String.join(" | ", problems.stream().map(Problem::toString).toList());
  }

  /** Two rows are missing between 20/s and 30/s. */
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "HOLD, STEP, 20, 20, 20",
    "HOLD, LINEAR, 20, 20, 25",
    "ZERO, STEP, 0, 0, 0",
    "ZERO, LINEAR, 0, 0, 15",
    "INTERPOLATE, STEP, 23.333333333, 26.666666667, 26.666666667",
    "INTERPOLATE, LINEAR, 23.333333333, 26.666666667, 28.333333333",
  })
  void missingRowsAreTakenForWhatIsSaid(
      TraceRows.Gaps gaps, Readings.Between between, double first, double second, double later) {
    TraceRows rows = new TraceRows(rows(0, 1, 4), STEP, gaps);
    assertEquals(2, rows.missing());
    Trace trace = new Trace(rows.readings(between), 0, Trace.Then.END);
    assertEquals(20, trace.at(STEP), 1e-9);
    assertEquals(first, trace.at(2 * STEP), 1e-8);
    assertEquals(second, trace.at(3 * STEP), 1e-8);
    assertEquals(later, trace.at(3 * STEP + STEP / 2), 1e-8);
    assertEquals(30, trace.at(4 * STEP), 1e-9);
    assertEquals(5 * STEP, trace.readings().lengthNanos());
  }

  @Test
  void unevenRowsAreNoGap() {
    assertEquals("", said(rows(0, 1.5, 2.1, 3), REFUSE));
    assertEquals(0, new TraceRows(rows(0, 1.5, 2.1, 3), STEP, REFUSE).missing());
  }

  @Test
  void aGapIsAnErrorUnlessSaidOtherwise() {
    assertEquals(
        "misses 1 of its rows, which are 5m apart, before line 4;"
            + " say what they stand for: 'gaps: hold', 'zero' or 'interpolate'",
        said(rows(0, 1, 3), REFUSE));
    assertEquals(
        "misses 9 of its rows, which are 5m apart, before lines 3, 4, 5 and 1 more;"
            + " say what they stand for: 'gaps: hold', 'zero' or 'interpolate'",
        said(rows(0, 2, 4, 8, 13, 14), REFUSE));
    assertEquals("", said(rows(0, 1, 3), HOLD));
    assertEquals("", said(rows(0, 1, 3), ZERO));
    assertEquals("", said(rows(0, 1, 3), INTERPOLATE));
  }

  @Test
  void everythingWrongWithTheRowsIsSaidAtOnce() {
    List<TraceRows.Row> rows = new ArrayList<>(rows(0, 1, 0.5, 2, 2));
    rows.add(new TraceRows.Row(9, 900 * Nanos.SECOND + 77, Double.NaN));
    rows.add(new TraceRows.Row(10, 1200 * Nanos.SECOND + 77, -1));
    assertEquals(
        "goes back in time at line 4 | has the time of the row before at line 6"
            + " | has a rate that is not between 0 and 1e12/s at lines 9, 10",
        said(rows, REFUSE));
    assertEquals("has no rows", said(List.of(), REFUSE));
    assertEquals(
        "every: must be above 0; for example 5m",
        TraceRows.problems(rows(0), 0, HOLD).get(0).toString());
    assertEquals(
        "would have more than ten million rows with its gaps filled;"
            + " cut it into parts or give a longer step",
        said(rows(0, 10_000_001), ZERO));
  }

  @Test
  void theUsualStepIsThatOfMostRows() {
    assertEquals(STEP, TraceRows.usualStep(rows(0, 1, 2, 4, 5, 8)));
    assertEquals(STEP, TraceRows.usualStep(rows(0, 1, 3)));
    assertEquals(0, TraceRows.usualStep(rows(0)));
  }
}
