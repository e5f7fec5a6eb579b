package headroom.reports.cli;

import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Shock;
import headroom.scenarios.experiment.Stress.Finding;
import headroom.scenarios.text.JsonWriter;
import headroom.spec.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stress test found, in sentences or as JSON. */
final class StressTable {

  private final Scenario scenario;
  private final List<Finding> findings;

  StressTable(Scenario scenario, List<Finding> findings) {
    this.scenario = scenario;
    this.findings = findings;
  }

  List<String> lines(int columns) {
    List<String> lines = new ArrayList<>();
    lines.add("stress test of " + Text.visible(scenario.name()));
    findings.stream()
        .filter(finding -> finding.mostLoad() < 1)
        .limit(1)
        .forEach(finding -> add(
            lines,
            columns,
            "",
            "Even without a shock it carries only " + times(finding.mostLoad()) + " as written."));
    for (Finding finding : findings) {
      lines.add("");
      add(
          lines,
          columns,
          "",
          Text.visible(finding.shock().what()) + " at "
              + seconds(finding.shock().at().toNanos() / 1e9) + ":");
      add(lines, columns, "  ", size(finding));
      add(lines, columns, "  ", load(finding));
    }
    if (findings.isEmpty()) {
      lines.add("No group that could stall: there is nothing to strike.");
    }
    return lines;
  }

  private static void add(List<String> lines, int columns, String indent, String sentence) {
    Wrap.lines(indent + sentence, columns, indent).forEach(lines::add);
  }

  private static String size(Finding finding) {
    Shock shock = finding.shock();
    if (finding.staysDownFrom().isEmpty()) {
      return "recovers from every size that was tried, up to " + size(shock, shock.most());
    }
    String down = "stays down after " + size(shock, finding.staysDownFrom().get());
    return finding
        .recoversFrom()
        .map(good -> "recovers from " + size(shock, good) + ", " + down)
        .orElse(down + " already, the smallest size that was tried");
  }

  private static String load(Finding finding) {
    String written =
        "struck as written (" + size(finding.shock(), finding.shock().asWritten()) + "), ";
    if (finding.vulnerableLoad().isEmpty()) {
      return written + "it recovers at every load it can carry at all, up to "
          + times(finding.mostLoad());
    }
    String down = "it stays down from " + times(finding.vulnerableLoad().get()) + " on";
    return written
        + finding
            .safeLoad()
            .map(good -> "it recovers up to " + times(good) + " and " + down)
            .orElse(down);
  }

  private static String size(Shock shock, double size) {
    return shock.isTime() ? seconds(size) : number(100 * size) + " %";
  }

  private static String seconds(double seconds) {
    if (seconds >= 7200) {
      return number(seconds / 3600) + " h";
    }
    return seconds >= 120 ? number(seconds / 60) + " min" : number(seconds) + " s";
  }

  private static String times(double factor) {
    return number(factor) + " times the load";
  }

  /** Three significant digits: more than the bisection tells. */
  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : value >= 10
            ? String.format(Locale.ROOT, "%.1f", value)
            : String.format(Locale.ROOT, "%.2f", value);
  }

  String json() {
    return JsonWriter.text(json -> {
      json.beginObject()
          .field("scenario")
          .string(scenario.name())
          .field("stress")
          .beginArray();
      findings.forEach(finding -> write(json, finding));
      json.endArray().endObject();
    });
  }

  private static void write(JsonWriter json, Finding finding) {
    Shock shock = finding.shock();
    json.beginObject();
    json.field("shock").string(shock.name());
    json.field("unit").string(shock.isTime() ? "s" : "1");
    json.field("as-written").number(shock.asWritten());
    number(json, "recovers-from", finding.recoversFrom());
    number(json, "stays-down-from", finding.staysDownFrom());
    number(json, "safe-load", finding.safeLoad());
    number(json, "vulnerable-load", finding.vulnerableLoad());
    json.field("most-load").number(finding.mostLoad());
    json.endObject();
  }

  private static void number(JsonWriter json, String field, Optional<Double> value) {
    json.field(field);
    value.ifPresentOrElse(json::number, json::nothing);
  }
}
