package headroom.reports.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines between words. */
final class Wrap {

  private Wrap() {}

  /**
   * The lines of a text within a width; all but the first are indented. A word that is longer than
   * a line, such as a path, stays whole.
   */
  static List<String> lines(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (length(rest) > width) {
      int cut = cut(rest, width, lines.isEmpty() ? 0 : indent.length());
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = indent + rest.substring(cut).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** The last blank within the width, else the first beyond it; -1 when there is none. */
  private static int cut(String text, int width, int from) {
    int last = text.lastIndexOf(' ', text.offsetByCodePoints(0, width));
    int lead = from + leadingBlanks(text.substring(from));
    return last > lead ? last : text.indexOf(' ', Math.max(width, lead));
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
