package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Suggestion;
import headroom.results.How;
import headroom.results.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flat metric names that result files use, as patterns with their units; {@code *} stands for a
 * name of the scenario.
 */
public final class MetricNames {

  private static final String HOWS =
      Stream.of(How.values()).map(how -> "failed." + how.word()).collect(Collectors.joining(" "));

  private static final List<Name> NAMES = Stream.of(
          names(Unit.USD, "cost.", "total monthly per-million-requests compute"),
          names(Unit.USD, "cost.", "load-balancing storage transfer dns monitoring"),
          names(Unit.USD, "cost.", "commitments other credits"),
          names(Unit.ONE, "availability.", "request minutes"),
          names(Unit.SECONDS, "latency.", "mean p50 p90 p99 p99.9"),
          names(Unit.ONE, "requests.", "offered succeeded failed in-flight attempts"),
          names(Unit.ONE, "requests.", HOWS),
          names(Unit.ONE, "requests.", "failed-by.*"),
          names(Unit.SECONDS, "downtime.", "total *"),
          names(Unit.ONE, "groups.*.", "instances.mean instances.min instances.max"),
          names(Unit.HOURS, "groups.*.", "instance-hours"),
          names(Unit.ONE, "groups.*.", "launches launch-failures failures terminations"),
          names(Unit.ONE, "groups.*.", "cpu.mean cpu.p99 busy.mean queue.mean"),
          names(Unit.SECONDS, "groups.*.", "wait.mean"),
          names(Unit.ONE, "groups.*.", "scale-outs scale-ins"),
          names(Unit.ONE, "load-balancers.*.", "requests rejected capacity-units"))
      .flatMap(List::stream)
      .toList();

  private MetricNames() {}

  /** The unit a metric of this name is measured in; empty for an unknown name. */
  public static Optional<Unit> unit(String flat) {
    return NAMES.stream().filter(name -> name.matches(flat)).map(Name::unit).findFirst();
  }

  /** What is wrong with a metric's name: nothing, or that there is none like it. */
  public static List<Problem> problems(String flat) {
    if (flat.isBlank()) {
      return List.of(new Problem("", "names no metric", "for example cost.total"));
    }
    return unit(flat).isPresent() ? List.of() : List.of(unknown(flat));
  }

  /** The same, with the names that this scenario has for groups, balancers and causes. */
  public static List<Problem> problems(String flat, Subjects subjects) {
    List<Problem> problems = problems(flat);
    return problems.isEmpty() ? subjects.problems(flat) : problems;
  }

  private static List<Name> names(Unit unit, String before, String ends) {
    return Stream.of(ends.split(" ")).map(end -> new Name(before + end, unit)).toList();
  }

  private static Problem unknown(String flat) {
    String[] parts = flat.split("\\.", -1);
    List<String> known = NAMES.stream().map(name -> name.filledFrom(parts)).toList();
    List<String> longer =
        known.stream().filter(name -> name.startsWith(flat + ".")).toList();
    String cure =
        longer.isEmpty() ? Suggestion.cure(flat, known) : "known: " + String.join(", ", longer);
    return new Problem("", "unknown metric '" + flat + "'", cure);
  }

  private record Name(String pattern, Unit unit) {

    boolean matches(String flat) {
      // A name of the scenario may hold dots of its own; the fixed parts still tell which it is.
      return Pattern.matches(pattern.replace(".", "\\.").replace("*", ".+"), flat);
    }

    /** The pattern with its star replaced by what the person wrote there. */
    String filledFrom(String[] written) {
      String[] pieces = pattern.split("\\.");
      for (int i = 0; i < pieces.length && i < written.length; i++) {
        if (pieces[i].equals("*") && !written[i].isEmpty()) {
          pieces[i] = written[i];
        }
      }
      return String.join(".", pieces);
    }
  }
}
