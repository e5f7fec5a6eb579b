package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);
  private static final Metric FAILED = Metric.count("requests", "failed", "", Unit.ONE);
  private static final Metric SUCCEEDED = Metric.count("requests", "succeeded", "", Unit.ONE);
  private static final Metric DOWNTIME = Metric.count("downtime", "total", "", Unit.SECONDS);
  private static final Metric SHARE = share("request");
  private static final Metric MINUTES = share("minutes");

  private static Metric share(String of) {
    return new Metric("availability", of, "", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
  }

  /** Replications of one metric; NaN stands for one that lacks it. */
  private static List<SortedMap<Metric, Double>> replications(Metric metric, double... values) {
    List<SortedMap<Metric, Double>> replications = new ArrayList<>();
    for (double value : values) {
      SortedMap<Metric, Double> figures = new TreeMap<>();
      if (!Double.isNaN(value)) {
        figures.put(metric, value);
      }
      replications.add(figures);
    }
    return replications;
  }

  /** Nothing failed of 40,000 requests of a workload: the limit is that of its own, as of all. */
  @Test
  void theShareOfAWorkloadIsLimitedByItsOwnRequests() {
    String shop = "workloads.shop";
    Metric share = new Metric(shop, "availability", "request", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
    List<SortedMap<Metric, Double>> ofShop = replications(share, 1, 1);
    List<SortedMap<Metric, Double>> ofAll = replications(SHARE, 1, 1);
    for (int i = 0; i < 2; i++) {
      ofShop.get(i).put(Metric.count(shop, "requests", "succeeded", Unit.ONE), 20_000.0);
      ofAll.get(i).put(SUCCEEDED, 20_000.0);
    }
    Estimate shops = estimate(share, Estimates.of(ofShop, 86_400));
    assertEquals(estimate(SHARE, Estimates.of(ofAll, 86_400)).low(), shops.low());
    assertTrue(shops.low() > 0.999, "" + shops.low());
  }

  private static Estimate estimate(Metric metric, double... values) {
    return estimate(metric, Estimates.of(replications(metric, values), 86_400));
  }

  private static Estimate estimate(Metric metric, SortedMap<Metric, Estimate> estimates) {
    return Objects.requireNonNull(estimates.get(metric), metric::flat);
  }

  private static void is(
      Basis basis, double mean, double low, double high, int n, Estimate estimate) {
    assertEquals(basis, estimate.basis());
    assertEquals(mean, estimate.mean(), 1e-9);
    assertEquals(low, estimate.low(), 1e-6);
    assertEquals(high, estimate.high(), 1e-6);
    assertEquals(n, estimate.n());
  }

  /** Three values with deviation 1: Student's quantile for two degrees is 4.302653. */
  @Test
  void anIntervalIsStudents() {
    double half = 4.302652729749464 / Math.sqrt(3);
    is(Basis.STUDENT, 11, 11 - half, 11 + half, 3, estimate(COST, 10, 11, 12));
    is(Basis.STUDENT, 7, 7, 7, 4, estimate(COST, 7, 7, 7, 7));
  }

  @Test
  void aSingleReplicationHasNoInterval() {
    is(Basis.SINGLE, 10, Double.NaN, Double.NaN, 1, estimate(COST, 10));
    is(Basis.SINGLE, 0, Double.NaN, Double.NaN, 1, estimate(FAILED, 0));
    assertFalse(estimate(COST, 10).hasInterval());
  }

  @Test
  void aFigureThatIsAbsentSaysNothing() {
    double half = 12.706204736174694 / Math.sqrt(2) * Math.sqrt(2);
    is(Basis.STUDENT, 11, 11 - half, 11 + half, 2, estimate(COST, 10, Double.NaN, 12));
    List<SortedMap<Metric, Double>> undefined = replications(COST, 10, 12);
    undefined.get(1).put(COST, Double.NaN);
    is(Basis.SINGLE, 10, Double.NaN, Double.NaN, 1, estimate(COST, Estimates.of(undefined)));
    undefined.get(0).put(COST, Double.NaN);
    assertTrue(Estimates.of(undefined).isEmpty());
  }

  @Test
  void aCountThatIsAbsentIsZero() {
    Estimate seldom = estimate(FAILED, 6, Double.NaN, Double.NaN, 2, Double.NaN);
    assertEquals(1.6, seldom.mean());
    assertEquals(5, seldom.n());
    assertEquals(Basis.RARE, seldom.basis());
  }

  @Test
  void noReplicationsNoEstimates() {
    assertTrue(Estimates.of(List.of()).isEmpty());
  }

  @ParameterizedTest(name = "seen in {0} of {1}: {2}")
  @CsvSource({
    "0, 10, RARE",
    "4, 10, RARE",
    "5, 10, STUDENT",
    "10, 10, STUDENT",
    "0, 2, RARE",
    "1, 2, RARE",
    "2, 2, STUDENT",
    "4, 4, STUDENT",
    "4, 5, RARE",
    "5, 5, STUDENT"
  })
  void rareIsSeenInFewerThanFive(int seen, int of, Basis basis) {
    double[] counts = new double[of];
    double[] shares = new double[of];
    for (int i = 0; i < of; i++) {
      counts[i] = i < seen ? 3 : 0;
      shares[i] = i < seen ? 0.9 : 1;
    }
    assertEquals(basis, estimate(FAILED, counts).basis());
    assertEquals(basis, estimate(SHARE, shares).basis());
    assertEquals(Basis.STUDENT, estimate(COST, counts).basis());
  }

  /** The rule of three: -ln 0.05 = 2.9957. */
  @Test
  void noneSeenLeavesThreeInAllReplications() {
    is(Basis.RARE, 0, 0, 0.299573, 10, estimate(FAILED, new double[10]));
    is(Basis.RARE, 0, 0, 60 * 0.2995732274, 10, estimate(DOWNTIME, new double[10]));
  }

  /** Poisson's limit for one is 4.7439, for two 6.2958; times 4, times the largest. */
  @Test
  void fewSeenAreBoundedByTheLargestOfThem() {
    double[] counts = new double[10];
    counts[3] = 50;
    is(Basis.RARE, 5, 0, 4 * 50 * 4.74386452 / 10, 10, estimate(FAILED, counts));
    counts[4] = 10;
    assertEquals(4 * 50 * 6.295794 / 10, estimate(FAILED, counts).high(), 1e-4);
  }

  @Test
  void aShareIsClippedAtOneAndAtNothing() {
    is(Basis.RARE, 0.998, 1 - 4 * 0.01 * 4.743865 / 5, 1, 5, estimate(SHARE, 1, 1, 0.99, 1, 1));
    is(Basis.RARE, 0.5, 0, 1, 2, estimate(SHARE, 1, 0));
  }

  /** Ten replications of 20,000 requests, none failed: three of 200,000 may. */
  @Test
  void aShareThatNeverFellIsBoundedByWhatItIsOf() {
    List<SortedMap<Metric, Double>> all = replications(SHARE, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    for (SortedMap<Metric, Double> figures : all) {
      figures.put(SUCCEEDED, 20_000.0);
      figures.put(FAILED, 0.0);
      figures.put(MINUTES, 1.0);
    }
    SortedMap<Metric, Estimate> ofDays = Estimates.of(all, 86_400);
    assertEquals(1 - 2.995732 / 200_000, estimate(SHARE, ofDays).low(), 1e-10);
    assertEquals(1 - 2.995732 / 14_400, estimate(MINUTES, ofDays).low(), 1e-9);
    assertEquals(Basis.STUDENT, estimate(SUCCEEDED, ofDays).basis());
    // Without the length: a loss of all in as many replications as can have been missed.
    assertEquals(Math.pow(0.05, 0.1), estimate(MINUTES, Estimates.of(all)).low(), 1e-9);
  }
}
