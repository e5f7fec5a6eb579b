package headroom.reports.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells as lines of text, column under column. */
final class TextTable {

  private TextTable() {}

  /** The lines; the columns of these numbers stand at the right. */
  static List<String> lines(List<List<String>> rows, int... right) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    rows.forEach(row -> Arrays.setAll(
        widths, i -> Math.max(widths[i], i < row.size() ? Wrap.length(row.get(i)) : 0)));
    return rows.stream().map(row -> line(row, widths, right)).toList();
  }

  /**
   * The same where it fits into so many columns; else each row below the next, its first cell alone
   * on a line and the others after the first row's words for them.
   */
  static List<String> fitted(List<List<String>> rows, int columns, int... right) {
    List<String> lines = lines(rows, right);
    return rows.isEmpty() || lines.stream().allMatch(line -> Wrap.length(line) <= columns)
        ? lines
        : rows.stream()
            .skip(1)
            .flatMap(row -> below(rows.get(0), row, columns).stream())
            .toList();
  }

  private static List<String> below(List<String> words, List<String> row, int columns) {
    List<String> lines = new ArrayList<>(Wrap.lines(row.get(0).strip(), columns, "  "));
    for (int i = 1; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        lines.addAll(Wrap.lines("  " + words.get(i) + ": " + row.get(i), columns, "    "));
      }
    }
    return lines;
  }

  private static String line(List<String> row, int[] widths, int[] right) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      String blanks = " ".repeat(widths[i] - Wrap.length(row.get(i)));
      boolean atRight = Arrays.stream(right).anyMatch(each -> each == column);
      line.append(i == 0 ? "" : "  ").append(atRight ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }
}
