package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import org.junit.jupiter.api.Test;

/** Each finding is said when the intervals support it, and otherwise not. */
class FindingsTest {

  private static void says(String words, Estimates estimates) {
    assertTrue(estimates.words().contains(words), estimates.words());
  }

  @Test
  void theLargestPartOfTheBill() {
    says("Compute is the largest part of the bill: 72 to 77 % of it.", Estimates.ofTheSale());
  }

  @Test
  void partsThatOverlapAreNotRanked() {
    says(
        "Compute and transfer are the largest parts of the bill; which of them is larger is open.",
        Estimates.ofTheSale().set("cost.compute", 7.33, 0.2));
  }

  @Test
  void theOnlyPartIsAllOfIt() {
    says(
        "Compute is the whole bill.",
        Estimates.ofTheSale().without("cost.transfer").without("cost.load"));
  }

  @Test
  void mostDowntimeNeedsMoreThanHalfAtTheWorstEnds() {
    says("Most downtime came from power-loss-b: 75 to 90 %.", Estimates.ofTheSale());
    says(
        "The largest cause of downtime is power-loss-b: 39 to 65 %.",
        Estimates.ofTheSale()
            .set("downtime.power-loss-b", 1000, 100)
            .add("downtime", "overload", 400, 120));
  }

  @Test
  void causesThatOverlapAreNotRanked() {
    says(
        "No single cause of downtime stands out: capacity and power-loss-b lie too close to tell"
            + " apart.",
        Estimates.ofTheSale().set("downtime.power-loss-b", 590, 60));
  }

  @Test
  void whatSlowRequestsWaitForIsSaidWhenItIsMostOfTheirTime() {
    says(
        "Of a p99 latency of 468 ± 21 ms, 57 to 72 % is waiting at the instance.",
        Estimates.ofTheSale());
    Estimates unsure = Estimates.ofTheSale().set("latency.p99", 0.468, 0.18);
    assertFalse(unsure.words().contains("Of a p99"), unsure.words());
    Estimates even = Estimates.ofTheSale().set("latency.p99.queue", 0.2, 0.01);
    assertFalse(even.words().contains("Of a p99"), even.words());
  }

  @Test
  void clientsThatStayUnansweredAreTold() {
    Estimates stuck = Estimates.ofTheSale();
    says("though the trigger is over (a metastable failure): 44.2 ± 1.5 min", stuck);
    String ofTheShown = MetastableFinding.of(stuck.facts()).orElseThrow().text();
    assertTrue(
        ofTheShown
            .replace('\u00A0', ' ')
            .endsWith(
                "In the one shown, web stays down for 45 min after power-loss-b was over, kept"
                    + " there by requests that are sent again and again."),
        ofTheShown);
    Estimates none = Estimates.ofTheSale().set("metastable.seconds", 0, 0);
    assertFalse(none.words().contains("metastable"), none.words());
  }

  @Test
  void aCauseNeverSeenIsNotNamed() {
    Estimates none = Estimates.ofTheSale().without("downtime.power").without("requests.failed-by");
    says("All downtime seen had one cause: capacity.", none);
    assertFalse(none.words().contains("power-loss-b"), none.words());
  }

  @Test
  void failedRequestsAreToldApartWhenTheirMainCauseIsAnother() {
    Estimates other = Estimates.ofTheSale().set("requests.failed-by.capacity", 90_000, 900);
    says("Most failed requests came from capacity: 83.7 to 85.4 %.", other);
    says("Most downtime came from power-loss-b", other);
  }

  @Test
  void verdictsFollowTheWholeInterval() {
    says("undecided: Requests answered, target at least 99.95 %", Estimates.ofTheSale());
    says(
        "met: Requests answered",
        Estimates.ofTheSale().set("availability.request", 0.9998, 0.0001));
    says(
        "missed: Requests answered",
        Estimates.ofTheSale().set("availability.request", 0.9990, 0.0001));
    says("met: p99 latency, target at most 500 ms", Estimates.ofTheSale());
    says("undecided: p99 latency", Estimates.ofTheSale().set("latency.p99", 0.49, 0.021));
    says("missed: p99 latency", Estimates.ofTheSale().set("latency.p99", 0.6, 0.021));
  }

