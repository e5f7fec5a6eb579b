package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.reports.parquet.ParquetColumn;
import headroom.reports.parquet.ParquetColumn.Kind;
import headroom.reports.parquet.ParquetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files read back by the library's own reader. */
class ParquetFilesTest {

  @Test
  void everyKindOfCellIsReadBack(@TempDir Path home) throws IOException {
    Path file = home.resolve("some.parquet");
    List<ParquetColumn> columns = List.of(
        new ParquetColumn("name", Kind.TEXT),
        new ParquetColumn("at", Kind.TIME),
        new ParquetColumn("usd", Kind.DECIMAL),
        new ParquetColumn("price", Kind.UNIT_PRICE),
        new ParquetColumn("load", Kind.NUMBER));
    try (OutputStream out = Files.newOutputStream(file);
        ParquetFile table = new ParquetFile(out, "some", columns)) {
      table.row(List.of(
          Optional.of("größer"),
          Optional.of(Instant.parse("2026-07-01T00:00:01.500Z")),
          Optional.of(new BigDecimal("-0.000000000001")),
          Optional.of(new BigDecimal("0.0116")),
          Optional.of(0.1)));
      table.row(List.of(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty()));
    }
    List<Group> rows = rows(file);
    assertEquals(2, rows.size());
    Group first = rows.get(0);
    assertEquals("größer", first.getString("name", 0));
    assertEquals(
        Instant.parse("2026-07-01T00:00:01.500Z").toEpochMilli(), first.getLong("at", 0));
    assertEquals(0, new BigDecimal("-0.000000000001").compareTo(decimal(first, "usd", 14)));
    assertEquals(0, new BigDecimal("0.0116").compareTo(decimal(first, "price", 16)));
    assertEquals(0.1, first.getDouble("load", 0));
    for (ParquetColumn column : columns) {
      assertEquals(0, rows.get(1).getFieldRepetitionCount(column.name()));
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes(@TempDir Path home) throws IOException {
    byte[][] bytes = new byte[2][];
    for (int i = 0; i < 2; i++) {
      Path file = home.resolve(i + ".parquet");
      try (OutputStream out = Files.newOutputStream(file);
          ParquetFile table = new ParquetFile(
              out, "some", List.of(new ParquetColumn("load", Kind.NUMBER)))) {
        for (int row = 0; row < 1_000; row++) {
          table.row(List.of(Optional.of(row * 0.1)));
        }
      }
      bytes[i] = Files.readAllBytes(file);
    }
    assertEquals(true, Arrays.equals(bytes[0], bytes[1]));
  }

  static List<Group> rows(Path file) throws IOException {
    List<Group> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records = new ColumnIOFactory()
            .getColumnIO(schema)
            .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          rows.add(records.read());
        }
      }
    }
    return rows;
  }

  private static BigDecimal decimal(Group row, String column, int scale) {
    return new BigDecimal(new BigInteger(row.getBinary(column, 0).getBytes()), scale);
  }
}
