package headroom.reports.figure;

import java.util.List;

/**
 * A table as a value; the first column names the rows.
 *
 * @param id unique on its page
 * @param caption what it lists
 * @param columns its columns
 * @param rows cells in the order of the columns
 */
public record Table(String id, String caption, List<Column> columns, List<List<String>> rows) {

  /** What a column's cells are, and so how they are set. */
  public enum Kind {
    TEXT,
    /** Numbers, set flush right. */
    NUMBER,
    /** Names as files and commands use them. */
    CODE,
    /** Lines of text in which every character is equally wide. */
    LINES
  }

  /**
   * A column.
   *
   * @param heading what its cells are
   * @param kind how they are set
   */
  public record Column(String heading, Kind kind) {

    public static Column text(String heading) {
      return new Column(heading, Kind.TEXT);
    }

    public static Column number(String heading) {
      return new Column(heading, Kind.NUMBER);
    }

    public static Column lines(String heading) {
      return new Column(heading, Kind.LINES);
    }

    public static Column code(String heading) {
      return new Column(heading, Kind.CODE);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells in a row of " + columns.size());
      }
    }
  }
}
