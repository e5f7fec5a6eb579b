package headroom.reports.page;

import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables for paper: what is too wide for a sheet goes on below, with the names of its rows again. */
final class Sheets {

  // A sheet's width in digits of a table's font, the blanks between columns included.
  private static final int LETTERS = 96;
  private static final int NAMES = 19;
  private static final int GAP = 2;
  // Words are broken where they must, numbers never.
  private static final int LEAST_OF_WORDS = 8;

  private Sheets() {}

  /** The table, or as many as it takes, each with the first column and some of the others. */
  static List<Table> of(Table table) {
    List<List<Integer>> parts = new ArrayList<>();
    int used = LETTERS;
    for (int column = 1; column < table.columns().size(); column++) {
      int width = width(table, column) + GAP;
      if (used + width > LETTERS) {
        parts.add(new ArrayList<>(List.of(0)));
        used = NAMES + GAP;
      }
      used += width;
      parts.get(parts.size() - 1).add(column);
    }
    if (parts.size() < 2) {
      return List.of(table);
    }
    List<Table> sheets = new ArrayList<>();
    for (List<Integer> part : parts) {
      sheets.add(part(table, part, sheets.size() + 1));
    }
    return sheets;
  }

  private static int width(Table table, int index) {
    Column column = table.columns().get(index);
    Stream<String> cells = table.rows().stream().map(row -> row.get(index));
    int heading = longest(Stream.of(column.heading().split("[ -]")));
    return column.kind() == Table.Kind.NUMBER
        ? Math.max(heading, longest(cells))
        : Math.max(heading, Math.min(LEAST_OF_WORDS, longest(cells)));
  }

  private static int longest(Stream<String> texts) {
    return texts.mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
  }

  private static Table part(Table table, List<Integer> columns, int number) {
    return new Table(
        number == 1 ? table.id() : table.id() + "-" + number,
        number == 1 ? table.caption() : table.caption() + " (continued)",
        columns.stream().map(table.columns()::get).toList(),
        table.rows().stream()
            .map(row -> columns.stream().map(row::get).toList())
            .toList());
  }
}
