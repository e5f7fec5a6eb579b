package headroom.scenarios.wire;

import headroom.results.LatencySketch;
import java.io.DataInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes that a {@link WireWriter} wrote back into values; those of another version are refused. */
public final class WireReader {

  private final DataInput in;
  private final List<Class<?>> types = new ArrayList<>();
  private final Map<Class<?>, Form> forms = new LinkedHashMap<>();

  public WireReader(DataInput in) {
    this.in = in;
  }

  /**
   * Reads a value.
   *
   * @throws IOException when it is not one of this type, or not one that this version has
   */
  public <T> T read(Class<T> type) throws IOException {
    Object value = value();
    if (!type.isInstance(value)) {
      throw new IOException(
          "not a " + type.getSimpleName() + ": " + value.getClass().getName());
    }
    return type.cast(value);
  }

  private Object value() throws IOException {
    Kind kind = Kind.of(in.readByte());
    return switch (kind) {
      case TEXT -> text();
      case WHOLE -> in.readInt();
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case TRUTH -> in.readBoolean();
      case WORD -> word(type(), text());
      case PARTS -> whole(type());
      case DECIMAL -> new BigDecimal(text());
      case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
      case DURATION -> Duration.ofSeconds(in.readLong(), in.readInt());
      case ZONE -> ZoneId.of(text());
      case BITS -> BitSet.valueOf(longs());
      case WHOLES -> wholes();
      case LONGS -> longs();
      case DOUBLES -> doubles();
      case DECIMALS -> decimals();
      case LATENCIES -> LatencySketch.readFrom(in);
      default -> collection(kind);
    };
  }

  private Object collection(Kind kind) throws IOException {
    List<Object> values = all();
    return switch (kind) {
      case LIST -> List.copyOf(values);
      case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(values));
      case MAP -> Collections.unmodifiableMap(map(new LinkedHashMap<>(), values));
      case SORTED_MAP -> sorted(values);
      case OPTIONAL -> values.stream().findFirst();
      case OPTIONAL_INT ->
        values.isEmpty() ? OptionalInt.empty() : OptionalInt.of((Integer) values.get(0));
      case OPTIONAL_LONG ->
        values.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) values.get(0));
      case OPTIONAL_DOUBLE ->
        values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((Double) values.get(0));
      default -> throw new IOException("no collection: " + kind);
    };
  }

  private SortedMap<Object, Object> sorted(List<Object> keys) throws IOException {
    TreeMap<Object, Object> map = new TreeMap<>();
    map(map, keys);
    return Collections.unmodifiableSortedMap(map);
  }

  private Map<Object, Object> map(Map<Object, Object> map, List<Object> keys) throws IOException {
    List<Object> values = all();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  private List<Object> all() throws IOException {
    int size = in.readInt();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(value());
    }
    return values;
  }

  private Object whole(Class<?> type) throws IOException {
    Form form = forms.computeIfAbsent(type, Form::of);
    Object[] parts = new Object[form.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value();
    }
    try {
      return form.whole(parts);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("not a " + type.getSimpleName(), e);
    }
  }

  private static Object word(Class<?> type, String name) throws IOException {
    Object[] constants = type.getEnumConstants();
    for (Object constant : Optional.ofNullable(constants).orElse(new Object[0])) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("no " + type.getSimpleName() + " " + name);
  }

  private Class<?> type() throws IOException {
    int number = in.readUnsignedShort();
    if (number < types.size()) {
      return types.get(number);
    }
    String name = text();
    if (!Form.isOurWord(name)) {
      throw new IOException("not a class of ours: " + name);
    }
    try {
      types.add(Class.forName(name, false, WireReader.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IOException("this version has no " + name, e);
    }
    return types.get(number);
  }

  private int[] wholes() throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private long[] longs() throws IOException {
    long[] numbers = new long[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  private double[] doubles() throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  private BigDecimal[] decimals() throws IOException {
    BigDecimal[] decimals = new BigDecimal[in.readInt()];
    for (int i = 0; i < decimals.length; i++) {
      decimals[i] = new BigDecimal(text());
    }
    return decimals;
  }

  private String text() throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
