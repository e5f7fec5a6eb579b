package headroom.scenarios.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV file that say when something was down, or when it was up. */
public final class OutageRows {

  private static final int MOST_ROWS = 1_000_000;

  /**
   * A row.
   *
   * @param node what it is about; empty where the file is about one thing
   * @param fromNanos when it begins, in nanoseconds since 1970 in UTC
   * @param toNanos when it ends, never before it begins
   * @param line the line of the file
   */
  public record Row(String node, long fromNanos, long toNanos, int line) {}

  /**
   * Which columns say what.
   *
   * @param node the column that names the node, if there are several
   * @param from the column of beginnings
   * @param to the column of ends
   * @param where a column and the value that rows must have in it, if not all rows count
   */
  public record Columns(Optional<String> node, String from, String to, Optional<Where> where) {}

  /** Rows count that have this value in that column. */
  public record Where(String column, String value) {}

  private OutageRows() {}

  /**
   * Reads the rows that count, in the file's order.
   *
   * @throws InputException when the file is no such record: no such column, a time that is none, an
   *     end before its beginning, or no row that counts
   */
  public static List<Row> read(Path file, String name, Columns columns) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader csv = CsvReader.open(file, name)) {
      Optional<Integer> node = columns.node().map(csv::column);
      int from = csv.column(columns.from());
      int to = csv.column(columns.to());
      Optional<Integer> where = columns.where().map(only -> csv.column(only.column()));
      while (csv.next()) {
        if (where.isEmpty()
            || csv.text(where.get())
                .strip()
                .equals(columns.where().orElseThrow().value())) {
          rows.add(row(csv, node.map(csv::text).map(String::strip).orElse(""), from, to));
        }
        if (rows.size() > MOST_ROWS) {
          throw csv.wrong("has more than " + MOST_ROWS + " rows that count; choose some of them");
        }
      }
    }
    if (rows.isEmpty()) {
      throw new InputException(Position.ofFile(name), "no row counts; see the columns' values");
    }
    return rows;
  }

  private static Row row(CsvReader csv, String node, int from, int to) {
    long begins = time(csv, from);
    long ends = time(csv, to);
    if (ends < begins) {
      throw csv.wrong("the end, " + Shown.quoted(csv.text(to)) + ", comes before the beginning, "
          + Shown.quoted(csv.text(from)) + "; correct the row, or leave it out");
    }
    return new Row(node, begins, ends, csv.line());
  }

  private static long time(CsvReader csv, int column) {
    String text = csv.text(column);
    return TimeColumn.nanos(text)
        .orElseThrow(() -> csv.wrong(Shown.quoted(csv.header().get(column))
            + " must be a time, was " + Shown.quoted(text)
            + "; for example 2014-04-10 00:04:00, or seconds"));
  }
}
