package headroom.scenarios.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Pulls the rows of a CSV file (RFC 4180, one header row, UTF-8, also gzipped) one at a time, so
 * that memory does not grow with the file.
 */
public final class CsvReader implements AutoCloseable {

  private final String name;
  private final CsvRows rows;
  private final List<String> header;
  private final int headerLine;
  private List<String> row = List.of();
  private int line;

  private CsvReader(String name, CsvRows rows, List<String> header) {
    this.name = name;
    this.rows = rows;
    this.header = header;
    headerLine = rows.line();
  }

  /**
   * Opens a file, called {@code name} in messages, and reads its header row.
   *
   * @throws InputException when it is missing, a folder, unreadable or not CSV
   */
  public static CsvReader open(Path file, String name) {
    return open(file, name, 0, row -> {});
  }

  /**
   * Opens a file whose header row follows others, which are handed over.
   *
   * @param before how many rows come before the header
   */
  public static CsvReader open(
      Path file, String name, int before, Consumer<List<String>> preamble) {
    CsvRows rows = CsvRows.open(file, name);
    try {
      for (int i = 0; i < before; i++) {
        preamble.accept(rows.next());
      }
      return new CsvReader(name, rows, header(rows, name));
    } catch (InputException e) {
      rows.close();
      throw e;
    }
  }

  private static List<String> header(CsvRows rows, String name) {
    List<String> header = rows.next().stream().map(String::strip).toList();
    if (header.isEmpty()) {
      throw new InputException(Position.ofFile(name), "the file is empty");
    }
    Set<String> seen = new TreeSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw new InputException(
            Position.ofLine(name, rows.line()),
            "the column " + Shown.quoted(column) + " is there twice");
      }
    }
    return header;
  }

  /** The names of the columns, in their order. */
  public List<String> header() {
    return header;
  }

  /**
   * The index of a column.
   *
   * @throws InputException when the file has none of that name
   */
  public int column(String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new InputException(
          Position.ofLine(name, headerLine),
          "no column " + Shown.quoted(column) + "; " + Shown.cure(column, shown()));
    }
    return index;
  }

  /**
   * Steps to the next row; false at the end. Empty lines are passed over.
   *
   * @throws InputException when the row has another number of values than the header
   */
  public boolean next() {
    row = rows.next();
    line = rows.line();
    if (!row.isEmpty() && row.size() != header.size()) {
      throw wrong("has " + row.size() + " values where the header has " + header.size());
    }
    return !row.isEmpty();
  }

  private List<String> shown() {
    return header.stream().map(Shown::plain).toList();
  }

  /** The line of the file where the row starts, the file's first being line 1. */
  public int line() {
    return line;
  }

  /** The value of a column in this row; empty when it is blank. */
  public String text(int column) {
    return row.get(column);
  }

  public boolean isBlank(int column) {
    return text(column).isBlank();
  }

  /**
   * The number in a column of this row.
   *
   * @throws InputException when it is none
   */
  public double number(int column) {
    String text = text(column).strip();
    if (text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw wrong(Shown.quoted(header.get(column)) + " must be a number, was " + Shown.quoted(text));
  }

  /** A complaint about this row. */
  public InputException wrong(String message) {
    return new InputException(Position.ofLine(name, line), message);
  }

  @Override
  public void close() {
    rows.close();
  }
}
