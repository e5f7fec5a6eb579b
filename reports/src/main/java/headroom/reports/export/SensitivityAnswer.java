package headroom.reports.export;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.BarFigure.Bar;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Figure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import headroom.reports.figure.TornadoFigure;
import headroom.reports.page.Block;
import headroom.reports.page.Chapter;
import headroom.reports.page.Finding;
import headroom.reports.page.Told;
import headroom.reports.page.Topic;
import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Sensitivity;
import headroom.scenarios.experiment.Sensitivity.Input;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Bounded;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What inputs do to a metric, as files and page have it. */
public record SensitivityAnswer(Sensitivity found) implements StudyAnswer {
  private static final int FINDINGS = 4;
  private static final int MOST_BARS = 20;

  @Override
  public void writeTo(JsonWriter json) {
    json.field("sensitivity").beginObject();
    json.field("metric").string(found.metric());
    json.field("method").string(method());
    json.field("rows").number(found.design().rows());
    json.field("inputs").beginArray();
    for (Input input : found.inputs()) {
      json.beginObject();
      json.field("path").string(input.path());
      input.measures().forEach((name, figure) -> {
        json.field(name).beginObject();
        json.field("value").number(figure.value());
        json.field("low").number(figure.low());
        json.field("high").number(figure.high());
        json.endObject();
      });
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private String method() {
    return found.design().method().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public StudyFile table() {
    return StudyFile.SENSITIVITY;
  }

  @Override
  public void tableTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(
          List.of("input", "method", "metric", "from", "to", "measure", "value", "low", "high"));
      for (Input input : found.inputs()) {
        for (Map.Entry<String, Bounded> each : input.measures().entrySet()) {
          csv.text(input.path()).text(method()).text(found.metric());
          csv.text(input.low()).text(input.high()).text(each.getKey());
          csv.number(each.getValue().value());
          csv.number(each.getValue().low()).number(each.getValue().high());
          csv.endLine();
        }
      }
    }
  }

  @Override
  public Told told() {
    SensitivityWords words = new SensitivityWords(found);
    List<String> sentences = words.sentences();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Picture(figure(words)));
    sentences.stream().skip(1 + FINDINGS).map(Block.Paragraph::new).forEach(blocks::add);
    List<Finding> findings = sentences.stream()
        .skip(1)
        .limit(FINDINGS)
        .map(each -> new Finding(each, "sensitivity-" + method()))
        .toList();
    return new Told(
        begin() + sentences.get(0),
        words.how(),
        List.of(Chapter.of(Topic.FACTORS, blocks).finding(findings)),
        true);
  }

  /** The first is said to be first only where its interval lies above those of all others, and zero. */
  private String begin() {
    double least = size(found.inputs().get(0).main()).low();
    boolean isAlone = least > 0
        && found.inputs().stream().skip(1).allMatch(each -> size(each.main()).high() < least);
    return isAlone
        ? "What matters most is "
        : "What matters most is open by the intervals; seen to move most: ";
  }

  /** Without its sign. */
  private static Bounded size(Bounded effect) {
    return effect.value() >= 0
        ? effect
        : new Bounded(-effect.value(), -effect.high(), -effect.low());
  }

  private Figure figure(SensitivityWords words) {
    Caption caption = new Caption(
        "sensitivity-" + method(), words.shown(), words.sentences().get(0), words.how());
    if (found.design().method() == Design.Method.TORNADO) {
      return new TornadoFigure(
          caption,
          Scale.linear("change of " + words.name(), words.form()).label(),
          words.form(),
          found.inputs().stream().limit(MOST_BARS).map(this::swing).toList());
    }
    Scale scale = words.isShareOfVariance()
        ? Scale.linear("share of the variance, with interactions", Form.SHARE)
        : Scale.linear(words.name(), words.form());
    return new BarFigure(
        caption,
        scale,
        found.inputs().stream().limit(MOST_BARS).map(input -> bar(input, words)).toList());
  }

  private static Bar bar(Input input, SensitivityWords words) {
    Bounded main = input.main();
    return new Bar(
        input.path(),
        Tone.FIRST,
        main.value(),
        Math.max(0, main.low()),
        Math.max(0, main.high()),
        words.bar(input));
  }

  private TornadoFigure.Swing swing(Input input) {
    SensitivityWords words = new SensitivityWords(found);
    Bounded low = Objects.requireNonNull(input.measures().get("at-low"));
    Bounded high = Objects.requireNonNull(input.measures().get("at-high"));
    return new TornadoFigure.Swing(
        input.path(),
        new TornadoFigure.End(input.low(), low.value(), low.low(), low.high()),
        new TornadoFigure.End(input.high(), high.value(), high.low(), high.high()),
        words.bar(input));
  }
}
