package headroom.scenarios.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant: the nearest by optimal string alignment. */
public final class Suggestion {

  private static final int LONGEST = 60;

  private Suggestion() {}

  /** The known name nearest to {@code given}, when it is near; the first of equals. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = folded(given);
    String best = "";
    int least = 1 + Math.max(1, wanted.length() / 3);
    for (String name : known) {
      int distance = distance(wanted, folded(name));
      if (distance < least && distance < Math.max(2, name.length())) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** The clause "did you mean 'x'?", or {@code otherwise} when nothing is near. */
  public static String clause(String given, Collection<String> known, String otherwise) {
    return nearest(given, known).map(name -> "did you mean '" + name + "'?").orElse(otherwise);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
  private static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > LONGEST / 3) {
      return Integer.MAX_VALUE;
    }
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : least(from, to, i, j, cost);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int least(String from, String to, int i, int j, int[][] cost) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
