package headroom.reports.export;

import headroom.billing.FocusVersion;
import headroom.reports.export.FileOptions.Extra;
import headroom.reports.page.Page;
import headroom.reports.page.ReportContent;
import headroom.reports.print.PdfFile;
import headroom.results.Metric;
import headroom.scenarios.experiment.Measured;
import headroom.scenarios.experiment.Setting;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.VariantOutcome;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Uncertainty;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that is written about a study. */
public final class StudyResults {

  /** The file a person opens. */
  public static final String REPORT = StudyFile.REPORT.fileName();

  private final StudyOutcome outcome;
  private final Optional<Compared> compared;
  private final SortedMap<Metric, Uncertainty> uncertainties;
  private final Optional<StudyAnswer> answer;

  /** A study whose variants stand side by side. */
  public StudyResults(StudyOutcome outcome) {
    this(outcome, Optional.empty(), new TreeMap<>(), Optional.empty());
  }

  /** A study whose variants are samples of what is not known, and what they leave open. */
  public StudyResults(StudyOutcome outcome, SortedMap<Metric, Uncertainty> uncertainties) {
    this(outcome, Optional.empty(), uncertainties, Optional.empty());
  }

  /** A study whose variants are compared with one of them. */
  public StudyResults(StudyOutcome outcome, Compared compared) {
    this(outcome, Optional.of(compared), new TreeMap<>(), Optional.empty());
  }

  /** A study that was asked something besides the figures of its variants. */
  public StudyResults(StudyOutcome outcome, StudyAnswer answer) {
    this(outcome, Optional.empty(), new TreeMap<>(), Optional.of(answer));
  }

  private StudyResults(
      StudyOutcome outcome,
      Optional<Compared> compared,
      SortedMap<Metric, Uncertainty> uncertainties,
      Optional<StudyAnswer> answer) {
    this.answer = answer;
    this.outcome = outcome;
    this.compared = compared;
    this.uncertainties = uncertainties;
  }

  /**
   * Writes all files into the study's folder.
   *
   * @param extras what is written besides the usual; of a study a PDF and charts
   */
  public void writeTo(StudyFolder folder, Set<Extra> extras) throws IOException {
    FileOptions options = new FileOptions(extras, FocusVersion.V1_2, false);
    ReportContent report = report();
    for (StudyFile file : StudyFile.values()) {
      if (isWritten(file, options)) {
        folder.write(file, content(file, report));
      } else {
        folder.remove(file);
      }
    }
    folder.writeCharts(ChartFiles.of(report, options));
  }

  private ReportContent report() {
    return new StudyPage(
            outcome, compared, uncertainties, answer.map(StudyAnswer::told), Version.current())
        .content();
  }

  private boolean isWritten(StudyFile file, FileOptions options) {
    return switch (file) {
      case DIFFERENCES -> compared.isPresent();
      case CANDIDATES, SENSITIVITY, CALIBRATION ->
        answer.filter(each -> each.table() == file).isPresent();
      case REPORT_PDF -> options.has(Extra.PDF);
      default -> true;
    };
  }

  private FileContent content(StudyFile file, ReportContent report) {
    return switch (file) {
      case SUMMARY -> this::summary;
      case VARIANTS -> new VariantsTable(outcome)::writeTo;
      case METRICS -> this::metrics;
      case DIFFERENCES -> compared.orElseThrow()::tableTo;
      case CANDIDATES, SENSITIVITY, CALIBRATION -> answer.orElseThrow()::tableTo;
      case REPORT -> out -> out.write(Page.html(report).getBytes(StandardCharsets.UTF_8));
      case REPORT_PDF -> out -> PdfFile.write(report, out);
      case PROVENANCE -> this::provenance;
    };
  }

  /** Writes {@code summary.json} to a stream and leaves it open. */
  public void summaryTo(OutputStream out) {
    summary(new KeptOpen(out));
  }

  private void summary(OutputStream out) {
    try (JsonWriter json = JsonWriter.to(out)) {
      json.beginObject();
      json.field("scenario").string(outcome.base().scenario().name());
      json.field("version").string(Version.current());
      json.field("seed").number(outcome.base().scenario().seed());
      json.field("prices").string(outcome.base().priceBook().id());
      new MethodTold(outcome.base()).writeTo(json);
      json.field("variants").beginArray();
      outcome.variants().forEach(variant -> write(json, variant));
      json.endArray();
      compared.ifPresent(each -> each.writeTo(json));
      answer.ifPresent(each -> each.writeTo(json));
      if (!uncertainties.isEmpty()) {
        json.field("uncertainties").beginObject();
        uncertainties.values().forEach(each -> write(json, each));
        json.endObject();
      }
      json.endObject();
    }
  }

  private static void write(JsonWriter json, VariantOutcome variant) {
    json.beginObject();
    json.field("name").string(variant.name());
    json.field("set").beginObject();
    for (Setting each : variant.set()) {
      json.field(each.path()).string(each.value());
    }
    json.endObject();
    json.field("replications").number(variant.replications().size());
    json.field("expectations").beginArray();
    variant.verdicts().forEach(verdict -> Summary.verdict(json, verdict));
    json.endArray();
    json.field("metrics").beginObject();
    variant.estimates().forEach((metric, estimate) -> Summary.metric(json, metric, estimate));
    json.endObject();
    json.endObject();
  }

  private static void write(JsonWriter json, Uncertainty found) {
    json.field(found.metric().flat()).beginObject();
    json.field("mean").number(found.mean());
    json.field("p5").number(found.p5());
    json.field("p50").number(found.p50());
    json.field("p95").number(found.p95());
    json.field("p95-low").number(found.p95Low());
    json.field("p95-high").number(found.p95High());
    json.field("ignorance").number(found.ignorance());
    json.field("unit").string(found.metric().unit().symbol());
    json.endObject();
  }

  private void metrics(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of("variant", "replication", "metric", "value"));
      for (VariantOutcome variant : outcome.variants()) {
        for (Measured replication : variant.replications()) {
          for (Map.Entry<Metric, Double> figure : replication.figures().entrySet()) {
            csv.text(variant.name()).number(replication.number());
            csv.text(figure.getKey().flat()).number(figure.getValue());
            csv.endLine();
          }
        }
      }
    }
  }

  private void provenance(OutputStream out) {
    try (JsonWriter json = JsonWriter.to(out)) {
      json.beginObject();
      json.field("program").string("headroom");
      json.field("version").string(Version.current());
      json.field("engine").string("local");
      json.field("scenario").string(outcome.base().scenario().name());
      json.field("scenario-digest").string("sha-256:" + outcome.base().origin().digest());
      json.field("seed").number(outcome.base().scenario().seed());
      json.field("variants").number(outcome.variants().size());
      json.field("trials").number(outcome.trials());
      json.field("price-book").string(outcome.base().priceBook().id());
      json.field("price-book-date").string(outcome.base().priceBook().date().toString());
      json.field("price-book-source").string(outcome.base().priceBook().source());
      json.endObject();
    }
  }
}
