package headroom.billing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A flat JSON object as the text of a FOCUS cell. */
final class FlatJson {

  private FlatJson() {}

  /** Members in the order of the map; numbers as they are, all else as strings. */
  static String of(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ": " + value(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    return value instanceof Number ? value.toString() : quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(escaped((char) c)));
    return json.append('"').toString();
  }

  private static String escaped(char c) {
    if (c == '"' || c == '\\') {
      return "\\" + c;
    }
    return c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
  }
}
