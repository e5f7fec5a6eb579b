package headroom.reports.export;

import headroom.results.Metric;
import headroom.scenarios.experiment.Setting;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.VariantOutcome;
import headroom.statistics.Estimate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code variants.csv}: a row for each variant, for each metric its mean and the interval's ends. */
record VariantsTable(StudyOutcome outcome) {

  void writeTo(OutputStream out) throws IOException {
    List<String> paths = outcome.variants().stream()
        .flatMap(variant -> variant.set().stream())
        .map(Setting::path)
        .distinct()
        .toList();
    TreeSet<Metric> metrics = new TreeSet<>();
    outcome.variants().forEach(variant -> metrics.addAll(variant.estimates().keySet()));
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(headings(paths, metrics));
      for (VariantOutcome variant : outcome.variants()) {
        csv.text(variant.name()).number(variant.replications().size());
        for (String path : paths) {
          csv.text(variant.at(path).orElse(""));
        }
        for (Metric metric : metrics) {
          estimate(csv, variant.estimates().get(metric));
        }
        csv.endLine();
      }
    }
  }

  private static List<String> headings(List<String> paths, TreeSet<Metric> metrics) {
    List<String> headings = new ArrayList<>(List.of("variant", "replications"));
    headings.addAll(paths);
    for (Metric metric : metrics) {
      headings.addAll(List.of(metric.flat(), metric.flat() + " low", metric.flat() + " high"));
    }
    return headings;
  }

  private static void estimate(CsvWriter csv, @org.jspecify.annotations.Nullable Estimate estimate)
      throws IOException {
    if (estimate == null) {
      csv.number(Double.NaN).number(Double.NaN).number(Double.NaN);
    } else {
      csv.number(estimate.mean()).number(estimate.low()).number(estimate.high());
    }
  }
}
