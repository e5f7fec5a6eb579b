package headroom.scenarios.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.LatencySketch;
import headroom.results.PricePath;
import headroom.results.Window;
import headroom.workload.Readings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

  static List<Object> values() {
    return List.of(
        "naïve ☁ \"text\"",
        7,
        -8L,
        Double.MIN_VALUE,
        Double.NaN,
        true,
        new BigDecimal("0.10"),
        Instant.parse("2012-12-24T20:24:00.000000001Z"),
        Duration.ofSeconds(-3, 5),
        ZoneId.of("Europe/Berlin"),
        DayOfWeekOfOurs.MONDAY,
        BitSet.valueOf(new long[] {5, 1L << 62}),
        List.of(List.of(), List.of("a", 1)),
        new LinkedHashSet<>(List.of("z", "a")),
        new LinkedHashMap<>(Map.of("one", 1)),
        new TreeMap<>(Map.of("b", 1.5)),
        Optional.empty(),
        Optional.of(Optional.of("x")),
        OptionalInt.of(3),
        OptionalInt.empty(),
        OptionalLong.of(4),
        OptionalDouble.of(0.5),
        new Readings(new long[] {0, 10}, new double[] {1, 2}, 20, Readings.Between.LINEAR),
        new Window(Instant.EPOCH, 300_000_000_000L, 3_600_000_000_000L));
  }

  /** A word of a package of ours. */
  enum DayOfWeekOfOurs {
    MONDAY {
      @Override
      boolean isWork() {
        return true;
      }
    };

    abstract boolean isWork();
  }

  record Nested(DayOfWeekOfOurs word, List<Nested> parts) {}

  private static Object again(Object value) throws IOException {
    return Wire.read(Wire.bytes(value), value.getClass());
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueComesBack(Object value) throws IOException {
    assertEquals(value, Wire.read(Wire.bytes(value), Object.class));
  }

  @Test
  void orderComesBack() throws IOException {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);

    Map<?, ?> again = Wire.read(Wire.bytes(map), Map.class);

    assertEquals(List.of("z", "a"), List.copyOf(again.keySet()));
  }

  @Test
  void columnsComeBack() throws IOException {
    assertArrayEquals(new double[] {1, -0.0}, (double[]) again(new double[] {1, -0.0}));
    assertArrayEquals(new long[] {1L << 40}, (long[]) again(new long[] {1L << 40}));
    assertArrayEquals(new int[] {-1, 2}, (int[]) again(new int[] {-1, 2}));
  }

  @Test
  void aClassIsNamedOnce() {
    Nested leaf = new Nested(DayOfWeekOfOurs.MONDAY, List.of());
    int one = Wire.bytes(new Nested(DayOfWeekOfOurs.MONDAY, List.of(leaf))).length;
    int two = Wire.bytes(new Nested(DayOfWeekOfOurs.MONDAY, List.of(leaf, leaf))).length;

    assertTrue(two - one < 30, "another of the same took " + (two - one) + " bytes");
  }

  @Test
  void latenciesComeBackToTheLast() throws IOException {
    LatencySketch sketch = new LatencySketch();
    sketch.record(1_234_567);
    sketch.record(86_400_000_000_000L);
    LatencySketch again = Wire.read(Wire.bytes(sketch), LatencySketch.class);

    assertEquals(sketch.meanSeconds(), again.meanSeconds());
    assertEquals(sketch.quantileSeconds(0.5), again.quantileSeconds(0.5));
    again.record(900_000_000_000_000L); // beyond what it held: it still grows
    assertEquals(3, again.count());
    assertEquals(900_000, again.quantileSeconds(1));
  }

  @Test
  void aPricePathComesBack() throws IOException {
    PricePath path = new PricePath(
        new long[] {5, 9}, new BigDecimal[] {new BigDecimal("0.030"), new BigDecimal("1")});
    PricePath again = Wire.read(Wire.bytes(path), PricePath.class);

    assertEquals(9, again.endNanos(0));
    assertEquals("0.030", again.perHour(0).toString());
  }

  @Test
  void whatIsNotOursIsNotMade() {
    byte[] bytes = Wire.bytes(new Nested(DayOfWeekOfOurs.MONDAY, List.of()));
    String changed = new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(
            Nested.class.getName(), "javax." + "x".repeat(Nested.class.getName().length() - 6));

    IOException refused = assertThrows(
        IOException.class,
        () -> Wire.read(changed.getBytes(StandardCharsets.ISO_8859_1), Nested.class));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("not a class of ours: javax."));
  }

  @Test
  void anotherTypeIsRefused() {
    assertThrows(IOException.class, () -> Wire.read(Wire.bytes("text"), Window.class));
  }

  @Test
  void whatHasNoFormIsRefusedWhenWritten() {
    assertThrows(IllegalArgumentException.class, () -> Wire.bytes(new Object()));
  }
}
