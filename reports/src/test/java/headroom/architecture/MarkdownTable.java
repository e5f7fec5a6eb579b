package headroom.architecture;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells of the first table under a heading of a Markdown page. */
final class MarkdownTable {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private MarkdownTable() {}

  /** The rows without the head, each cell trimmed. */
  static List<List<String>> under(String heading, String page) {
    return page.lines()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(MarkdownTable::cells)
        .toList();
  }

  /** What a cell sets in backquotes. */
  static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(MarkdownTable::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static List<String> cells(String line) {
    String inner = line.strip().substring(1, line.strip().length() - 1);
    return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
