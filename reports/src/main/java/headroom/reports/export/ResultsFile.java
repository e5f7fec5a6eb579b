package headroom.reports.export;

import java.util.List;
import java.util.stream.Stream;

/** The files of a results folder, in the order in which they are written. */
enum ResultsFile {
  SUMMARY("summary.json"),
  METRICS("metrics.csv"),
  TIMELINE("timeline.csv"),
  EVENTS("events.csv"),
  SLOW_REQUESTS("slow-requests.csv"),
  BILL("bill.csv"),
  BILL_PARQUET("bill.parquet"),
  TIMELINE_PARQUET("timeline.parquet"),
  PROVENANCE("provenance.json"),
  REPORT("report.html");

  /** All their names. */
  static final List<String> NAMES =
      Stream.of(values()).map(ResultsFile::fileName).toList();

  private final String fileName;

  ResultsFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** Written only when it is asked for. */
  boolean isParquet() {
    return fileName.endsWith(".parquet");
  }
}
