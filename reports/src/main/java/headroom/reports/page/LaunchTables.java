package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long launches took, stage by stage, from the decision to the first request. */
final class LaunchTables {

  private static final String MEASURE = ".launch.";

  private static final String MEAN = ".mean";

  // What comes later on the way comes later in the table.
  private static final List<String> ORDER = List.of(
      "request",
      "pending",
      "boot",
      "bootstrap",
      "warm-up",
      "health-check",
      "to-ready",
      "to-first-request");

  private LaunchTables() {}

  static Optional<Block> of(RunFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (String group : groups(facts)) {
      for (String stage : ORDER) {
        facts.estimates().values().stream()
            .map(estimate -> estimate.metric().flat())
            .filter(flat -> flat.startsWith(group + MEASURE + stage) && flat.endsWith(MEAN))
            .filter(flat -> isOf(stage, stageOf(group, flat)))
            .sorted()
            .forEach(flat -> rows.add(row(facts, group, flat)));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Listing(table(rows)));
  }

  private static Table table(List<List<String>> rows) {
    return new Table(
        "launches",
        "How long launches took, stage by stage, with 95\u00A0% intervals",
        List.of(
            Column.text("Group"),
            Column.text("Stage"),
            Column.number("Mean"),
            Column.number("p90"),
            Column.number("p99")),
        rows);
  }

  static List<String> groups(RunFacts facts) {
    return facts.estimates().values().stream()
        .map(estimate -> estimate.metric().flat())
        .filter(flat -> flat.startsWith("groups.") && flat.contains(MEASURE))
        .map(flat -> flat.substring(0, flat.lastIndexOf(MEASURE)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String stageOf(String group, String flat) {
    return flat.substring(group.length() + MEASURE.length(), flat.length() - MEAN.length());
  }

  /** A step of the bootstrap follows the bootstrap it is part of. */
  private static boolean isOf(String stage, String found) {
    return found.equals(stage) || (stage.equals("bootstrap") && found.startsWith("bootstrap."));
  }

  private static List<String> row(RunFacts facts, String group, String flat) {
    String before = flat.substring(0, flat.length() - MEAN.length());
    return List.of(
        group.substring("groups.".length()),
        words(stageOf(group, flat)),
        seconds(facts.estimate(flat)),
        seconds(facts.estimate(before + ".p90")),
        seconds(facts.estimate(before + ".p99")));
  }

  private static String seconds(Optional<Estimate> estimate) {
    return estimate.map(known -> Reading.of(known).both()).orElse("");
  }

  /** A stage as people call it. */
  static String words(String stage) {
    return switch (stage) {
      case "request" -> "request, until the cloud consents";
      case "pending" -> "pending";
      case "boot" -> "boot";
      case "bootstrap" -> "bootstrap";
      case "warm-up" -> "application start";
      case "health-check" -> "first health check";
      case "to-ready" -> "whole way, until requests may come";
      case "to-first-request" -> "whole way, until the first request";
      default -> stage.replaceFirst("bootstrap\\.", "bootstrap, step ");
    };
  }
}
