package headroom.reports.parquet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column of a table that is to be a Parquet file; every cell may be empty.
 *
 * @param name its name
 * @param kind what its cells are
 */
public record ParquetColumn(String name, Kind kind) {

  private static final int PRECISION = 38;
  private static final int BYTES = 16;

  /** What the cells of a column are. */
  public enum Kind {
    /** Text. */
    TEXT(-1),
    /** {@link java.time.Instant}, to the millisecond (platform sheet §9.2, [O4]). */
    TIME(-1),
    /** {@link BigDecimal} with 14 decimals. */
    DECIMAL(14),
    /** {@link BigDecimal} with 16 decimals: prices for a unit. */
    UNIT_PRICE(16),
    /** {@link Double}. */
    NUMBER(-1);

    private final int scale;

    Kind(int scale) {
      this.scale = scale;
    }
  }

  Type type() {
    return switch (kind) {
      case TEXT ->
        Types.optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
      case TIME ->
        Types.optional(PrimitiveTypeName.INT64)
            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
            .named(name);
      case DECIMAL, UNIT_PRICE ->
        Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
            .length(BYTES)
            .as(LogicalTypeAnnotation.decimalType(kind.scale, PRECISION))
            .named(name);
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
    };
  }

  void write(Object cell, RecordConsumer out) {
    switch (kind) {
      case TEXT -> out.addBinary(Binary.fromString((String) cell));
      case TIME -> out.addLong(((java.time.Instant) cell).toEpochMilli());
      case DECIMAL, UNIT_PRICE -> out.addBinary(decimal((BigDecimal) cell));
      case NUMBER -> out.addDouble((Double) cell);
    }
  }

  /** Two's complement, most significant byte first, as the format has decimals. */
  private Binary decimal(BigDecimal value) {
    byte[] digits =
        value.setScale(kind.scale, RoundingMode.HALF_EVEN).unscaledValue().toByteArray();
    byte[] bytes = new byte[BYTES];
    java.util.Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, BYTES - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }
}
