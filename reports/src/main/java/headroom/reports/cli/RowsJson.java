package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import java.math.BigDecimal;
import java.util.List;

/** The rows of a text table as a list of JSON objects, named by its headings. */
final class RowsJson {

  private static final String NUMBER = "-?[0-9]{1,30}([.][0-9]{1,30})?";

  private RowsJson() {}

  /** Writes all rows but the first, which holds the headings; what reads as a number is one. */
  static void write(JsonWriter writer, List<List<String>> rows) {
    writer.beginArray();
    for (List<String> row : rows.subList(1, rows.size())) {
      writer.beginObject();
      for (int i = 0; i < row.size(); i++) {
        cell(writer.field(rows.get(0).get(i)), row.get(i));
      }
      writer.endObject();
    }
    writer.endArray();
  }

  private static void cell(JsonWriter writer, String text) {
    if (text.matches(NUMBER)) {
      writer.number(new BigDecimal(text));
    } else if (text.isEmpty() || text.equals("-")) {
      writer.nothing();
    } else {
      writer.string(text);
    }
  }
}
