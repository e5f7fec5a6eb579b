package headroom.math;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every function against values computed at 300 bits. */
class ReferenceValuesTest {

  private static final Map<String, DoubleBinaryOperator> FUNCTIONS = Map.ofEntries(
      Map.entry("log", (x, y) -> Elementary.log(x)),
      Map.entry("exp", (x, y) -> Elementary.exp(x)),
      Map.entry("pow", Elementary::pow),
      Map.entry("log1p", (x, y) -> Elementary.log1p(x)),
      Map.entry("expm1", (x, y) -> Elementary.expm1(x)),
      Map.entry("sin", (x, y) -> Elementary.sin(x)),
      Map.entry("cos", (x, y) -> Elementary.cos(x)),
      Map.entry("normalCdf", (x, y) -> Elementary.normalCdf(x)),
      Map.entry("inverseNormal", (x, y) -> Elementary.inverseNormal(x)),
      Map.entry("logGamma", (x, y) -> Elementary.logGamma(x)),
      Map.entry("gamma", (x, y) -> Elementary.gamma(x)),
      Map.entry("gammaP", Elementary::regularizedGammaP),
      Map.entry("gammaQ", Elementary::regularizedGammaQ));

  private static final Map<String, Integer> ROWS_SEEN = new TreeMap<>();

  @ParameterizedTest(name = "{0}({1}, {2})")
  @CsvFileSource(resources = "reference.csv")
  void isWithinItsTolerance(String function, String x, String y, String value, int units) {
    double expected = Double.parseDouble(value);
    double actual = requireNonNull(FUNCTIONS.get(function), function)
        .applyAsDouble(Double.parseDouble(x), Double.parseDouble(y));
    double error = Math.abs(actual - expected) / Math.ulp(expected);
    ROWS_SEEN.merge(function, 1, Integer::sum);
    assertTrue(error <= units, () -> actual + " for " + expected + ", off by " + error + " units");
  }

  @AfterAll
  static void everyFunctionHadRows() {
    assertEquals(FUNCTIONS.keySet(), ROWS_SEEN.keySet());
  }
}
