package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Metric;
import headroom.results.Metric.Kind;
import headroom.results.Unit;
import headroom.statistics.Difference;
import org.junit.jupiter.api.Test;

/** Differences in plain sentences. */
class DifferenceWordsTest {

  private static final Metric COST = Metric.value("", "cost", "monthly", Unit.USD);
  private static final Metric SHARE =
      new Metric("", "availability", "request", Unit.ONE, Kind.SUCCESS_SHARE);
  private static final Metric P99 = Metric.value("", "latency", "p99", Unit.SECONDS);

  private static String sentence(Metric metric, double mean, double half) {
    Difference difference = new Difference(metric, mean, mean - half, mean + half, 10, false);
    return DifferenceWords.sentence("B", difference).replace('\u00A0', ' ');
  }

  @Test
  void whatIsFoundIsToldWithItsSign() {
    assertEquals("B costs 212 ± 9 USD a month less.", sentence(COST, -212.3, 9));
    assertEquals("B costs 212 ± 9 USD a month more.", sentence(COST, 212.3, 9));
    assertEquals("p99 latency: 30 ± 5 ms less with B.", sentence(P99, -0.03, 0.005));
    assertEquals(
        "Availability: 0.20 ± 0.01 points more with B."
            .replace("0.20", "0.200")
            .replace("0.01 ", "0.010 "),
        sentence(SHARE, 0.002, 0.0001));
  }

  @Test
  void aTinyIntervalAddsNoDigitsThatMeanNothing() {
    assertEquals("B costs 212.35 ± 0.01 USD a month less.", sentence(COST, -212.3456, 0.00002));
  }

  @Test
  void whatIsNotFoundHasALimit() {
    assertEquals(
        "Availability: no difference found, at most 0.004 points.",
        sentence(SHARE, 0.000005, 0.000035).replace("0.0040", "0.004"));
    assertEquals(
        "Cost per month: no difference found, at most 6 USD.",
        sentence(COST, 1, 5).replace("6.0", "6"));
  }

  /** A share ends at 0, a difference of shares does not: its interval is told to both sides. */
  @Test
  void aDifferenceIsNotCutAtZero() {
    Difference more = new Difference(SHARE, 0.0007, -0.0013, 0.0027, 6, false);
    assertEquals("+0.07 ± 0.20 points", DifferenceWords.signed(more).replace('\u00A0', ' '));
  }

  /** Few replications that agree say little, and the words say that it is they who say so. */
  @Test
  void whatNeverDifferedIsToldWithWhatSoFewLeaveOpen() {
    Difference never = new Difference(SHARE, 0, -0.61, 0.61, 4, true);
    assertEquals(
        "Availability: the same in all 4 replications; so few leave up to 61 points possible.",
        DifferenceWords.sentence("B", never).replace('\u00A0', ' '));
    assertEquals("0, at most 61 points", DifferenceWords.signed(never).replace('\u00A0', ' '));
    Difference once = new Difference(SHARE, 0.01, -0.6, 0.62, 4, true);
    assertEquals("at most 62 points", DifferenceWords.signed(once).replace('\u00A0', ' '));
  }

  @Test
  void whatIsTheSameEverywhereIsTheSame() {
    assertEquals("Cost per month: the same in every replication.", sentence(COST, 0, 0));
  }

  @Test
  void whatIsTheSameInEveryReplicationHasItsUnitToo() {
    Difference none = new Difference(COST, 0, 0, 0, 10, false);
    assertEquals("0 USD", DifferenceWords.signed(none).replace('\u00A0', ' '));
    Metric size = Metric.value("groups.web", "instances", "max", Unit.ONE);
    Difference two = new Difference(size, 2, 2, 2, 10, false);
    assertEquals("+2 ± 0", DifferenceWords.signed(two).replace('\u00A0', ' '));
  }
}
