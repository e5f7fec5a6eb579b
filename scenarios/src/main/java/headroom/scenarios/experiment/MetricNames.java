package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.results.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The flat metric names that result files use, as patterns with their units; {@code *} stands for a
 * name of the scenario or of a cause.
 */
public final class MetricNames {

  private record Name(String pattern, Unit unit) {

    boolean matches(String flat) {
      // A name of the scenario may hold dots of its own; a longer fixed part still tells which.
      return Pattern.matches(pattern.replace(".", "\\.").replace("*", ".+"), flat);
    }
  }

  private static final List<Name> NAMES = List.of(
          names(Unit.USD, "cost.", "total monthly per-million-requests compute"),
          names(Unit.USD, "cost.", "load-balancing storage transfer dns monitoring"),
          names(Unit.USD, "cost.", "commitments other credits"),
          names(Unit.ONE, "requests.", "offered succeeded failed in-flight attempts"),
          names(Unit.ONE, "requests.", "failed.* failed-by.*"),
          names(Unit.ONE, "availability.", "request minutes"),
          names(Unit.SECONDS, "downtime.", "total *"),
          names(Unit.SECONDS, "latency.", "mean p50 p90 p99 p99.9"),
          names(Unit.HOURS, "groups.*.", "instance-hours"),
          names(Unit.SECONDS, "groups.*.", "wait.mean"),
          names(Unit.ONE, "groups.*.", "instances.mean instances.min instances.max"),
          names(Unit.ONE, "groups.*.", "launches launch-failures failures terminations"),
          names(Unit.ONE, "groups.*.", "cpu.mean cpu.p99 busy.mean queue.mean"),
          names(Unit.ONE, "groups.*.", "scale-outs scale-ins"),
          names(Unit.ONE, "load-balancers.*.", "requests rejected capacity-units"))
      .stream()
      .flatMap(List::stream)
      .toList();

  private MetricNames() {}

  private static List<Name> names(Unit unit, String before, String ends) {
    return Stream.of(ends.split(" ")).map(end -> new Name(before + end, unit)).toList();
  }

  /** The unit a metric of this name is measured in; empty for an unknown name. */
  public static Optional<Unit> unit(String flat) {
    return NAMES.stream().filter(name -> name.matches(flat)).map(Name::unit).findFirst();
  }

  /** What is wrong with a metric's name: nothing, or that there is none like it. */
  public static List<Problem> problems(String flat) {
    if (unit(flat).isPresent()) {
      return List.of();
    }
    return List.of(new Problem(
        "",
        flat.isBlank() ? "names no metric" : "unknown metric '" + flat + "'",
        "did you mean '" + nearest(flat) + "'?"));
  }

  private static String nearest(String flat) {
    String[] parts = flat.split("\\.", -1);
    return NAMES.stream()
        .map(name -> filledIn(name.pattern(), parts))
        .min(Comparator.comparingInt(candidate -> distance(candidate, flat)))
        .orElseThrow();
  }

  /** The pattern with its star replaced by what the person wrote there. */
  private static String filledIn(String pattern, String[] parts) {
    String[] pieces = pattern.split("\\.");
    for (int i = 0; i < pieces.length && i < parts.length; i++) {
      if (pieces[i].equals("*") && !parts[i].isEmpty()) {
        pieces[i] = parts[i];
      }
    }
    return String.join(".", pieces);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
