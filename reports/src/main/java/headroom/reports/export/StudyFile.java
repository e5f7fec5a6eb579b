package headroom.reports.export;

import java.util.List;
import java.util.stream.Stream;

/** The files of a study's folder, in the order in which they are written. */
public enum StudyFile {
  SUMMARY("summary.json"),
  VARIANTS("variants.csv"),
  METRICS("metrics.csv"),
  DIFFERENCES("differences.csv"),
  CANDIDATES("candidates.csv"),
  SENSITIVITY("sensitivity.csv"),
  CALIBRATION("calibration.csv"),
  REPORT("report.html"),
  REPORT_PDF("report.pdf"),
  PROVENANCE("provenance.json");

  /** The trials that are finished; written while the study runs. */
  static final String JOURNAL = "journal";

  /** All their names. */
  static final List<String> NAMES = Stream.concat(
          Stream.of(values()).map(StudyFile::fileName), Stream.of(JOURNAL))
      .toList();

  private final String fileName;

  StudyFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }
}
