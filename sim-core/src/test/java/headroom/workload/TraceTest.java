package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trace of 2/s, 6/s and 4/s, ten seconds each. */
class TraceTest {

  private static final long S = Nanos.SECOND;

  private static Trace trace(Readings.Between between, long offset, Trace.Then then) {
    long[] starts = {0, 10 * S, 20 * S};
    return new Trace(new Readings(starts, new double[] {2, 6, 4}, 30 * S, between), offset, then);
  }

  @ParameterizedTest(name = "{0}, {1}: at {2} s {3}/s, by then {4}")
  @CsvSource({
    "STEP, END, 0, 2, 0",
    "STEP, END, 9.999999999, 2, 19.999999998",
    "STEP, END, 10, 6, 20",
    "STEP, END, 29.999999999, 4, 119.999999996",
    "STEP, END, 30, 0, 120",
    "STEP, END, 1000, 0, 120",
    "STEP, HOLD, 30, 4, 120",
    "STEP, HOLD, 130, 4, 520",
    "STEP, WRAP, 30, 2, 120",
    "STEP, WRAP, 45, 6, 170",
    "STEP, WRAP, 3015, 6, 12050",
    "LINEAR, END, 0, 2, 0",
    "LINEAR, END, 5, 4, 15",
    "LINEAR, END, 10, 6, 40",
    "LINEAR, END, 15, 5, 67.5",
    "LINEAR, END, 25, 4, 110",
    "LINEAR, END, 30, 0, 130",
    "LINEAR, HOLD, 40, 4, 170",
    "LINEAR, WRAP, 35, 4, 145",
  })
  void aTraceIsReadAsItSays(
      Readings.Between between, Trace.Then then, double second, double rate, double requests) {
    Trace trace = trace(between, 0, then);
    long at = Math.round(second * S);
    assertEquals(rate, trace.at(at), 1e-9);
    assertEquals(requests, trace.integral(0, at), 1e-9);
  }

  @Test
  void anOffsetBeginsInTheMiddle() {
    Trace trace = trace(Readings.Between.STEP, 15 * S, Trace.Then.WRAP);
    assertEquals(6, trace.at(0));
    assertEquals(4, trace.at(5 * S));
    assertEquals(2, trace.at(15 * S));
    assertEquals(5 * 6 + 10 * 4 + 10 * 2, trace.integral(0, 25 * S), 1e-9);
  }

  @Test
  void changesAreTheRowsAndTheEnd() {
    Trace ends = trace(Readings.Between.STEP, 0, Trace.Then.END);
    assertEquals(10 * S, ends.nextChange(0));
    assertEquals(20 * S, ends.nextChange(10 * S));
    assertEquals(30 * S, ends.nextChange(30 * S - 1));
    assertEquals(Long.MAX_VALUE, ends.nextChange(30 * S));
    assertEquals(40 * S, trace(Readings.Between.STEP, 0, Trace.Then.WRAP).nextChange(30 * S));
  }

  @Test
  void theInverseOfAnEndedTraceIsNever() {
    Trace trace = trace(Readings.Between.STEP, 0, Trace.Then.END);
    assertEquals(30 * S, trace.inverse(0, 120));
    assertEquals(Long.MAX_VALUE, trace.inverse(0, 120.001));
    assertEquals(Long.MAX_VALUE, trace.inverse(40 * S, 1e-9));
  }

  @Test
  void theMaximumIsThatOfTheInterval() {
    Trace wraps = trace(Readings.Between.STEP, 0, Trace.Then.WRAP);
    assertEquals(2, wraps.maximum(0, 10 * S));
    assertEquals(6, wraps.maximum(20 * S, 45 * S));
    assertEquals(6, wraps.maximum(0, Long.MAX_VALUE));
    assertEquals(4, trace(Readings.Between.STEP, 0, Trace.Then.HOLD).maximum(50 * S, 60 * S));
    assertEquals(5, trace(Readings.Between.LINEAR, 0, Trace.Then.END).maximum(15 * S, 16 * S));
  }

  @ParameterizedTest
  @CsvSource({"END, 7, 0, 35", "HOLD, 7, 7, 700", "WRAP, 7, 7, 700"})
  void oneRowIsATraceToo(Trace.Then then, double inside, double after, double total) {
    Readings row = new Readings(new long[1], new double[] {7}, 5 * S, Readings.Between.LINEAR);
    Trace trace = new Trace(row, 0, then);
    assertEquals(inside, trace.at(5 * S - 1));
    assertEquals(after, trace.at(5 * S));
    assertEquals(total, trace.integral(0, 100 * S), 1e-9);
  }

  @Test
  void equalReadingsAreEqual() {
    Trace one = trace(Readings.Between.STEP, 0, Trace.Then.END);
    assertEquals(one, trace(Readings.Between.STEP, 0, Trace.Then.END));
    assertEquals(one.hashCode(), trace(Readings.Between.STEP, 0, Trace.Then.END).hashCode());
    assertFalse(one.equals(trace(Readings.Between.LINEAR, 0, Trace.Then.END)));
  }

  /** A year of minutes, a hundred thousand arrivals far apart: a look-up each, not a walk. */
  @Test
  void aYearOfMinutesKeepsItsTotal() {
    int rows = 525_600;
    long[] starts = new long[rows];
    double[] rates = new double[rows];
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      starts[row] = 60 * S * row;
      rates[row] = (row % 1440) / 1440.0 / 150;
      sum += rates[row] * 60;
    }
    long length = 60 * S * rows;
    Trace year =
        new Trace(new Readings(starts, rates, length, Readings.Between.STEP), 0, Trace.Then.END);
    assertEquals(sum, year.integral(0, length), 1e-7);
    ArrivalStream arrivals = Luck.stream(new Regular(), year, 1, 0, length);
    long last = 0;
    for (long at = arrivals.next(); at != Long.MAX_VALUE; at = arrivals.next()) {
      assertTrue(at > last);
      last = at;
    }
    assertEquals(Math.round(sum), arrivals.arrived());
  }
}
