package headroom.scenarios.experiment;

import headroom.results.PricePath;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records as bytes, component by component, and back. */
final class RecordCodec {

  private RecordCodec() {}

  static void write(DataOutput out, Record value) throws IOException {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        writeValue(out, component.getType(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a component that cannot be read: " + component, e);
      }
    }
  }

  static <T extends Record> T read(DataInput in, Class<T> type) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = readValue(in, types[i]);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("not a " + type.getSimpleName(), e);
    }
  }

  private static void writeValue(DataOutput out, Class<?> type, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeUTF(text);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof double[] numbers) {
      writeNumbers(out, numbers);
    } else if (value instanceof Enum<?> word) {
      out.writeUTF(word.name());
    } else if (value instanceof Instant instant) {
      out.writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
    } else if (value instanceof PricePath path) {
      writePath(out, path);
    } else if (value instanceof Record part) {
      write(out, part);
    } else {
      throw new IllegalStateException("no way to write a " + type);
    }
  }

  private static Object readValue(DataInput in, Class<?> type) throws IOException {
    if (type == String.class) {
      return in.readUTF();
    } else if (type == int.class) {
      return in.readInt();
    } else if (type == long.class) {
      return in.readLong();
    } else if (type == double.class) {
      return in.readDouble();
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type == double[].class) {
      return readNumbers(in);
    } else if (type.isEnum()) {
      return constant(type, in.readUTF());
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(in.readLong(), in.readInt());
    } else if (type == PricePath.class) {
      return readPath(in);
    }
    return read(in, type.asSubclass(Record.class));
  }

  private static Object constant(Class<?> type, String name) throws IOException {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("no " + type.getSimpleName() + " " + name);
  }

  static void writeNumbers(DataOutput out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static double[] readNumbers(DataInput in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  /** Prices with their ends; when the first began is nobody's question. */
  private static void writePath(DataOutput out, PricePath path) throws IOException {
    int size = 1;
    while (path.endNanos(size - 1) != Long.MAX_VALUE) {
      size++;
    }
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeUTF(path.perHour(i).toString());
      out.writeLong(path.endNanos(i));
    }
  }

  private static PricePath readPath(DataInput in) throws IOException {
    int size = in.readInt();
    List<BigDecimal> prices = new ArrayList<>(size);
    long[] from = new long[size];
    for (int i = 0; i < size; i++) {
      prices.add(new BigDecimal(in.readUTF()));
      long end = in.readLong();
      if (i + 1 < size) {
        from[i + 1] = end;
      }
    }
    from[0] = size > 1 ? Math.min(0, from[1] - 1) : 0;
    return new PricePath(from, prices.toArray(new BigDecimal[0]));
  }
}
