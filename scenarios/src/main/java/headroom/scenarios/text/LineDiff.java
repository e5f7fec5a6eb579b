package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.List;

/** What must be taken from one text and added to make another, line by line. */
public final class LineDiff {

  private static final int MOST_LINES = 4000;

  private LineDiff() {}

  /**
   * The lines that differ, each with {@code -} or {@code +} in front, under the lines that lead to
   * them by their indentation.
   */
  public static String of(String before, String after) {
    List<String> a = before.lines().limit(MOST_LINES).toList();
    List<String> b = after.lines().limit(MOST_LINES).toList();
    int[][] common = common(a, b);
    List<String> out = new ArrayList<>();
    List<String> leads = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        lead(leads, a.get(i));
        i++;
        j++;
      } else if (j >= b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        told(out, leads, a.get(i), '-');
        i++;
      } else {
        told(out, leads, b.get(j), '+');
        j++;
      }
    }
    return out.isEmpty() ? "" : String.join("\n", out) + "\n";
  }

  /** Lengths of the longest common sequences of the rests. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] = a.get(i).equals(b.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void lead(List<String> leads, String line) {
    leads.removeIf(lead -> indent(lead) >= indent(line));
    leads.add(line);
  }

  private static void told(List<String> out, List<String> leads, String line, char sign) {
    leads.removeIf(lead -> indent(lead) >= indent(line));
    leads.forEach(lead -> out.add("  " + lead));
    leads.clear();
    out.add(sign + " " + line);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
