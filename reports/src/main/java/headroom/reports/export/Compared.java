package headroom.reports.export;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.page.CompareFacts;
import headroom.reports.page.StudyFacts;
import headroom.scenarios.experiment.Comparison;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Difference;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The variants of a study compared with one of them.
 *
 * @param comparison the differences
 * @param texts what each variant's scenario says otherwise than the one compared with, by name
 * @param failedByHour requests failed in the first replication by hour of the day, by name
 * @param zone the time zone of those hours
 */
public record Compared(
    Comparison comparison,
    Map<String, String> texts,
    Map<String, double[]> failedByHour,
    ZoneId zone) {

  void writeTo(JsonWriter json) {
    json.field("against").string(comparison.against().name());
    json.field("comparisons-at-once").number(comparison.together());
    json.field("differences").beginArray();
    for (Comparison.Other other : comparison.others()) {
      json.beginObject();
      json.field("name").string(other.variant().name());
      json.field("metrics").beginObject();
      other.differences().values().forEach(each -> difference(json, each));
      json.endObject();
      json.endObject();
    }
    json.endArray();
  }

  private static void difference(JsonWriter json, Difference difference) {
    json.field(difference.metric().flat()).beginObject();
    json.field("mean").number(difference.mean());
    json.field("low").number(difference.low());
    json.field("high").number(difference.high());
    json.field("unit").string(difference.metric().unit().symbol());
    json.field("n").number(difference.n());
    json.field("found").bool(difference.isFound());
    json.endObject();
  }

  void tableTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of(
          "variant", "against", "metric", "unit", "difference", "low", "high", "n", "found"));
      for (Comparison.Other other : comparison.others()) {
        for (Difference each : other.differences().values()) {
          csv.text(other.variant().name()).text(comparison.against().name());
          csv.text(each.metric().flat()).text(each.metric().unit().symbol());
          csv.number(each.mean()).number(each.low()).number(each.high()).number(each.n());
          csv.text(each.isFound() ? "yes" : "no");
          csv.endLine();
        }
      }
    }
  }

  CompareFacts facts(StudyFacts study) {
    return new CompareFacts(
        study,
        comparison.against().name(),
        hours(comparison.against().name()),
        CalendarTicks.name(zone),
        comparison.together(),
        comparison.others().stream()
            .map(other -> new CompareFacts.Other(
                other.variant().name(),
                other.differences(),
                hours(other.variant().name()),
                texts.getOrDefault(other.variant().name(), "")))
            .toList());
  }

  private double[] hours(String name) {
    return failedByHour.getOrDefault(name, new double[0]);
  }
}
