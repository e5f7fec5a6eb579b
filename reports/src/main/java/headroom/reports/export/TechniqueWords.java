package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.results.Metric;
import headroom.scenarios.experiment.Refinement;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.BatchMeans.Batched;
import headroom.statistics.Estimate.Basis;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a technique of variance reduction, or of batches, did, in words and in JSON. */
record TechniqueWords(Refinement refinement) {

  /** The figures whose gains are told; all stand in the summary. */
  private static final List<String> TOLD = List.of(
      "latency.mean", "latency.p99", "availability.request", "requests.failed", "cost.monthly");

  List<String> sentences() {
    if (refinement.technique().batches() > 0) {
      return List.of(batches());
    }
    return switch (refinement.technique().variates()) {
      case NONE -> List.of();
      case ANTITHETIC ->
        List.of(
            "Antithetic pairs: every second replication has the mirrored luck of the one before;"
                + " intervals are those of the pairs' means. " + gains(1) + ".");
      case CONTROL ->
        List.of(control() + " " + gains(0.5)
            + ". Each replication simulates that queue as well, up to twice the work: it pays where"
            + " more than half of the variance is gone.");
    };
  }

  /** What became of the variance, where it pays only below a ratio. */
  private String gains(double paying) {
    String told = TOLD.stream()
        .flatMap(flat -> gain(flat).map(gain -> said(flat, gain, paying)).stream())
        .collect(Collectors.joining(", "));
    return told.isEmpty()
        ? "No figure has a variance to be reduced: it does not pay"
        : "Variance of the mean, against as many plain replications: " + told;
  }

  private Optional<Refinement.Gain> gain(String flat) {
    return refinement.gains().entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals(flat))
        .map(Map.Entry::getValue)
        .filter(gain -> gain.plain() > 0)
        .findFirst();
  }

  private static String said(String flat, Refinement.Gain gain, double paying) {
    long percent = Math.round(100 * (1 - gain.ratio()));
    String change = percent >= 0 ? percent + " % less" : -percent + " % more";
    return flat + " " + change + (gain.ratio() < paying ? "" : " (does not pay)");
  }

  private String control() {
    return refinement
        .queue()
        .map(queue -> "Control variate: the same requests at a queue of " + queue.workers()
            + (queue.workers() == 1 ? " worker" : " workers") + " with a load of "
            + Numbers.said(Form.SHARE, queue.load()) + ", of which theory says "
            + Numbers.said(Form.DURATION, queue.meanSeconds()) + " (here it measured "
            + Numbers.said(Form.DURATION, refinement.measured().orElse(Double.NaN))
            + "); latencies are corrected by regression on it.")
        .orElse("");
  }

  private String batches() {
    List<Batched> all = List.copyOf(refinement.batched().values());
    String correlated = all.stream()
        .filter(each -> each.estimate().basis() == Basis.SINGLE)
        .map(each -> each.estimate().metric().flat())
        .collect(Collectors.joining(", "));
    String fewer = all.stream()
        .filter(each -> each.estimate().hasInterval()
            && each.batches() < refinement.technique().batches())
        .map(each -> each.estimate().metric().flat() + " (" + each.batches() + ")")
        .collect(Collectors.joining(", "));
    return "Batch means: what counts of the one run is cut into "
        + refinement.technique().batches() + " batches of "
        + Lengths.words(refinement.length().toNanos() / 1e9)
        + ", whose spread makes the intervals of requests, availability and mean latency; other"
        + " figures have none."
        + lag()
        + (fewer.isEmpty() ? "" : " Neighbours were alike, so there are fewer for " + fewer + ".")
        + (correlated.isEmpty()
            ? ""
            : " Even ten batches are not independent, so there is no interval, for " + correlated
                + ": let the run last longer.");
  }

  private String lag() {
    return refinement.batched().values().stream()
        .filter(each -> each.estimate().metric().flat().equals("latency.mean"))
        .filter(each -> Double.isFinite(each.correlation()))
        .map(each -> " Correlation of neighbouring batches of latency.mean: "
            + Numbers.fixed(each.correlation(), 2) + ".")
        .findFirst()
        .orElse("");
  }

  void writeTo(JsonWriter json) {
    if (refinement.technique().isPlain()) {
      return;
    }
    json.field("technique").beginObject();
    json.field("name").string(name());
    refinement.queue().ifPresent(queue -> {
      json.field("queue").beginObject();
      json.field("workers").number(queue.workers());
      json.field("load").number(queue.load());
      json.field("expected").number(queue.meanSeconds());
      json.field("measured").number(refinement.measured().orElse(Double.NaN));
      json.endObject();
    });
    if (refinement.technique().batches() > 0) {
      json.field("batches").beginObject();
      refinement.batched().forEach((metric, batched) -> write(json, metric, batched));
      json.endObject();
    } else {
      json.field("variance-left").beginObject();
      refinement.gains().forEach((metric, gain) -> {
        if (gain.plain() > 0) {
          json.field(metric.flat()).number(gain.ratio());
        }
      });
      json.endObject();
    }
    json.endObject();
  }

  private String name() {
    return refinement.technique().batches() > 0
        ? "batch-means"
        : refinement.technique().variates().name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonWriter json, Metric metric, Batched batched) {
    json.field(metric.flat()).beginObject();
    json.field("batches").number(batched.batches());
    json.field("correlation").number(batched.correlation());
    json.field("independent").bool(batched.estimate().hasInterval());
    json.endObject();
  }
}
