package headroom.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody most likely meant. */
public final class Suggestion {

  private static final int MOST_NAMES_LISTED = 12;

  private Suggestion() {}

  /** A clause that helps: the near name if there is one, else the names there are. */
  public static String cure(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "there is none";
    }
    return nearest(word, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "known: " + listed(known));
  }

  /** The known name nearest to a word, when it is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int tolerance = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(name -> distance(fold(word), fold(name)) <= tolerance)
        // A word in which nothing was kept is another word: zone 'd' is not a slip of 'a'.
        .filter(name -> distance(fold(word), fold(name)) < Math.max(word.length(), name.length()))
        .min(Comparator.comparingInt(name -> distance(fold(word), fold(name))));
  }

  private static String listed(Collection<String> known) {
    String names = String.join(", ", known.stream().limit(MOST_NAMES_LISTED).toList());
    int more = known.size() - MOST_NAMES_LISTED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Damerau–Levenshtein distance: insertions, deletions, changes and swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
