package headroom.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

/** A family of statistical tests judged together (Bonferroni): sound, it fails once in 100 000 times. */
final class JointJudgement {

  private static final double RISK = 1e-5;

  private final Map<String, Double> pValues = new LinkedHashMap<>();

  void note(String test, double pValue) {
    pValues.put(test, pValue);
  }

  void assertAllPass(int expectedTests) {
    assertTrue(pValues.size() >= expectedTests, () -> "only " + pValues.size() + " tests");
    double limit = RISK / pValues.size();
    // A NaN is no pass.
    pValues.values().removeIf(p -> p >= limit);
    assertTrue(pValues.isEmpty(), () -> "p-values below " + limit + ": " + pValues);
  }
}
