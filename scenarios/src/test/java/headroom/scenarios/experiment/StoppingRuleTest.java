package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.scenarios.experiment.Until.Measure;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingRuleTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  @Test
  void itLooksAfterTheLeastNumberAndWheneverHalfAsManyWereAdded() {
    StoppingRule rule = new StoppingRule(plan(10, 100, 0.01, Measure.RELATIVE));
    List<Integer> looks = new ArrayList<>();
    for (int done = 0; done < 100; done = looks.get(looks.size() - 1)) {
      looks.add(rule.nextLook(done));
    }
    assertEquals(List.of(10, 15, 23, 35, 53, 80, 100), looks);
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, RELATIVE, 100, 1, true",
    "0.01, RELATIVE, 100, 1.1, false",
    "0.01, RELATIVE, -100, 1, true",
    "2, ABSOLUTE, 100, 2, true",
    "2, ABSOLUTE, 1000, 2.1, false",
    "0.01, RELATIVE, 0, 0, true"
  })
  void aPrecisionIsReachedByTheHalfWidth(
      double within, Measure measure, double mean, double half, boolean reached) {
    Until until = new Until("cost.total", within, measure);
    Estimate estimate = new Estimate(COST, mean, mean - half, mean + half, 10, Basis.STUDENT);
    assertEquals(reached, StoppingRule.isReached(until, Map.of(COST, estimate)));
  }

  @Test
  void aMetricThatWasNotMeasuredIsNeverPreciseButTheEndIsTheEnd() {
    StoppingRule rule = new StoppingRule(plan(10, 100, 0.01, Measure.RELATIVE));
    assertFalse(rule.isEnough(99, new TreeMap<>()));
    assertTrue(rule.isEnough(100, new TreeMap<>()));
  }

  @Test
  void aFixedNumberIsEnoughAtOnce() {
    StoppingRule rule = new StoppingRule(Replications.fixed(3));
    assertEquals(3, rule.nextLook(0));
    assertTrue(rule.isEnough(3, new TreeMap<>()));
  }

  private static Replications plan(int atLeast, int atMost, double within, Measure measure) {
    return new Replications(atLeast, atMost, Optional.of(new Until("cost.total", within, measure)));
  }
}
