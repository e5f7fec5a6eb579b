package headroom.reports.export;

import headroom.billing.FocusColumn;
import headroom.billing.FocusRow;
import headroom.billing.FocusVersion;
import headroom.reports.parquet.ParquetColumn;
import headroom.reports.parquet.ParquetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code bill.parquet}: the rows and columns of {@code bill.csv} with their types. */
record BillParquet(List<FocusRow> rows, FocusVersion version) {

  void writeTo(OutputStream out) throws IOException {
    List<FocusColumn> columns = FocusColumn.of(rows, version);
    List<ParquetColumn> typed = columns.stream()
        .map(column -> new ParquetColumn(column.id(), kind(column)))
        .toList();
    try (ParquetFile file = new ParquetFile(out, "bill", typed)) {
      for (FocusRow row : rows) {
        file.row(columns.stream()
            .<Optional<?>>flatMap(column -> Stream.of(cell(row, column)))
            .toList());
      }
    }
  }

  private static ParquetColumn.Kind kind(FocusColumn column) {
    return switch (column.kind()) {
      case TEXT, JSON -> ParquetColumn.Kind.TEXT;
      case TIME -> ParquetColumn.Kind.TIME;
      case DECIMAL ->
        column.id().endsWith("UnitPrice")
            ? ParquetColumn.Kind.UNIT_PRICE
            : ParquetColumn.Kind.DECIMAL;
    };
  }

  private static Optional<?> cell(FocusRow row, FocusColumn column) {
    return switch (column.kind()) {
      case TEXT, JSON -> row.text(column);
      case TIME -> row.time(column);
      case DECIMAL -> row.decimal(column);
    };
  }
}
