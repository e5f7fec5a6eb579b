package headroom.scenarios.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Reads one column of a CSV trace against its time column, or against a fixed step. */
public final class TimeSeriesReader {

  /** More rows than this are refused: a trace is held in memory. */
  public static final int MOST_ROWS = 10_000_000;

  private long[] nanos = new long[1024];
  private double[] values = new double[1024];
  private int[] lines = new int[1024];
  private int size;
  private long last = Long.MIN_VALUE;

  private TimeSeriesReader() {}

  /**
   * Reads a trace whose rows say their time.
   *
   * @throws InputException when the file is no such trace: no such column, text in a number column,
   *     a negative value, a time that is none or goes back
   */
  public static TimeSeries timed(Path file, String name, String timeColumn, String valueColumn) {
    TimeSeriesReader reader = new TimeSeriesReader();
    try (CsvReader csv = CsvReader.open(file, name)) {
      int time = csv.column(timeColumn);
      int value = csv.column(valueColumn);
      while (csv.next()) {
        reader.add(csv, reader.time(csv, time, timeColumn), value, valueColumn);
      }
    }
    return reader.series(name);
  }

  /**
   * Reads a trace whose rows follow each other at a fixed step, the first at time 0.
   *
   * @throws InputException when the file is no such trace
   */
  public static TimeSeries stepped(Path file, String name, Duration step, String valueColumn) {
    TimeSeriesReader reader = new TimeSeriesReader();
    try (CsvReader csv = CsvReader.open(file, name)) {
      int value = csv.column(valueColumn);
      for (long row = 0; csv.next(); row++) {
        if (row > Long.MAX_VALUE / step.toNanos()) {
          throw csv.wrong("lies more than 292 years after the first row");
        }
        reader.add(csv, row * step.toNanos(), value, valueColumn);
      }
    }
    return reader.series(name);
  }

  private long time(CsvReader csv, int column, String name) {
    String text = csv.text(column);
    long time = TimeColumn.nanos(text)
        .orElseThrow(() -> csv.wrong(Shown.quoted(name)
            + " must be a time, was "
            + Shown.quoted(text)
            + "; for example 2014-04-10 00:04:00, or seconds since 1970"));
    if (time <= last) {
      String how = time == last ? "is there twice" : "goes back";
      throw csv.wrong(
          "the time " + how + ", " + Shown.quoted(text) + "; sort the rows, each time once");
    }
    last = time;
    return time;
  }

  private void add(CsvReader csv, long time, int column, String name) {
    if (csv.isBlank(column)) {
      return;
    }
    double value = csv.number(column);
    if (value < 0) {
      throw csv.wrong(Shown.quoted(name) + " must be 0 or more, was " + Numbers.text(value));
    }
    if (size == MOST_ROWS) {
      throw csv.wrong("a trace has at most " + MOST_ROWS + " rows; sum rows to a coarser step");
    }
    grow();
    nanos[size] = time;
    values[size] = value;
    lines[size++] = csv.line();
  }

  private void grow() {
    if (size == nanos.length) {
      int more = Math.min(MOST_ROWS, 2 * size);
      nanos = Arrays.copyOf(nanos, more);
      values = Arrays.copyOf(values, more);
      lines = Arrays.copyOf(lines, more);
    }
  }

  private TimeSeries series(String name) {
    if (size == 0) {
      throw new InputException(Position.ofFile(name), "the trace has no row with a value");
    }
    return new TimeSeries(
        Arrays.copyOf(nanos, size), Arrays.copyOf(values, size), Arrays.copyOf(lines, size));
  }
}
