package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes trees as YAML that reads back as the same tree: blocks, small leaves on one line. */
public final class YamlWriter {

  private static final int WIDTH = 88;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_/.+-][A-Za-z0-9_/.+%@:^~-]*( [A-Za-z0-9_/.+%@^~<>=-]+)*");

  private static final Pattern ONLY_MARKS = Pattern.compile("[-.]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+.]?[0-9].*|[-+]?\\.(inf|nan|Inf|NaN|INF|NAN)");

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** The text of a tree, ending in a line end. */
  public static String write(Tree tree) {
    YamlWriter writer = new YamlWriter();
    writer.block(tree, 0);
    return writer.out.toString();
  }

  /** The text of each field by its name; all together are the text of the whole map. */
  public static Map<String, String> writeEach(Tree.Fields map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.fields().forEach((name, field) -> {
      YamlWriter writer = new YamlWriter();
      writer.field(name, field.value(), 0);
      texts.put(name, writer.out.toString());
    });
    return texts;
  }

  /** The text of a tree on one line, without a line end. */
  public static String line(Tree tree) {
    return flow(tree);
  }

  private void block(Tree tree, int indent) {
    if (tree instanceof Tree.Fields map && !map.fields().isEmpty()) {
      map.fields().forEach((name, field) -> field(name, field.value(), indent));
    } else if (tree instanceof Tree.Items list && !list.items().isEmpty()) {
      list.items().forEach(item -> item(item, indent));
    } else {
      out.append(flow(tree)).append('\n');
    }
  }

  private void field(String name, Tree value, int indent) {
    out.append(" ".repeat(indent)).append(name(name)).append(':');
    Optional<String> line = fitting(value, indent + name.length() + 2);
    if (line.isPresent()) {
      out.append(' ').append(line.get()).append('\n');
    } else {
      out.append('\n');
      block(value, indent + 2);
    }
  }

  private void item(Tree value, int indent) {
    out.append(" ".repeat(indent)).append("- ");
    boolean named = value instanceof Tree.Fields map && map.fields().size() == 1;
    Optional<String> line = named ? Optional.empty() : fitting(value, indent + 2);
    if (line.isPresent()) {
      out.append(line.get()).append('\n');
    } else {
      int start = out.length();
      block(value, indent + 2);
      // The first line of the block stands behind the dash.
      out.delete(start, start + indent + 2);
    }
  }

  /** Scalars and short trees of scalars on one line; a map of maps is easier in blocks. */
  private static Optional<String> fitting(Tree value, int column) {
    int depth = depth(value);
    if (depth > (value instanceof Tree.Items ? 1 : 3)) {
      return Optional.empty();
    }
    String line = flow(value);
    return depth == 0 || column + line.length() <= WIDTH ? Optional.of(line) : Optional.empty();
  }

  private static int depth(Tree tree) {
    if (tree instanceof Tree.Fields map) {
      return 1
          + map.fields().values().stream().mapToInt(f -> depth(f.value())).max().orElse(0);
    }
    if (tree instanceof Tree.Items list) {
      return 1 + list.items().stream().mapToInt(YamlWriter::depth).max().orElse(0);
    }
    return 0;
  }

  private static String flow(Tree tree) {
    List<String> parts = new ArrayList<>();
    if (tree instanceof Tree.Fields map) {
      for (Map.Entry<String, Tree.Field> entry : map.fields().entrySet()) {
        parts.add(name(entry.getKey()) + ": " + flow(entry.getValue().value()));
      }
      return "{" + String.join(", ", parts) + "}";
    }
    if (tree instanceof Tree.Items list) {
      list.items().forEach(item -> parts.add(flow(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    return scalar.isNothing() ? "null" : scalar(scalar.text(), scalar.quoted());
  }

  /** Plain where no YAML reader could misread it, else in double quotes. */
  private static String scalar(String text, boolean isText) {
    boolean plain = PLAIN.matcher(text).matches() && !isMisread(text);
    return plain && !(isText && isSpecial(text)) ? text : quoted(text);
  }

  private static boolean isMisread(String text) {
    return text.endsWith(":")
        || text.contains(": ")
        || text.startsWith("- ")
        || ONLY_MARKS.matcher(text).matches();
  }

  private static String name(String name) {
    return name.indexOf(':') < 0 ? scalar(name, true) : quoted(name);
  }

  private static boolean isSpecial(String text) {
    return text.equals("~")
        || text.equalsIgnoreCase("null")
        || text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("false")
        || NUMBER.matcher(text).matches();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(isPrintable(c) ? String.valueOf(c) : escaped(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < 0x7F) || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static String escaped(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
