package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.math.StudentT;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation.Op;
import headroom.scenarios.experiment.Verdict.State;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  @ParameterizedTest(name = "[{2}, {3}] {0} {1} is {4}")
  @CsvSource({
    "<, 400, 300, 399, MET",
    "<, 400, 300, 400, UNDECIDED",
    "<=, 400, 300, 400, MET",
    "<, 400, 400, 500, MISSED",
    "<=, 400, 400, 500, UNDECIDED",
    ">, 400, 300, 400, MISSED",
    ">=, 400, 300, 400, UNDECIDED",
    ">=, 400, 400, 500, MET",
    ">, 400, 401, 500, MET"
  })
  void theWholeIntervalMustBeOnItsSide(
      String op, double limit, double low, double high, State state) {
    Estimate estimate = new Estimate(COST, (low + high) / 2, low, high, 10, Basis.STUDENT);
    assertEquals(state, judge(op, limit, estimate).state());
  }

  @Test
  void oneReplicationDecidesNothing() {
    Estimate single = new Estimate(COST, 300, Double.NaN, Double.NaN, 1, Basis.SINGLE);
    Verdict verdict = judge("<", 400, single);
    assertEquals(State.UNDECIDED, verdict.state());
    assertEquals(OptionalInt.empty(), verdict.replicationsNeeded());
  }

  @Test
  void aFigureThatNobodyHasDecidesNothing() {
    Verdict verdict = new Judge(Map.of(), 10, 3600).verdict(expectation("<", 400));
    assertEquals(State.UNDECIDED, verdict.state());
    assertEquals(true, verdict.estimate().isEmpty());
  }

  /** Spread 20, mean 390: the half-width must fall below 10, and first does so at 18. */
  @Test
  void anUndecidedOneSaysHowManyReplicationsWouldDecide() {
    double half = StudentT.quantile(0.975, 9) * 20 / Math.sqrt(10);
    Estimate estimate = new Estimate(COST, 390, 390 - half, 390 + half, 10, Basis.STUDENT);
    assertEquals(OptionalInt.of(18), judge("<", 400, estimate).replicationsNeeded());
    assertEquals(true, StudentT.quantile(0.975, 17) * 20 / Math.sqrt(18) < 10);
    assertEquals(false, StudentT.quantile(0.975, 16) * 20 / Math.sqrt(17) < 10);
  }

  @Test
  void aMeanOnTheLimitIsNeverDecided() {
    Estimate estimate = new Estimate(COST, 400, 390, 410, 10, Basis.STUDENT);
    assertEquals(OptionalInt.empty(), judge("<", 400, estimate).replicationsNeeded());
  }

  /** None seen in 10, at most 0.3: to exclude 0.1 it takes three times as many. */
  @Test
  void theBoundOfARareEventShrinksAsOneOverTheNumber() {
    Estimate none = new Estimate(COST, 0, 0, 0.3, 10, Basis.RARE);
    assertEquals(OptionalInt.of(30), judge("<=", 0.1, none).replicationsNeeded());
  }

  /** Three events in 10 hours cannot be excluded when none was seen (Garwood): 0.3 an hour. */
  @Test
  void aCauseThatWasNeverSeenIsATrueZeroWithALimit() {
    Expectation none = new Expectation("requests.failed.timeout", Op.BELOW, 1, Unit.ONE, "");
    Verdict verdict = new Judge(Map.of(), 10, 3600).verdict(none);
    assertEquals(State.MET, verdict.state());
    assertEquals(0.2996, verdict.estimate().orElseThrow().high(), 1e-4);
  }

  private static Verdict judge(String op, double limit, Estimate estimate) {
    return new Judge(Map.of(COST, estimate), 10, 3600).verdict(expectation(op, limit));
  }

  private static Expectation expectation(String op, double limit) {
    return new Expectation("cost.total", Op.of(op).orElseThrow(), limit, Unit.USD, "");
  }
}
