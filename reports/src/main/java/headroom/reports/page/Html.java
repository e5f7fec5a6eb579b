package headroom.reports.page;

import headroom.reports.chart.Svg;
import headroom.reports.figure.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * A writer of HTML that cannot be talked into anything: names of elements and attributes come from
 * the program and are checked, all text and every value is escaped, all elements are closed.
 */
final class Html {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern HANDLER = Pattern.compile("on.*|style|src|srcdoc|action|formaction");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Html open(String element, String... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the innermost open element, which must be this one. */
  Html close(String element) {
    String innermost = open.isEmpty() ? "nothing" : open.pop();
    if (!innermost.equals(element)) {
      throw new IllegalStateException("closing " + element + " while in " + innermost);
    }
    out.append("</").append(element).append('>');
    return this;
  }

  /** An element that holds nothing but text. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** An element that cannot hold anything, such as {@code meta}. */
  Html empty(String element, String... attributes) {
    start(element, attributes);
    return this;
  }

  Html text(String text) {
    out.append(Text.escaped(text));
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  /** An image drawn by us; its own text is escaped already. */
  Html image(Svg image) {
    out.append(image.markup());
    return this;
  }

  /** A style sheet of ours. */
  Html styleSheet(String css) {
    if (css.contains("</")) {
      throw new IllegalArgumentException("a style sheet that closes its element");
    }
    out.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  /** The script of ours that a page ends with; {@link #open} makes none. */
  Html script(String text) {
    if (text.contains("</") || text.contains("<!--")) {
      throw new IllegalArgumentException("a script that closes its element");
    }
    out.append("<script>").append(text).append("</script>\n");
    return this;
  }

  /** The finished document. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  private void start(String element, String... attributes) {
    out.append('<').append(named(element));
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(harmless(attributes[i], attributes[i + 1]));
      out.append("=\"").append(Text.escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches() || name.equals("script")) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    return name;
  }

  // Links lead to places on the page only: the page works alone.
  private static String harmless(String attribute, String value) {
    if (HANDLER.matcher(attribute).matches()
        || (attribute.equals("href") && !value.startsWith("#"))) {
      throw new IllegalArgumentException("not allowed: " + attribute + "=" + value);
    }
    return named(attribute);
  }
}
