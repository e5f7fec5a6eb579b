package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/** What caused most of the failed requests or of the downtime, if the intervals can tell. */
final class CauseFinding {

  private final String noun;
  private final String prefix;
  private final String target;
  private final List<Estimate> causes;

  private CauseFinding(RunFacts facts, String noun, String prefix, String target) {
    this.target = target;
    this.noun = noun;
    this.prefix = prefix;
    this.causes = causes(facts, prefix);
  }

  /** The causes under a prefix of flat names that were seen at all, the largest first. */
  static List<Estimate> causes(RunFacts facts, String prefix) {
    return facts.largest(prefix).stream()
        .filter(cause -> !cause.metric().flat().equals("downtime.total") && cause.mean() > 0)
        .toList();
  }

  /** The main cause of downtime. */
  static Optional<Finding> ofDowntime(RunFacts facts) {
    return downtime(facts).finding();
  }

  /** The main cause of failed requests, where it is not simply that of downtime. */
  static Optional<Finding> ofFailures(RunFacts facts) {
    CauseFinding failed =
        new CauseFinding(facts, "failed requests", "requests.failed-by.", "failed-by-cause");
    return failed.main().equals(downtime(facts).main()) ? Optional.empty() : failed.finding();
  }

  private static CauseFinding downtime(RunFacts facts) {
    return new CauseFinding(facts, "downtime", "downtime.", "downtime-by-cause");
  }

  private Optional<String> main() {
    return causes.stream().findFirst().map(this::name);
  }

  private String name(Estimate cause) {
    return cause.metric().flat().substring(prefix.length());
  }

  private Optional<Finding> finding() {
    return causes.isEmpty() ? Optional.empty() : Optional.of(new Finding(sentence(), target));
  }

  private String sentence() {
    Estimate first = causes.get(0);
    List<Estimate> rest = causes.subList(1, causes.size());
    if (rest.isEmpty()) {
      return "All " + noun + " seen had one cause: " + name(first) + ".";
    }
    if (!first.hasInterval()) {
      double all = causes.stream().mapToDouble(Estimate::mean).sum();
      return "In this one replication most " + noun + " came from " + name(first) + ": "
          + Numbers.said(Form.SHARE, first.mean() / all) + ".";
    }
    Estimate second = rest.get(0);
    if (first.low() <= second.high()) {
      return "No single cause of " + noun + " stands out: " + name(first) + " and " + name(second)
          + " lie too close to tell apart.";
    }
    double low = least(first, rest);
    double high = most(first, rest);
    return (low > 0.5 ? "Most " + noun + " came from " : "The largest cause of " + noun + " is ")
        + name(first) + ": " + Numbers.range(Form.SHARE, low, high) + ".";
  }

  /** The share of a cause in all of them, where it is known how far each varies; else of the means. */
  static String share(Estimate cause, List<Estimate> causes) {
    List<Estimate> rest =
        causes.stream().filter(other -> !other.metric().equals(cause.metric())).toList();
    double all = causes.stream().mapToDouble(Estimate::mean).sum();
    boolean isKnown = causes.stream().allMatch(Estimate::hasInterval) && !rest.isEmpty();
    return isKnown
        ? Numbers.range(Form.SHARE, least(cause, rest), most(cause, rest))
        : Numbers.said(Form.SHARE, cause.mean() / all);
  }

  private static double least(Estimate cause, List<Estimate> rest) {
    double low = Math.max(0, cause.low());
    return low == 0 ? 0 : low / (low + rest.stream().mapToDouble(Estimate::high).sum());
  }

  private static double most(Estimate cause, List<Estimate> rest) {
    double others = rest.stream().mapToDouble(each -> Math.max(0, each.low())).sum();
    return cause.high() / (cause.high() + others);
  }
}
