package headroom.reports.export;

import headroom.billing.Purchasable;
import headroom.results.Metric;
import headroom.scenarios.experiment.Advice;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.JsonWriter;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import headroom.statistics.Spread;
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
    new MethodTold(outcome).writeTo(json);
    json.field("prices").string(outcome.trial().priceBook().id());
    json.field("expectations").beginArray();
    outcome.verdicts().forEach(verdict -> verdict(json, verdict));
    json.endArray();
    json.field("metrics").beginObject();
    outcome.estimates().forEach((metric, estimate) -> metric(json, metric, estimate));
    json.endObject();
    json.field("quantiles").beginObject();
    outcome.costSpreads().forEach((metric, spread) -> spread(json, metric, spread));
    json.endObject();
    if (!outcome.compared().isEmpty()) {
      json.field("price-books").beginObject();
      outcome.compared().forEach(other -> compared(json, other));
      json.endObject();
    }
    if (!outcome.advice().isEmpty()) {
      json.field("advice").beginArray();
      outcome.advice().forEach(advice -> advice(json, advice));
      json.endArray();
    }
    json.endObject();
  }

  private static void advice(JsonWriter json, Advice advice) {
    json.beginObject();
    json.field("of").string(AdviceWords.what(advice));
    json.field("terms").string(AdviceWords.way(advice));
    purchase(json, "least-expected-cost", advice, advice.cheapest());
    purchase(json, "least-regret", advice, advice.safest());
    json.endObject();
  }

  private static void purchase(
      JsonWriter json, String name, Advice advice, Advice.Purchase purchase) {
    json.field(name).beginObject();
    json.field("buy").beginArray();
    for (int i = 0; i < advice.things().size(); i++) {
      if (purchase.amounts().get(i) > 0) {
        bought(json, advice.things().get(i), purchase.amounts().get(i));
      }
    }
    json.endArray();
    metric(json, purchase.cost().metric(), purchase.cost());
    metric(json, purchase.saving().metric(), purchase.saving());
    metric(json, purchase.regret().metric(), purchase.regret());
    json.field("most-regret").number(purchase.mostRegret());
    json.endObject();
  }

  private static void bought(JsonWriter json, Purchasable thing, long amount) {
    json.beginObject();
    if (thing instanceof Purchasable.Plan plan) {
      json.field("savings-plan").string(plan.terms().kind().word());
      if (!plan.family().isEmpty()) {
        json.field("family").string(plan.family());
      }
      if (!plan.provider().isEmpty()) {
        json.field("provider").string(plan.provider());
      }
      json.field("per-hour").number(AdviceWords.perHour(amount).doubleValue());
    } else {
      json.field("reserved-instances")
          .string(((Purchasable.Reservation) thing).offer().type());
      json.field("count").number(amount);
    }
    if (!AdviceWords.region(thing).isEmpty()) {
      json.field("region").string(AdviceWords.region(thing));
    }
    json.endObject();
  }

  private static void compared(JsonWriter json, BookComparison other) {
    json.field(other.book().id()).beginObject();
    other.estimates().forEach((metric, estimate) -> metric(json, metric, estimate));
    json.endObject();
  }

  private static void spread(JsonWriter json, Metric metric, Spread spread) {
    json.field(metric.flat()).beginObject();
    json.field("p5").number(spread.p5());
    json.field("p50").number(spread.p50());
    json.field("p95").number(spread.p95());
    json.field("unit").string(metric.unit().symbol());
    json.field("n").number(spread.n());
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
