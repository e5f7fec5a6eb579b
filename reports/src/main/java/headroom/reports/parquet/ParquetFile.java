package headroom.reports.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * A table that is written as a Parquet file. Nothing is compressed beyond the format's own encodings,
 * so that the bytes are the same on every machine.
 */
public final class ParquetFile implements AutoCloseable {

  private final ParquetWriter<List<Optional<?>>> rows;

  /** Begins a file on a stream, which stays open. */
  public ParquetFile(OutputStream out, String table, List<ParquetColumn> columns)
      throws IOException {
    rows = new Builder(new StreamFile(out), table, List.copyOf(columns))
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .build();
  }

  /** Writes one row, cells in the order of the columns. */
  public void row(List<Optional<?>> cells) throws IOException {
    rows.write(cells);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class Builder extends ParquetWriter.Builder<List<Optional<?>>, Builder> {

    private final String table;
    private final List<ParquetColumn> columns;

    Builder(OutputFile file, String table, List<ParquetColumn> columns) {
      super(file);
      this.table = table;
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<List<Optional<?>>> getWriteSupport(Configuration configuration) {
      return new Rows(table, columns);
    }
  }

  /** Hands the cells of rows to the library. */
  private static final class Rows extends WriteSupport<List<Optional<?>>> {

    private final String table;
    private final List<ParquetColumn> columns;
    private Optional<RecordConsumer> consumer = Optional.empty();

    Rows(String table, List<ParquetColumn> columns) {
      this.table = table;
      this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(
          new MessageType(table, columns.stream().map(ParquetColumn::type).toList()), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = Optional.of(recordConsumer);
    }

    @Override
    public void write(List<Optional<?>> cells) {
      RecordConsumer out = consumer.orElseThrow();
      out.startMessage();
      for (int i = 0; i < cells.size(); i++) {
        ParquetColumn column = columns.get(i);
        int field = i;
        cells.get(i).ifPresent(cell -> {
          out.startField(column.name(), field);
          column.write(cell, out);
          out.endField(column.name(), field);
        });
      }
      out.endMessage();
    }
  }
}
