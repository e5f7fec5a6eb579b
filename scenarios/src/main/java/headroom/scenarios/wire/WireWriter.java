package headroom.scenarios.wire;

import headroom.results.LatencySketch;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * Values into bytes: records and classes made like them part by part, and what the Java library has
 * for parts. A class is named where it occurs for the first time and numbered from then on.
 */
public final class WireWriter {

  private final DataOutput out;
  private final Map<Class<?>, Integer> numbers = new LinkedHashMap<>();
  private final Map<Class<?>, Form> forms = new LinkedHashMap<>();

  public WireWriter(DataOutput out) {
    this.out = out;
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException when there is no way to write it
   */
  public void write(Object value) throws IOException {
    if (!number(value) && !words(value) && !collection(value) && !columns(value)) {
      parts(value);
    }
  }

  private boolean number(Object value) throws IOException {
    if (value instanceof Integer whole) {
      begin(Kind.WHOLE).writeInt(whole);
    } else if (value instanceof Long whole) {
      begin(Kind.LONG).writeLong(whole);
    } else if (value instanceof Double real) {
      begin(Kind.DOUBLE).writeDouble(real);
    } else if (value instanceof Boolean truth) {
      begin(Kind.TRUTH).writeBoolean(truth);
    } else if (value instanceof BigDecimal decimal) {
      begin(Kind.DECIMAL);
      text(decimal.toString());
    } else if (value instanceof Instant instant) {
      begin(Kind.INSTANT).writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
    } else if (value instanceof Duration duration) {
      begin(Kind.DURATION).writeLong(duration.getSeconds());
      out.writeInt(duration.getNano());
    } else {
      return false;
    }
    return true;
  }

  private boolean words(Object value) throws IOException {
    if (value instanceof String text) {
      begin(Kind.TEXT);
      text(text);
    } else if (value instanceof Enum<?> word) {
      begin(Kind.WORD);
      type(word.getDeclaringClass());
      text(word.name());
    } else if (value instanceof ZoneId zone) {
      begin(Kind.ZONE);
      text(zone.getId());
    } else {
      return false;
    }
    return true;
  }

  private boolean collection(Object value) throws IOException {
    if (value instanceof List<?> list) {
      begin(Kind.LIST);
      all(list);
    } else if (value instanceof Set<?> set) {
      begin(Kind.SET);
      all(set);
    } else if (value instanceof Map<?, ?> map) {
      begin(map instanceof SortedMap ? Kind.SORTED_MAP : Kind.MAP);
      all(map.keySet());
      all(map.values());
    } else if (value instanceof Optional<?> optional) {
      begin(Kind.OPTIONAL);
      all(optional.stream().toList());
    } else if (value instanceof OptionalInt optional) {
      begin(Kind.OPTIONAL_INT);
      all(optional.stream().boxed().toList());
    } else if (value instanceof OptionalLong optional) {
      begin(Kind.OPTIONAL_LONG);
      all(optional.stream().boxed().toList());
    } else if (value instanceof OptionalDouble optional) {
      begin(Kind.OPTIONAL_DOUBLE);
      all(optional.stream().boxed().toList());
    } else {
      return false;
    }
    return true;
  }

  private boolean columns(Object value) throws IOException {
    if (value instanceof double[] numbers) {
      begin(Kind.DOUBLES).writeInt(numbers.length);
      for (double number : numbers) {
        out.writeDouble(number);
      }
    } else if (value instanceof long[] numbers) {
      longs(Kind.LONGS, numbers);
    } else if (value instanceof BitSet bits) {
      longs(Kind.BITS, bits.toLongArray());
    } else if (value instanceof int[] numbers) {
      begin(Kind.WHOLES).writeInt(numbers.length);
      for (int number : numbers) {
        out.writeInt(number);
      }
    } else if (value instanceof BigDecimal[] decimals) {
      begin(Kind.DECIMALS).writeInt(decimals.length);
      for (BigDecimal decimal : decimals) {
        text(decimal.toString());
      }
    } else if (value instanceof LatencySketch sketch) {
      begin(Kind.LATENCIES);
      sketch.writeTo(out);
    } else {
      return false;
    }
    return true;
  }

  private void longs(Kind kind, long[] numbers) throws IOException {
    begin(kind).writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  private void parts(Object value) throws IOException {
    Class<?> type = value.getClass();
    Form form = forms.computeIfAbsent(type, Form::of);
    begin(Kind.PARTS);
    type(type);
    for (int i = 0; i < form.size(); i++) {
      write(form.part(value, i));
    }
  }

  private void all(Collection<?> values) throws IOException {
    out.writeInt(values.size());
    for (Object each : values) {
      write(each);
    }
  }

  private DataOutput begin(Kind kind) throws IOException {
    out.writeByte(kind.ordinal());
    return out;
  }

  private void type(Class<?> type) throws IOException {
    Integer known = numbers.putIfAbsent(type, numbers.size());
    out.writeShort(known == null ? numbers.size() - 1 : known);
    if (known == null) {
      text(type.getName());
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
