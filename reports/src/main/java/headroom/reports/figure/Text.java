package headroom.reports.figure;

/** Words that came from outside, made safe to show among ours. */
public final class Text {

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /**
   * The text with every character replaced that markup cannot hold or that would reorder or hide
   * what surrounds it: controls, bidirectional overrides, halves of surrogate pairs.
   */
  public static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(showable(c) ? c : REPLACEMENT));
    return out.toString();
  }

  private static boolean showable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> (c & 0xFFFE) != 0xFFFE;
    };
  }

  /** {@link #visible} with the characters that mean something to HTML and XML written out. */
  public static String escaped(String text) {
    String visible = visible(text);
    StringBuilder out = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** At most so many characters, an ellipsis between what it begins and what it ends with. */
  public static String cutWithin(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= longest) {
      return text;
    }
    int head = (longest - 1) / 2;
    int tail = text.offsetByCodePoints(text.length(), -(longest - 1 - head));
    return text.substring(0, text.offsetByCodePoints(0, head)).stripTrailing() + "…"
        + text.substring(tail).stripLeading();
  }

  /** At most so many characters, the last an ellipsis where something was cut. */
  public static String cut(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
  }
}
