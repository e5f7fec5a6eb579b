package headroom.reports.cli;

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
