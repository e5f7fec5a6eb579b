package headroom.reports.export;

import headroom.problem.Problem;
import headroom.reports.page.CalibrationFacts;
import headroom.reports.page.CalibrationReport;
import headroom.reports.page.Told;
import headroom.scenarios.experiment.Calibration;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Equivalence;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far the models of traffic agree, as files and page have it. */
public record CalibrationAnswer(Calibration found) implements StudyAnswer {

  @Override
  public void writeTo(JsonWriter json) {
    json.field("calibration").beginObject();
    json.field("against").string(found.outcome().variants().get(0).name());
    json.field("confidence").number(Equivalence.CONFIDENCE);
    json.field("models").beginArray();
    for (Calibration.Model model : found.models()) {
      json.beginObject();
      json.field("model").string(model.model().word());
      json.field("figures").beginObject();
      model.figures().forEach(each -> write(json, each));
      json.endObject();
      json.endObject();
    }
    json.endArray();
    json.field("refused").beginObject();
    facts().refused().forEach((model, reasons) -> {
      json.field(model).beginArray();
      reasons.forEach(json::string);
      json.endArray();
    });
    json.endObject();
    json.endObject();
  }

  private static void write(JsonWriter json, Equivalence figure) {
    json.field(figure.metric().flat()).beginObject();
    json.field("requests").number(figure.reference());
    json.field("difference").number(figure.difference());
    json.field("low").number(figure.asDifference().low());
    json.field("high").number(figure.asDifference().high());
    json.field("tolerated").number(figure.tolerated());
    json.field("unit").string(figure.metric().unit().symbol());
    json.field("n").number(figure.n());
    json.field("verdict").string(verdict(figure));
    json.endObject();
  }

  private static String verdict(Equivalence figure) {
    return figure.verdict().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public StudyFile table() {
    return StudyFile.CALIBRATION;
  }

  @Override
  public void tableTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of(
          "model",
          "metric",
          "unit",
          "requests",
          "difference",
          "low",
          "high",
          "tolerated",
          "n",
          "verdict"));
      for (Calibration.Model model : found.models()) {
        for (Equivalence each : model.figures()) {
          csv.text(model.model().word()).text(each.metric().flat());
          csv.text(each.metric().unit().symbol()).number(each.reference());
          csv.number(each.difference()).number(each.asDifference().low());
          csv.number(each.asDifference().high()).number(each.tolerated()).number(each.n());
          csv.text(verdict(each));
          csv.endLine();
        }
      }
    }
  }

  @Override
  public Told told() {
    return CalibrationReport.of(facts());
  }

  /** The same for people. */
  public CalibrationFacts facts() {
    Map<String, List<String>> refused = new LinkedHashMap<>();
    found
        .refused()
        .forEach((model, problems) ->
            refused.put(model.word(), problems.stream().map(Problem::toString).toList()));
    return new CalibrationFacts(
        found.models().stream()
            .map(each -> new CalibrationFacts.Model(each.model().word(), each.figures()))
            .toList(),
        refused,
        found.outcome().variants().stream()
            .map(each -> new CalibrationFacts.Measured(
                each.name(), List.copyOf(each.estimates().values())))
            .toList());
  }
}
