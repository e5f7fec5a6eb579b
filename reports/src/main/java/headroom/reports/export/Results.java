package headroom.reports.export;

import headroom.billing.FocusRow;
import headroom.billing.FocusRows;
import headroom.reports.page.Page;
import headroom.reports.page.ReportContent;
import headroom.reports.print.PdfFile;
import headroom.scenarios.experiment.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is written about one outcome. */
public final class Results {

  /** The file a person opens. */
  public static final String REPORT = ResultsFile.REPORT.fileName();

  private final Outcome outcome;
  private final FileOptions options;
  private final Summary summary;

  public Results(Outcome outcome) {
    this(outcome, FileOptions.USUAL);
  }

  public Results(Outcome outcome, FileOptions options) {
    this.outcome = outcome;
    this.options = options;
    this.summary = new Summary(outcome, Version.current());
  }

  /** Writes all files into a folder, or none. */
  public void writeTo(ResultsFolder folder) throws IOException {
    ReportContent report = new ReportPage(outcome, Version.current()).content();
    Map<String, FileContent> files = new LinkedHashMap<>();
    for (ResultsFile file : ResultsFile.values()) {
      if (file.isAskedFor(options)) {
        files.put(file.fileName(), content(file, report));
      }
    }
    files.putAll(ChartFiles.of(report, options));
    folder.replace(files);
  }

  /** The page that {@link #REPORT} holds. */
  public String report() {
    return Page.html(new ReportPage(outcome, Version.current()).content());
  }

  /** Writes {@code summary.json} to a stream and leaves it open. */
  public void summaryTo(OutputStream out) {
    summary.writeTo(new KeptOpen(out));
  }

  private FileContent content(ResultsFile file, ReportContent report) {
    return switch (file) {
      case SUMMARY -> summary::writeTo;
      case METRICS -> new MetricsTable(outcome)::writeTo;
      case TIMELINE -> new TimelineTable(outcome.shown())::writeTo;
      case EVENTS -> new EventsTable(outcome.shown())::writeTo;
      case SLOW_REQUESTS -> new SlowRequestsTable(outcome.shown())::writeTo;
      case BILL -> new BillTable(bill(), options.focus())::writeTo;
      case BILL_PARQUET -> new BillParquet(bill(), options.focus())::writeTo;
      case TIMELINE_PARQUET -> new TimelineParquet(outcome.shown())::writeTo;
      case PROVENANCE -> new Provenance(outcome, Version.current())::writeTo;
      case OPENMETRICS -> new OpenMetrics(outcome, Version.current())::writeTo;
      case JUNIT -> new JunitFile(outcome)::writeTo;
      case REPORT -> out -> out.write(Page.html(report).getBytes(StandardCharsets.UTF_8));
      case REPORT_PDF -> out -> PdfFile.write(report, out);
    };
  }

  private List<FocusRow> bill() {
    return FocusRows.of(
        outcome.shownBill(),
        outcome.trial().scenario().name(),
        outcome.trial().accounting(),
        options.isBillByMonth());
  }
}
