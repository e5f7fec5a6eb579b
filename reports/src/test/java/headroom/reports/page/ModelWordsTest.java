package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.page.RunFacts.Origin;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A report says how its traffic was simulated whenever it was not request by request. */
class ModelWordsTest {

  private static RunFacts simulatedAs(String model) {
    return simulatedAs(model, 0.9999);
  }

  private static RunFacts simulatedAs(String model, double answered) {
    SortedMap<Metric, Estimate> estimates = new TreeMap<>(Sale.facts().estimates());
    Metric share = new Metric("", "availability", "request", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
    Sale.put(estimates, share, answered, 0.00001);
    if (model.equals("hybrid")) {
      Sale.put(estimates, Metric.value("traffic", "requests-share", "", Unit.ONE), 0.02, 0.001);
      Sale.put(estimates, Metric.value("traffic", "simulated-requests", "", Unit.ONE), 0.13, 0.01);
      Sale.put(estimates, Metric.count("traffic", "windows", "", Unit.ONE), 3.4, 0.1);
    }
    RunFacts facts = Sale.with(estimates);
    Origin of = facts.origin();
    return new RunFacts(
        facts.scenario(),
        facts.about(),
        facts.targets(),
        facts.estimates(),
        facts.replications(),
        facts.shown(),
        facts.shownNumber(),
        facts.costs(),
        facts.latency(),
        new Origin(
            of.version(), of.digest(), of.seed(), of.priceBook(), of.priceDate(), model, of.text()),
        facts.assumptions(),
        facts.warnings(),
        facts.expectations());
  }

  private static String words(String model) {
    return ModelWords.of(simulatedAs(model)).orElse("").replace('\u00A0', ' ');
  }

  private static String below(String model) {
    return RunReport.of(Bare.of(simulatedAs(model))).facts().replace('\u00A0', ' ');
  }

  @Test
  void singleRequestsNeedNoWords() {
    assertEquals("", words("requests"));
    assertFalse(below("requests").contains("traffic"));
  }

  @Test
  void ratesAreSaidToBeRates() {
    assertTrue(words("flow").startsWith("Traffic was simulated as rates: no single request"));
    assertTrue(below("flow").contains(" · traffic as rates · "));
  }

  @Test
  void ratesSayWhereTheyAreKnownToBeOff() {
    assertTrue(words("flow").contains("new ones have beside those with a backlog"));
    assertFalse(words("flow").contains("Here "));
    String many = ModelWords.of(simulatedAs("flow", 0.88)).orElse("").replace('\u00A0', ' ');
    assertTrue(many.contains("Here 12 % of the requests failed"), many);
  }

  @Test
  void aHybridSaysWhichShareWasSimulatedHow() {
    String words = words("hybrid");
    assertTrue(words.contains("as rates for 98 % of the time"), words);
    assertTrue(words.contains("request by request for 2 %, in 3.4 windows"), words);
    assertTrue(words.contains("13 % of the requests were simulated one by one"), words);
    assertTrue(below("hybrid").contains("traffic as rates for 98 % of the time"));
  }
}
