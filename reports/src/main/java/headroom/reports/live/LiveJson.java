package headroom.reports.live;

import headroom.reports.export.ReportVerdict;
import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Reading;
import headroom.reports.page.DifferenceWords;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Timeline;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Difference;
import headroom.statistics.Differences;
import headroom.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page is told, as JSON. */
final class LiveJson {

  private static final Map<String, String> LABELS = labels();
  private static final Pattern SIZE = Pattern.compile("groups\\.(.+)\\.instances\\.mean");

  private LiveJson() {}

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("cost.monthly", "Cost per month");
    labels.put("cost.total", "Cost");
    labels.put("availability.request", "Availability");
    labels.put("downtime.total", "Downtime");
    labels.put("latency.mean", "Latency, mean");
    labels.put("latency.p99", "Latency, p99");
    labels.put("requests.offered", "Requests");
    labels.put("requests.failed", "Failed requests");
    return labels;
  }

  static String problems(List<Complaint> complaints, List<Complaint> warnings, List<Control> all) {
    return JsonWriter.text(json -> {
      json.beginObject().field("problems").beginArray();
      complaints.forEach(each -> write(json, each, false));
      warnings.forEach(each -> write(json, each, true));
      json.endArray().field("controls").beginArray();
      all.forEach(each -> each.writeTo(json));
      json.endArray().endObject();
    });
  }

  private static void write(JsonWriter json, Complaint complaint, boolean isWarning) {
    json.beginObject();
    json.field("line").number(complaint.position().line());
    json.field("column").number(complaint.position().column());
    json.field("path").string(complaint.path());
    json.field("message").string(complaint.message());
    json.field("warning").bool(isWarning);
    json.endObject();
  }

  static String text(String name, String value) {
    return JsonWriter.text(json -> json.beginObject().field(name).string(value).endObject());
  }

  static String number(String name, long value) {
    return JsonWriter.text(json -> json.beginObject().field(name).number(value).endObject());
  }

  static String result(LiveRun run) {
    return JsonWriter.text(json -> {
      json.beginObject();
      // First whether it is finished: what is asked later is then the last word.
      json.field("finished").bool(run.isFinished());
      json.field("failure").string(run.failure());
      json.field("done").number(run.done());
      json.field("planned").number(run.planned());
      json.field("hasFleet").bool(run.shown().isPresent());
      json.field("figures").beginArray();
      SortedMap<Metric, Estimate> estimates = run.estimates();
      LABELS.forEach((flat, label) -> estimates.values().stream()
          .filter(each -> each.metric().flat().equals(flat))
          .forEach(each -> figure(json, label, each)));
      estimates.values().forEach(each -> {
        Matcher size = SIZE.matcher(each.metric().flat());
        if (size.matches()) {
          figure(json, "Instances, " + size.group(1), each);
        }
      });
      json.endArray().field("verdicts").beginArray();
      run.verdicts().forEach(each -> verdict(json, each));
      json.endArray().endObject();
    });
  }

  private static void figure(JsonWriter json, String label, Estimate estimate) {
    Reading reading = Reading.of(estimate);
    json.beginObject();
    json.field("metric").string(estimate.metric().flat());
    json.field("label").string(label);
    json.field("value").string(reading.value());
    json.field("interval").string(reading.interval());
    json.field("mean").number(estimate.mean());
    json.field("low").number(estimate.low());
    json.field("high").number(estimate.high());
    json.endObject();
  }

  private static void verdict(JsonWriter json, Verdict verdict) {
    json.beginObject();
    json.field("state").string(verdict.state().name().toLowerCase(java.util.Locale.ROOT));
    json.field("text").string(ReportVerdict.sentence(verdict));
    json.endObject();
  }

  /** The second less the first, on the same luck. */
  static String differences(
      List<SortedMap<Metric, Double>> first, List<SortedMap<Metric, Double>> second) {
    SortedMap<Metric, Difference> differences = Differences.of(first, second, 1);
    return JsonWriter.text(json -> {
      json.beginObject();
      differences.values().stream()
          .filter(each -> LABELS.containsKey(each.metric().flat())
              || SIZE.matcher(each.metric().flat()).matches())
          .forEach(each -> difference(json, each));
      json.endObject();
    });
  }

  private static void difference(JsonWriter json, Difference difference) {
    json.field(difference.metric().flat()).beginObject();
    json.field("text").string(DifferenceWords.signed(difference));
    json.field("found").bool(difference.isFound());
    json.endObject();
  }

  /** The course of the shown replication. */
  static String fleet(Run run, Timeline timeline) {
    return JsonWriter.text(json -> {
      json.beginObject();
      json.field("zone").string(CalendarTicks.name(run.window().zone()));
      json.field("moments").beginArray();
      for (int step = 0; step < timeline.steps(); step++) {
        json.string(CalendarTicks.moment(run.window().momentAt(timeline.atNanos(step))));
      }
      json.endArray();

      json.field("steps").number(timeline.steps());
      json.field("columns").beginObject();
      timeline.columns().stream()
          .filter(column -> column.metric().flat().startsWith("groups."))
          .forEach(column -> {
            json.field(column.metric().flat()).beginArray();
            for (double value : column.values()) {
              json.number(Math.rint(value * 1000) / 1000);
            }
            json.endArray();
          });
      json.endObject().endObject();
    });
  }
}
