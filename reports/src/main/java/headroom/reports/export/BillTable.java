package headroom.reports.export;

import headroom.billing.FocusColumn;
import headroom.billing.FocusRow;
import headroom.billing.FocusRows;
import headroom.scenarios.experiment.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code bill.csv}: the bill of the shown replication in the columns of FOCUS. */
record BillTable(Outcome outcome) {

  void writeTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(Stream.of(FocusColumn.values()).map(FocusColumn::id).toList());
      for (FocusRow row :
          FocusRows.of(outcome.shownBill(), outcome.trial().scenario().name())) {
        for (FocusColumn column : FocusColumn.values()) {
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
