package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests at a real load balancer: 2,688 rows of five minutes, 172,324 requests, 7 rows missing. */
class RealTraceTest {

  private static final long STEP = 300 * Nanos.SECOND;

  /** Requests in the rows before the gaps: 6, 18, 7, 97, 26, 141 and 11. */
  private static final double BEFORE_GAPS = 306;

  private static List<TraceRows.Row> rows() throws IOException {
    List<TraceRows.Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(RealData.file("rate_elb_requests_5min.csv"));
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      LocalDateTime time = LocalDateTime.parse(cells[0].replace(' ', 'T'));
      long nanos = time.toEpochSecond(ZoneOffset.UTC) * Nanos.SECOND;
      rows.add(new TraceRows.Row(i + 1, nanos, Double.parseDouble(cells[1]) / 300));
    }
    return rows;
  }

  @Test
  void aGapIsAnErrorThatNamesItsLineAndTheCure() throws IOException {
    List<TraceRows.Row> rows = rows();
    assertEquals(STEP, TraceRows.usualStep(rows));
    List<Problem> problems = TraceRows.problems(rows, STEP, TraceRows.Gaps.REFUSE);
    assertEquals(
        "[misses 7 of its rows, which are 5m apart, before lines 140, 909, 1152 and 4 more;"
            + " say what they stand for: 'gaps: hold', 'zero' or 'interpolate']",
        problems.toString());
  }

  @Test
  void heldGapsCountTheRowBeforeThemTwice() throws IOException {
    Trace trace = trace(TraceRows.Gaps.HOLD);
    assertEquals(2695, trace.readings().size());
    assertEquals(172_324 + BEFORE_GAPS, trace.integral(0, Long.MAX_VALUE), 1e-6);
    assertEquals(172_324, trace(TraceRows.Gaps.ZERO).integral(0, Long.MAX_VALUE), 1e-6);
  }

  @Test
  void regularArrivalsRepeatEveryCount() throws IOException {
    List<TraceRows.Row> rows = rows();
    Trace trace = trace(TraceRows.Gaps.ZERO);
    ArrivalStream arrivals = Luck.stream(new Regular(), trace, 1, 0, Long.MAX_VALUE);
    long next = arrivals.next();
    for (TraceRows.Row row : rows) {
      long end = row.nanos() - rows.get(0).nanos() + STEP;
      int seen = 0;
      while (next < end) {
        seen++;
        next = arrivals.next();
      }
      assertEquals(row.perSecond() * 300, seen, 1e-9, "line " + row.line());
    }
    assertEquals(172_324, arrivals.arrived());
  }

  @Test
  void poissonArrivalsOfTheTraceAreAsManyAsExpected() throws IOException {
    Rate rate = new Scaled(trace(TraceRows.Gaps.HOLD), 40);
    ArrivalStream arrivals = Luck.stream(new Poisson(), rate, 1, 0, Long.MAX_VALUE);
    while (arrivals.next() != Long.MAX_VALUE) {
      assertTrue(arrivals.arrived() < 8_000_000);
    }
    double expected = 40 * (172_324 + BEFORE_GAPS);
    assertEquals(expected, (double) arrivals.arrived(), 2.58 * Math.sqrt(expected));
  }

  private static Trace trace(TraceRows.Gaps gaps) throws IOException {
    Readings readings = new TraceRows(rows(), STEP, gaps).readings(Readings.Between.STEP);
    return new Trace(readings, 0, Trace.Then.END);
  }
}