  private static Estimates saving(double mean, double half) {
    return Estimates.ofTheSale()
        .put(Metric.value("commitments.web-1y", "saving", "", Unit.USD), mean, half)
        .put(Metric.value("commitments.web-1y", "utilisation", "", Unit.ONE), 0.61, 0.02)
        .put(Metric.value("commitments.web-1y", "break-even", "", Unit.ONE), 0.7, 0)
        .put(Metric.value("", "commitments", "coverage", Unit.ONE), 0.55, 0.01);
  }

  @Test
  void aCommitmentPaysOrNotOnlyWhereTheIntervalOfItsSavingTells() {
    says(
        "Commitments cover 55.0 ± 1.0 % of instance time at list prices; web-1y costs 12.00 ± 3.00 USD"
            + " more over the simulated time than on demand would, being used 61.0 ± 2.0 % of its time (break-even 70 %).",
        saving(-12, 3));
    says("web-1y saves 12.00 ± 3.00 USD against on demand over the simulated time", saving(12, 3));
    String open = saving(-12, 13).words();
    assertFalse(open.contains("web-1y"), open);
  }

  private static String buying(double mean, double half) {
    Metric metric = Metric.value("", "cost", "saving", Unit.USD);
    Estimate saving =
        new Estimate(metric, mean, mean - half, mean + half, 20, Estimate.Basis.STUDENT);
    return BuyingFinding.of(Sale.offered(
            new RunFacts.Costs.Buying("2 reserved m5.large, one year, no upfront", saving)))
        .map(Finding::text)
        .orElse("")
        .replace('\u00A0', ' ');
  }

  @Test
  void whatWouldBeCheaperIsToldWhereItSavesForSure() {
    assertEquals(
        "Cheaper than what is bought now: 2 reserved m5.large, one year, no upfront, which saves"
            + " 30 ± 4 USD a month.",
        buying(30, 4));
    assertEquals("", buying(30, 31));
    assertFalse(Estimates.ofTheSale().words().contains("Cheaper than"), "nothing was asked");
  }

  private static String slowTimes(double target) {
    RunFacts facts = Sale.wanting(target);
    return SlowTimesFinding.of(facts, Course.of(facts.shown()).orElseThrow())
        .map(Finding::text)
        .orElse("")
        .replace('\u00A0', ' ');
  }

  @Test
  void whenTheTargetIsMissedIsToldWhereItIsAndOnlyIfMostOfItLiesTogether() {
    String missed = slowTimes(0.5);
    assertTrue(
        missed.startsWith("In the replication shown the p99 is above its target of 500 ms"),
        missed);
    assertTrue(missed.matches(".*most of it between \\d\\d:00 and \\d\\d:00.*"), missed);
    assertEquals("", slowTimes(1e6), "never missed");
    assertEquals("", slowTimes(1e-6), "always missed, at no hour more than at others");
  }

  @Test
  void aMetastableTimeNeverSeenIsNotTold() {
    assertTrue(Estimates.ofTheSale().words().contains("Clients stay unanswered"));
    String none = Estimates.ofTheSale().set("metastable.seconds", 0, 0).words();
    assertFalse(none.contains("Clients stay unanswered"), none);
  }

  @Test
  void aGroupThatNeverChangesIsSaidToOnlyWhereItsMostIsItsMean() {
    Estimates constant = Estimates.ofTheSale()
        .set("groups.web.instances.mean", 8, 0)
        .set("groups.web.instances.max", 8, 0);
    says("web runs 8 instances throughout; launches", constant);
    String other = constant.set("groups.web.instances.max", 9, 0.4).words();
    assertFalse(other.contains("throughout"), other);
  }

  @Test
  void theGroupThatRunsMostIsDescribed() {
    says(
        "web runs 5.66 ± 0.08 instances on average, 11.2 ± 0.5 at its largest; launches in 2.96"
            + " days: 24.3 ± 1.7, scale-outs: 11.9 ± 0.9.",
        Estimates.ofTheSale());
    assertEquals(-1, Estimates.ofTheSale().without("groups.").words().indexOf("instances"));
    String never = Estimates.ofTheSale().set("groups.web.scale-outs", 0, 0).words();
    assertTrue(never.contains("24.3 ± 1.7."), never);
  }
}
