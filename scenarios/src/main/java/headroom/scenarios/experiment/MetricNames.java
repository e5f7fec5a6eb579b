package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Suggestion;
import headroom.results.How;
import headroom.results.Part;
import headroom.results.Unit;
import headroom.supply.LaunchError;
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

  private static final String LATENCIES = "mean p50 p90 p99 p99.9";

  private static final String COUNTS = "offered succeeded failed in-flight attempts degraded";

  private static final String PARTS = Stream.of(LATENCIES.split(" ", -1))
      .flatMap(latency -> Stream.of(Part.values()).map(part -> latency + "." + part.word()))
      .collect(Collectors.joining(" "));

  private static final String ERRORS =
      Stream.of(LaunchError.values()).map(LaunchError::code).collect(Collectors.joining(" "));

  private static final String LAUNCHES = Stream.of(
          "request",
          "pending",
          "boot",
          "bootstrap",
          "bootstrap.*",
          "warm-up",
          "lifecycle-hook",
          "health-check",
          "to-ready",
          "to-first-request")
      .flatMap(stage -> Stream.of("mean", "p50", "p90", "p99").map(of -> stage + "." + of))
      .collect(Collectors.joining(" "));

  private static final int MOST_KNOWN = 12;

  private static final List<Name> NAMES = Stream.of(
          names(Unit.USD, "cost.", "total monthly per-million-requests per-million-succeeded"),
          names(Unit.USD, "cost.", "compute load-balancing storage transfer dns monitoring"),
          names(Unit.USD, "cost.", "commitments other credits per-user"),
          names(Unit.USD, "failure-cost.", "total revenue operator"),
          names(Unit.USD, "sla-credit.", "total region instance balancers"),
          names(Unit.ONE, "commitments.", "coverage *.utilisation *.break-even"),
          names(Unit.USD, "commitments.", "*.unused *.saving *.effective-rate"),
          names(Unit.ONE, "availability.", "request minutes"),
          names(Unit.SECONDS, "latency.", LATENCIES),
          names(Unit.SECONDS, "latency.", PARTS),
          names(Unit.ONE, "requests.", COUNTS),
          names(Unit.ONE, "requests.", HOWS),
          names(Unit.ONE, "requests.", "failed-by.*"),
          names(Unit.SECONDS, "downtime.", "total *"),
          names(Unit.ONE, "metastable.", "episodes"),
          names(Unit.SECONDS, "metastable.", "seconds"),
          names(Unit.USD, "value.", "offered succeeded lost"),
          ofSenders("workloads.*."),
          ofSenders("workloads.*.classes.*."),
          names(Unit.ONE, "groups.*.", "instances.mean instances.min instances.max"),
          names(Unit.HOURS, "groups.*.", "instance-hours pod-hours hosted-hours"),
          names(
              Unit.ONE,
              "groups.*.",
              "launches launch-failures failures interruptions terminations"),
          names(Unit.ONE, "groups.*.", "outbid rebalance-recommendations"),
          names(Unit.ONE, "groups.*.", "replacements refreshes refreshes-failed warm-starts"),
          names(Unit.ONE, "groups.*.", "cpu.mean cpu.p99 busy.mean queue.mean"),
          names(Unit.ONE, "groups.*.", "at-least.*"),
          names(Unit.SECONDS, "groups.*.", "wait.mean"),
          names(Unit.ONE, "groups.*.launch-failures.", ERRORS),
          names(Unit.SECONDS, "groups.*.launch.", LAUNCHES),
          names(Unit.ONE, "groups.*.", "scale-outs scale-ins"),
          names(
              Unit.ONE, "groups.*.scaling.", "overshoot overshoot-time undershoot undershoot-time"),
          names(Unit.ONE, "groups.*.scaling.", "reversals-per-day"),
          names(Unit.SECONDS, "groups.*.scaling.", "reaction.mean reaction.max"),
          names(Unit.HOURS, "groups.*.scaling.", "wasted-hours missing-hours"),
          names(Unit.ONE, "load-balancers.*.", "requests rejected capacity-units"),
          names(Unit.ONE, "load-balancers.*.", "codes.460 codes.502 codes.503 codes.504"),
          names(Unit.ONE, "load-balancers.*.", "surge-queue.mean surge-queue.max spillover"),
          names(Unit.ONE, "load-balancers.*.", "stickiness-broken ejections sla-uptime sla-credit"),
          names(Unit.ONE, "rare.", "weight"),
          names(Unit.ONE, "incidents.", "count"),
          names(Unit.SECONDS, "incidents.", "longest recovery between detect respond repair"),
          names(Unit.ONE, "error-budget.", "burn-rate used"),
          names(Unit.ONE, "sla.", "uptime credit instance-uptime instance-credit"),
          names(Unit.HOURS, "sla.", "free-hours"),
          names(Unit.ONE, "sessions.", "begun affected lost"),
          names(Unit.ONE, "users.", "affected"),
          names(Unit.ONE, "failures.*.", "outages instances"),
          names(Unit.SECONDS, "failures.*.", "down repair.mean detect.mean respond.mean act.mean"),
          names(Unit.ONE, "hosts.*.", "instances.mean instances.max used.mean used.max"),
          names(Unit.ONE, "hosts.*.", "vcpus-used.mean memory-used.mean"),
          names(Unit.USD, "regions.*.", "cost.total cost.compute cost.transfer"),
          names(Unit.ONE, "regions.*.", "sla-credit"),
          names(Unit.ONE, "dns.*.", "queries stale strangers"))
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

  private static List<Name> ofSenders(String before) {
    return Stream.of(
            names(Unit.ONE, before + "requests.", COUNTS),
            names(Unit.ONE, before + "availability.", "request"),
            names(Unit.SECONDS, before + "latency.", LATENCIES),
            names(Unit.USD, before + "value.", "offered succeeded lost"))
        .flatMap(List::stream)
        .toList();
  }

  private static Problem unknown(String flat) {
    String[] parts = flat.split("\\.", -1);
    List<String> known = NAMES.stream().map(name -> name.filledFrom(parts)).toList();
    List<String> longer =
        known.stream().filter(name -> name.startsWith(flat + ".")).toList();
    String cure = longer.isEmpty() ? Suggestion.cure(flat, known) : "known: " + some(longer);
    return new Problem("", "unknown metric '" + flat + "'", cure);
  }

  private static String some(List<String> names) {
    String some = names.stream().limit(MOST_KNOWN).collect(Collectors.joining(", "));
    return names.size() > MOST_KNOWN ? some + " and more" : some;
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
