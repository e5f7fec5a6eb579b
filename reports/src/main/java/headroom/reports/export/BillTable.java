package headroom.reports.export;

import headroom.billing.FocusColumn;
import headroom.billing.FocusRow;
import headroom.billing.FocusVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code bill.csv}: the bill of the shown replication in the columns of FOCUS. */
record BillTable(List<FocusRow> rows, FocusVersion version) {

  void writeTo(OutputStream out) throws IOException {
    List<FocusColumn> columns = FocusColumn.of(rows, version);
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(columns.stream().map(FocusColumn::id).toList());
      for (FocusRow row : rows) {
        for (FocusColumn column : columns) {
          cell(csv, row, column);
        }
        csv.endLine();
      }
    }
  }

  private static void cell(CsvWriter csv, FocusRow row, FocusColumn column) throws IOException {
    Optional<BigDecimal> number =
        column.kind() == FocusColumn.Kind.DECIMAL ? row.decimal(column) : Optional.empty();
    if (number.isPresent()) {
      csv.number(number.get());
    } else {
      csv.text(row.text(column).orElse(""));
    }
  }
}
