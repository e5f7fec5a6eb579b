package headroom.reports.export;

import headroom.results.Metric;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Replication;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code metrics.csv}: every figure of every replication, a line each. */
record MetricsTable(Outcome outcome) {

  // The scenario as it stands; variants of a sweep have names of their own.
  private static final String VARIANT = "base";

  void writeTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of("variant", "replication", "metric", "value"));
      for (Replication replication : outcome.replications()) {
        for (Map.Entry<Metric, Double> figure : replication.figures().entrySet()) {
          csv.text(VARIANT).number(replication.number());
          csv.text(figure.getKey().flat()).number(figure.getValue());
          csv.endLine();
        }
      }
    }
  }
}
