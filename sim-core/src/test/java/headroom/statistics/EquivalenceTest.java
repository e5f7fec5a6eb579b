package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Equivalence.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whether two models are said to agree only where they do. */
class EquivalenceTest {

  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  private static Equivalence of(double[] reference, double[] other, double tolerated) {
    return Equivalence.of(COST, reference, other, tolerated).orElseThrow();
  }

  /** Differences 1, 2, 3, 4: mean 2.5, deviation 1.291, t(0.995; 3) = 5.841, so 2.5 ± 3.770. */
  @Test
  void theIntervalIsThatOfPairedDifferences() {
    double[] reference = {10, 20, 30, 40};
    double[] other = {11, 22, 33, 44};
    Equivalence found = of(reference, other, 1);
    assertEquals(25, found.reference());
    assertEquals(27.5, found.other());
    assertEquals(3.770, found.half(), 5e-4);
    assertEquals(-1.270, found.asDifference().low(), 5e-4);
    assertEquals(Verdict.UNDECIDED, found.verdict());
    assertEquals(Verdict.AGREES, of(reference, other, 6.28).verdict());
    assertEquals(Verdict.UNDECIDED, of(reference, other, 6.26).verdict());
    // 2.626 of 1.291 must fit into the 3.5 to 6: there are four already.
    assertEquals(4, of(reference, other, 6).replicationsToDecide());
    assertEquals(46, of(reference, other, 3).replicationsToDecide());
    double[] far = {21, 32, 43, 54};
    assertEquals(Verdict.DIFFERS, of(reference, far, 8).verdict());
    assertEquals(Verdict.UNDECIDED, of(reference, far, 9).verdict());
  }

  @Test
  void whatIsTheSameAgreesEvenWhereNothingIsTolerated() {
    Equivalence same = of(new double[] {0, 0, 0, 0}, new double[] {0, 0, 0, 0}, 0);
    assertEquals(0, same.half());
    assertEquals(Verdict.AGREES, same.verdict());
  }

  @Test
  void replicationsThatLackTheFigureAreLeftOut() {
    double[] reference = {1, Double.NaN, 3, 4};
    Equivalence found = of(reference, new double[] {2, 5, 4, 5}, 2);
    assertEquals(3, found.n());
    assertEquals(1, found.difference());
    assertTrue(Equivalence.of(COST, new double[] {1, Double.NaN}, new double[] {1, 1}, 1)
        .isEmpty());
  }

  /** Models that differ by exactly what is tolerated are said to agree in 0.5 % of studies. */
  @Test
  void itErrsRarely() {
    int studies = 4000;
    int agree = 0;
    for (int study = 0; study < studies; study++) {
      var draws = new Chance(study).of("model", "difference");
      double[] other = new double[8];
      for (int i = 0; i < other.length; i++) {
        double sum = 0;
        for (int k = 0; k < 12; k++) {
          sum += draws.at(12L * i + k);
        }
        other[i] = 1 + (sum - 6) / 10;
      }
      double[] reference = new double[8];
      Arrays.fill(reference, 0);
      agree += of(reference, other, 1).verdict() == Verdict.AGREES ? 1 : 0;
    }
    assertTrue(agree >= 5 && agree <= 40, agree + " of " + studies);
  }
}
