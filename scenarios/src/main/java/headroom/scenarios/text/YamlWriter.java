package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes trees as YAML that reads back as the same tree: blocks, small leaves on one line. */
public final class YamlWriter {

  private static final int WIDTH = 88;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_/.+-][A-Za-z0-9_/.+%@:^~-]*( [A-Za-z0-9_/.+%@^~<>=-]+)*");

  private static final Pattern MISREAD = Pattern.compile(".*:|.*: .*|- .*|[-.]+");
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
    if (fits(value, indent + name.length() + 2)) {
      out.append(' ').append(flow(value)).append('\n');
    } else {
      out.append('\n');
      block(value, indent + 2);
    }
  }

  private void item(Tree value, int indent) {
    out.append(" ".repeat(indent)).append("- ");
    boolean named = value instanceof Tree.Fields map && map.fields().size() == 1;
    if (!named && fits(value, indent + 2)) {
      out.append(flow(value)).append('\n');
    } else {
      int start = out.length();
      block(value, indent + 2);
      // The first line of the block stands behind the dash.
      out.delete(start, start + indent + 2);
    }
  }

  /** Scalars and short trees of scalars stand on one line; a map of maps is easier in blocks. */
  private static boolean fits(Tree value, int column) {
    if (depth(value) == 0) {
      return true;
    }
    boolean simple = value instanceof Tree.Items ? depth(value) == 1 : depth(value) <= 3;
    return simple && column + flow(value).length() <= WIDTH;
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
    boolean plain = PLAIN.matcher(text).matches() && !MISREAD.matcher(text).matches();
    return plain && !(isText && isSpecial(text)) ? text : quoted(text);
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
