package headroom.scenarios.text;

import headroom.problem.Suggestion;
import java.util.Collection;

/** Text of a user, made safe and short enough to stand in a message. */
public final class Shown {

  private static final int LONGEST = 40;

  private Shown() {}

  /** The text in quotes, cut after 40 characters, control characters replaced. */
  public static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  /** The same without the quotes. */
  public static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(visible(c)));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }

  /** What helps who wrote an unknown word: the near name, else the names there are. */
  public static String cure(String word, Collection<String> known) {
    // The search for the nearest costs length by length: nobody meant a name so long.
    return Suggestion.cure(word.length() > LONGEST ? "" : word, known);
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.UNASSIGNED,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE -> '?';
      default -> codePoint;
    };
  }
}
