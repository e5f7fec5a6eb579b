package headroom.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.spec.DisruptionBudget.Count;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods may be evicted, by numbers and by percentages, which are rounded up. */
class DisruptionBudgetTest {

  @ParameterizedTest(name = "at least {0} % of {1}, {2} in service: {3} may go")
  @CsvSource({
    "50, 7, 7, 3", // Kubernetes' example: 4 must stay
    "50, 7, 4, 0",
    "7, 100, 100, 93", // 0.07 * 100 is more than 7 in binary
    "80, 6, 6, 1",
    "0, 6, 6, 6",
    "100, 6, 6, 0"
  })
  void aShareStays(int percent, int wanted, int inService, int allowed) {
    DisruptionBudget budget = DisruptionBudget.minAvailable(Count.percent(percent));
    assertEquals(allowed, budget.allowed(wanted, inService));
  }

  @ParameterizedTest(name = "at most {0} % of {1} missing, {2} in service: {3} may go")
  @CsvSource({
    "50, 7, 7, 4", // Kubernetes' example: 4 may be missing
    "50, 7, 5, 2",
    "10, 6, 6, 1",
    "30, 10, 10, 3",
    "0, 6, 6, 0",
    "100, 6, 6, 6"
  })
  void aShareMayBeMissing(int percent, int wanted, int inService, int allowed) {
    DisruptionBudget budget = DisruptionBudget.maxUnavailable(Count.percent(percent));
    assertEquals(allowed, budget.allowed(wanted, inService));
  }
}
