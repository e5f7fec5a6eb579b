package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws behind intervals, against values computed to 30 digits. */
class StatisticalLawsTest {

  private static final double RELATIVE = 1e-10;

  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706204736174705", "0.975, 2, 4.3026527297494639",
    "0.975, 4, 2.7764451051977944", "0.975, 9, 2.2621571627982055",
    "0.995, 29, 2.7563859036706055", "0.9, 199, 1.285820209259409",
    "0.999999, 9, 10.7201604099095", "0.51, 3, 0.027211467049117996"
  })
  void studentsQuantiles(double p, double degrees, double expected) {
    assertNear(expected, StudentT.quantile(p, degrees));
    assertNear(-expected, StudentT.quantile(1 - p, degrees));
    assertNear(p, StudentT.cdf(expected, degrees));
    assertNear(1 - p, StudentT.upperTail(expected, degrees));
  }

  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 100, 0.00025314603297742063", "0.975, 1, 30, 0.11570330822202781",
    "0.975, 4, 1000, 0.0087159508142412063", "0.5, 3, 5, 0.36411608644808261",
    "0.025, 97, 4, 0.91482394702571996", "0.000001, 5, 6, 0.021255601405590602"
  })
  void betaQuantiles(double p, double a, double b, double expected) {
    assertNear(expected, Beta.quantile(p, a, b));
    assertNear(p, Beta.cdf(expected, a, b));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0001, 1, 1.570796335019567e-8", "0.025, 5, 0.83121161348666242",
    "0.5, 99, 98.334137334473929", "0.975, 10, 20.483177350807397",
    "0.99, 1000, 1106.9689943522174"
  })
  void chiSquareQuantiles(double p, double degrees, double expected) {
    assertNear(expected, ChiSquare.quantile(p, degrees));
    assertNear(p, ChiSquare.cdf(expected, degrees));
    assertNear(1 - p, ChiSquare.upperTail(expected, degrees));
  }

  /** None seen in n: the limit solves (1 - p)^n = risk. */
  @ParameterizedTest
  @CsvSource({"10, 0.05", "1000, 0.025", "1000000, 0.05"})
  void limitOfWhatWasNeverSeen(long trials, double risk) {
    double expected = -Elementary.expm1(Elementary.log(risk) / trials);
    assertNear(expected, ClopperPearson.high(0, trials, risk));
    assertEquals(0, ClopperPearson.low(0, trials, risk));
    assertNear(1 - expected, ClopperPearson.low(trials, trials, risk));
    assertEquals(1, ClopperPearson.high(trials, trials, risk));
  }

  /** At the limits so many, or so few, successes have just the probability of the risk. */
  @Test
  void limitsLeaveTheRiskOnEachSide() {
    double low = ClopperPearson.low(3, 12, 0.025);
    double high = ClopperPearson.high(3, 12, 0.025);
    assertNear(0.025, 1 - atMost(2, 12, low));
    assertNear(0.025, atMost(3, 12, high));
  }

  private static double atMost(int successes, int trials, double p) {
    double sum = 0;
    double term = Elementary.pow(1 - p, trials);
    for (int k = 0; k <= successes; k++) {
      sum += term;
      term *= (trials - k) / (k + 1.0) * p / (1 - p);
    }
    return sum;
  }

  @Test
  void endsAreTheEndsOfTheLaw() {
    assertEquals(Double.NEGATIVE_INFINITY, StudentT.quantile(0, 5));
    assertEquals(0, StudentT.quantile(0.5, 5));
    assertEquals(Double.POSITIVE_INFINITY, StudentT.quantile(1, 5));
    assertEquals(0, Beta.quantile(0, 2, 3));
    assertEquals(1, Beta.quantile(1, 2, 3));
    assertEquals(0, ChiSquare.quantile(0, 2));
    assertEquals(Double.POSITIVE_INFINITY, ChiSquare.quantile(1, 2));
  }

  @Test
  void refuseWhatIsNoProbabilityOrNoLaw() {
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(1.5, 5));
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(Double.NaN, 5));
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile(0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> Beta.quantile(0.5, -1, 2));
    assertThrows(IllegalArgumentException.class, () -> ChiSquare.quantile(0.5, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> ClopperPearson.low(5, 4, 0.05));
  }

  private static void assertNear(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * RELATIVE);
  }
}
