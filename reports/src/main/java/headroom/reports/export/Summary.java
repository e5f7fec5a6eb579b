package headroom.reports.export;

import headroom.results.Metric;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.JsonWriter;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import java.io.OutputStream;
import java.util.Locale;

/**
 * {@code summary.json}: every metric with its 95 % interval, and what became of the expectations;
 * nothing in it depends on when or where it was made.
 */
public final class Summary {

  private final Outcome outcome;
  private final String version;

  public Summary(Outcome outcome, String version) {
    this.outcome = outcome;
    this.version = version;
  }

  /** Writes it as UTF-8. The stream is closed. */
  public void writeTo(OutputStream out) {
    try (JsonWriter json = JsonWriter.to(out)) {
      write(json);
    }
  }

  private void write(JsonWriter json) {
    Scenario scenario = outcome.trial().scenario();
    json.beginObject();
    json.field("scenario").string(scenario.name());
    json.field("version").string(version);
    json.field("seed").number(scenario.seed());
    json.field("replications").number(outcome.replications().size());
    json.field("start").string(scenario.start().toString());
    json.field("lasts").number(scenario.lasts().toNanos() / 1e9);
    json.field("warm-up").number(scenario.warmUp().toNanos() / 1e9);
    json.field("prices").string(outcome.trial().priceBook().id());
    json.field("expectations").beginArray();
    outcome.verdicts().forEach(verdict -> verdict(json, verdict));
    json.endArray();
    json.field("metrics").beginObject();
    outcome.estimates().forEach((metric, estimate) -> metric(json, metric, estimate));
    json.endObject();
    json.endObject();
  }

  static void verdict(JsonWriter json, Verdict verdict) {
    json.beginObject();
    json.field("expect").string(verdict.expectation().text());
    json.field("verdict").string(verdict.state().name().toLowerCase(Locale.ROOT));
    json.field("replications-needed");
    if (verdict.replicationsNeeded().isPresent()) {
      json.number(verdict.replicationsNeeded().getAsInt());
    } else {
      json.nothing();
    }
    json.endObject();
  }

  static void metric(JsonWriter json, Metric metric, Estimate estimate) {
    json.field(metric.flat()).beginObject();
    json.field("mean").number(estimate.mean());
    json.field("low").number(estimate.low());
    json.field("high").number(estimate.high());
    json.field("unit").string(metric.unit().symbol());
    json.field("n").number(estimate.n());
    json.endObject();
  }
}
