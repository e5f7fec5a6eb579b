package headroom.reports.export;

import headroom.reports.export.FileOptions.Extra;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a results folder, in the order in which they are written. */
enum ResultsFile {
  SUMMARY("summary.json"),
  METRICS("metrics.csv"),
  TIMELINE("timeline.csv"),
  EVENTS("events.csv"),
  SLOW_REQUESTS("slow-requests.csv"),
  BILL("bill.csv"),
  BILL_PARQUET("bill.parquet", Extra.PARQUET),
  TIMELINE_PARQUET("timeline.parquet", Extra.PARQUET),
  OPENMETRICS("metrics.prom", Extra.OPENMETRICS),
  JUNIT("junit.xml", Extra.JUNIT),
  PROVENANCE("provenance.json"),
  REPORT("report.html"),
  REPORT_PDF("report.pdf", Extra.PDF);

  /** All their names. */
  static final List<String> NAMES =
      Stream.of(values()).map(ResultsFile::fileName).toList();

  private final String fileName;
  private final Optional<Extra> extra;

  ResultsFile(String fileName) {
    this.fileName = fileName;
    this.extra = Optional.empty();
  }

  ResultsFile(String fileName, Extra extra) {
    this.fileName = fileName;
    this.extra = Optional.of(extra);
  }

  String fileName() {
    return fileName;
  }

  /** Whether it is written: always, or because it is asked for. */
  boolean isAskedFor(FileOptions options) {
    return extra.map(options::has).orElse(true);
  }
}
