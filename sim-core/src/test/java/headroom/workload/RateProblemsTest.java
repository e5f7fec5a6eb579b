package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rate says of values that cannot be. */
class RateProblemsTest {

  private static String said(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource({"-1, -1.0", "NaN, NaN", "Infinity, Infinity", "1.1e12, 1.1E12"})
  void aRateLiesBetweenNothingAndAThousandInANanosecond(double perSecond, String shown) {
    assertEquals(
        "must be between 0 and 1e12 requests a second, was " + shown + "; for example 60/s",
        said(Constant.problems(perSecond)));
    assertThrows(InvalidInputException.class, () -> new Constant(perSecond));
  }

  @Test
  void aDayHasAHighAboveItsLowAndAPeakWithinIt() {
    assertEquals(
        "high: must be at least low (9.0/s), was 3.0/s"
            + " | peak-at: must be a time of day, was 1d; for example 20h"
            + " | start: must be a time of day, was -1s",
        said(Daily.problems(9, 3, Nanos.DAY, -Nanos.SECOND)));
  }

  @Test
  void aProfileHasADayOrAWeekOfHours() {
    assertEquals(
        "must have 24 rates (a day) or 168 (a week from Monday), has 23",
        said(Hourly.problems(Collections.nCopies(23, 1.0), 0)));
    List<Double> wrong = new java.util.ArrayList<>(Collections.nCopies(24, 1.0));
    wrong.set(7, -2.0);
    assertEquals(
        "[7]: must be between 0 and 1e12 requests a second, was -2.0; for example 60/s",
        said(Hourly.problems(wrong, 0)));
  }

  @Test
  void lengthsOfTimeAreNotNegative() {
    assertEquals(
        "to: must be between 0 and 1e12 requests a second, was -1.0; for example 60/s"
            + " | at: must be 0 or more, was -1m30s; for example 10m"
            + " | over: must be 0 or more, was -1ns; for example 10m",
        said(Ramp.problems(1, -1, -90 * Nanos.SECOND, -1)));
    assertEquals(
        "rise: must be 0 or more, was -250ms; for example 10m",
        said(Spike.problems(1, 2, 0, -250_000_000, 1, 1)));
    assertEquals(
        "lasts: must be above 0 where the spike neither rises nor falls; for example 10m",
        said(Spike.problems(1, 2, 0, 0, 0, 0)));
  }

  @Test
  void sumsAndScalesStayWithinTheSameBound() {
    Rate most = new Constant(1e12);
    assertEquals("needs at least one rate; for example [20/s]", said(Sum.problems(List.of())));
    assertEquals(
        "must stay below 1e12 requests a second, could reach 2.0E12; smaller or fewer rates",
        said(Sum.problems(List.of(most, most))));
    assertEquals(
        "scale: must keep the rate below 1e12 requests a second, would reach 1.5E12; a smaller scale",
        said(Scaled.problems(most, 1.5)));
    assertEquals("scale: must be 0 or more, was -1.0", said(Scaled.problems(most, -1)));
    assertEquals("scale: must be 0 or more, was NaN", said(Scaled.problems(most, Double.NaN)));
    assertEquals("", said(Scaled.problems(most, 0)));
  }

  @Test
  void aTraceCoversTheStart() {
    Readings hour = new Readings(new long[1], new double[] {1}, Nanos.HOUR, Readings.Between.STEP);
    String cure = "; align its first row with the start: 'from: first-row'";
    assertEquals(
        "must cover the scenario's start, which is 1d before its first row" + cure,
        said(Trace.problems(hour, -Nanos.DAY)));
    assertEquals(
        "must cover the scenario's start, which is 0s after its end" + cure,
        said(Trace.problems(hour, Nanos.HOUR)));
  }

  @Test
  void readingsRiseFromZero() {
    assertEquals(
        "must begin at 0 | [2]: must come after the reading before it"
            + " | [1]: must be between 0 and 1e12 requests a second, was NaN; for example 60/s"
            + " | length: must reach beyond the last reading",
        said(Readings.problems(new long[] {1, 2, 2}, new double[] {1, Double.NaN, 1}, 2)));
    assertEquals(
        "needs at least one reading", said(Readings.problems(new long[0], new double[0], 1)));
  }

  @Test
  void gammaArrivalsHaveAVariationThatCanBe() {
    assertEquals(
        "cv: must be between 0.001 and 30.0, was 0.0; without variation, give the mean alone",
        said(Gamma.problems(0)));
  }
}
