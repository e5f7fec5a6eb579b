package headroom.architecture.planted.calls;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The allowed neighbour of each banned call. */
@SuppressWarnings("NonApiType")
final class Harmless {

  private static final Map<String, String> ONE = Map.of("a", "b");

  double root(double square) {
    return Math.sqrt(square);
  }

  String lower(String word) {
    return String.format(Locale.ROOT, "%s", word.toLowerCase(Locale.ROOT));
  }

  int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  InputStreamReader reader(InputStream in) {
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  String ordered(LinkedHashMap<String, String> map, LinkedHashSet<String> set) {
    map.putAll(ONE);
    return String.join(",", map.keySet()) + String.join(",", set);
  }

  int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value);
  }
}
