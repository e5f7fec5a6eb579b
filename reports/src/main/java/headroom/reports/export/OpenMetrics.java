package headroom.reports.export;

import headroom.results.Metric;
import headroom.scenarios.experiment.Outcome;
import headroom.statistics.Estimate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code metrics.prom}: every figure as OpenMetrics text 1.0, a gauge each with its mean and the
 * ends of its interval; names are those of {@code summary.json} as a label.
 */
record OpenMetrics(Outcome outcome, String version) {

  private static final String PREFIX = "headroom_";

  void writeTo(OutputStream out) throws IOException {
    out.write(text().getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    Map<String, StringBuilder> families = new TreeMap<>();
    outcome.estimates().forEach((metric, estimate) -> samples(families, metric, estimate));
    StringBuilder text = new StringBuilder();
    families.forEach((family, samples) -> {
      text.append("# TYPE ").append(family).append(" gauge\n");
      String unit = unit(family);
      if (!unit.isEmpty()) {
        text.append("# UNIT ").append(family).append(' ').append(unit).append('\n');
      }
      text.append(samples);
    });
    return text.append("# EOF\n").toString();
  }

  private void samples(Map<String, StringBuilder> families, Metric metric, Estimate estimate) {
    String family = PREFIX + "figure" + suffix(metric);
    StringBuilder samples = families.computeIfAbsent(family, any -> new StringBuilder());
    sample(samples, family, metric, "mean", estimate.mean());
    sample(samples, family, metric, "low", estimate.low());
    sample(samples, family, metric, "high", estimate.high());
  }

  /** A family is named for its unit, as OpenMetrics asks. */
  private static String suffix(Metric metric) {
    return switch (metric.unit()) {
      case USD -> "_usd";
      case SECONDS -> "_seconds";
      case HOURS -> "_hours";
      case PER_SECOND -> "_per_second";
      case ONE -> "";
    };
  }

  private static String unit(String family) {
    String suffix = family.substring((PREFIX + "figure").length());
    return suffix.isEmpty() ? "" : suffix.substring(1);
  }

  private void sample(
      StringBuilder text, String family, Metric metric, String statistic, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("scenario", outcome.trial().scenario().name());
    labels.put("figure", metric.flat());
    labels.put("statistic", statistic);
    text.append(family).append('{');
    String comma = "";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(comma).append(label.getKey()).append("=\"").append(escaped(label.getValue()));
      text.append('"');
      comma = ",";
    }
    text.append("} ").append(value).append('\n');
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
  }
}
