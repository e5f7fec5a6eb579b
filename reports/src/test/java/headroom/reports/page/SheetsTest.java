package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sheet of paper has no scroll bar: what would lie beyond its edge goes on below. */
class SheetsTest {

  private static Table table(int columns, String cell) {
    List<Column> heads = new ArrayList<>(List.of(Column.text("Figure")));
    List<String> row = new ArrayList<>(List.of("Cost per month"));
    for (int i = 1; i <= columns; i++) {
      heads.add(Column.number("variant " + i));
      row.add(cell + i);
    }
    return new Table("all", "Every figure", heads, List.of(row));
  }

  @Test
  void whatFitsStays() {
    Table narrow = table(3, "429.50 ± 2.42 USD ");
    assertSame(narrow, Sheets.of(narrow).get(0));
    assertEquals(1, Sheets.of(narrow).size());
  }

  @Test
  void whatDoesNotIsToldInPartsThatEachNameTheirRows() {
    List<Table> sheets = Sheets.of(table(8, "99.998 % (99.991 to 100.000 %) "));
    assertEquals(
        List.of("all", "all-2", "all-3", "all-4"),
        sheets.stream().map(Table::id).toList());
    assertEquals("Every figure (continued)", sheets.get(1).caption());
    List<String> told = new ArrayList<>();
    for (Table sheet : sheets) {
      assertEquals("Cost per month", sheet.rows().get(0).get(0));
      told.addAll(sheet.rows().get(0).subList(1, sheet.rows().get(0).size()));
    }
    assertEquals(table(8, "99.998 % (99.991 to 100.000 %) ").rows().get(0).subList(1, 9), told);
  }

  @Test
  void aColumnWiderThanASheetStandsAlone() {
    List<Table> sheets = Sheets.of(table(2, "9".repeat(200)));
    assertEquals(List.of(2, 2), sheets.stream().map(s -> s.columns().size()).toList());
  }
}
