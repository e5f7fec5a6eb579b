package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says is said by the numbers: other numbers, other words, or none. */
class AnswerTest {

  private static String answer(Estimates estimates) {
    return Answer.of(estimates.facts()).replace('\u00A0', ' ');
  }

  @Test
  void theAnswerInOneSentence() {
    assertEquals(
        "web-shop costs 531 ± 9 USD per month, answers 99.948 ± 0.004 % of its requests and has a"
            + " p99 latency of 468 ± 21 ms.",
        answer(Estimates.ofTheSale()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost.monthly", "availability.request", "latency.p99"})
  void everyFigureInItMovesWithItsMetricAndVanishesWithIt(String flat) {
    String before = answer(Estimates.ofTheSale());
    Estimate old = Sale.facts().estimate(flat).orElseThrow();
    String moved = answer(Estimates.ofTheSale().set(flat, old.mean() * 0.9, old.halfWidth()));
    String wider = answer(Estimates.ofTheSale().set(flat, old.mean(), old.halfWidth() * 3));
    String without = answer(Estimates.ofTheSale().without(flat));
    assertNotEquals(before, moved);
    assertNotEquals(before, wider);
    assertTrue(without.length() < before.length(), without);
  }

  /** Every estimate's numbers given to another: whatever was said of them has to change. */
  @Test
  void permutedNumbersGiveOtherWords() {
    String before = Estimates.ofTheSale().words();
    List<Estimate> all = List.copyOf(Sale.facts().estimates().values());
    for (Estimate one : all) {
      if (isSaid(one.metric())) {
        for (Estimate other : all) {
          if (other.mean() != one.mean() && other.mean() < 1e6) {
            String after = Estimates.ofTheSale()
                .set(one.metric().flat(), other.mean(), other.halfWidth())
                .words();
            assertNotEquals(before, after, one.metric() + " as " + other.metric());
          }
        }
      }
    }
  }

  private static boolean isSaid(Metric metric) {
    return List.of(
            "cost.monthly",
            "cost.compute",
            "availability.request",
            "latency.p99",
            "downtime.power-loss-b",
            "groups.web.instances.mean",
            "groups.web.instances.max",
            "groups.web.launches",
            "groups.web.scale-outs")
        .contains(metric.flat());
  }

  @Test
  void noFailureSeenIsNoPromise() {
    Estimates none = Estimates.ofTheSale()
        .set("requests.failed", 0, 0, 0.37, Basis.RARE)
        .set("availability.request", 1, 0.99999, 1, Basis.RARE);
    assertTrue(
        answer(none)
            .contains(
                "failed no request in 29.6 simulated days (up to 46 a year cannot be excluded)"),
        answer(none));
    assertFalse(answer(none).contains("100"));
  }

  @Test
  void failuresInFewReplicationsAreALimitToo() {
    Estimates few = Estimates.ofTheSale().set("requests.failed", 0.2, 0, 0.9, Basis.RARE);
    assertTrue(
        answer(few)
            .contains(
                "failed requests in fewer than 5 of 10 replications, 29.6 simulated days (up to 120"
                    + " a year cannot be excluded)"),
        answer(few));
  }

  @Test
  void aSingleReplicationClaimsNoInterval() {
    String words = Estimates.ofTheSale().single().words();
    assertFalse(words.contains("±"), words);
    assertTrue(words.contains("undecided: Requests answered"), words);
    assertTrue(words.contains("in this one replication"), words);
  }

  @Test
  void nothingMeasuredIsSaidSo() {
    assertEquals(
        "web-shop gave no figure for cost, availability or latency.",
        answer(Estimates.ofTheSale().without("")));
  }
}
