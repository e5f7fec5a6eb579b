package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.problem.InvalidInputException;
import headroom.random.Chance;
import headroom.random.Stream;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The selection of the best picks it as often as it promises. */
class KimNelsonTest {
  private static final int EXPERIMENTS = 500;

  /** What candidate i measures in replication r: normal, in part common to all candidates. */
  private static double figure(Stream luck, int candidate, int replication, double[] means) {
    double own = Elementary.inverseNormal(luck.at(replication, candidate + 1));
    double common = Elementary.inverseNormal(luck.at(replication, 0));
    return means[candidate] + 0.6 * common + own * (1 + 0.1 * candidate);
  }

  /** Carries out the procedure with a look after every tenth replication; the one that is left. */
  private static int chosen(KimNelson procedure, double[] means, long seed) {
    Stream luck = new Chance(seed).of("kim-nelson", "test");
    double[][] figures = new double[means.length][0];
    TreeSet<Integer> left = new TreeSet<>();
    for (int i = 0; i < means.length; i++) {
      left.add(i);
    }
    for (int done = 0; left.size() > 1; done += 10) {
      for (int i : left) {
        figures[i] = Arrays.copyOf(figures[i], done + 10);
        for (int r = done; r < done + 10; r++) {
          figures[i][r] = figure(luck, i, r, means);
        }
      }
      TreeSet<Integer> before = new TreeSet<>(left);
      left.removeIf(i -> before.stream().anyMatch(j -> procedure.isBeaten(figures[i], figures[j])));
    }
    return left.first();
  }

  /** The hardest order there is: all others are worse by the indifference, no more. */
  @ParameterizedTest(name = "{0} candidates, first {1}, promised {2}")
  @CsvSource({"2, 10, 0.95", "5, 10, 0.9", "10, 20, 0.95"})
  void theBestIsPickedAtLeastAsOftenAsPromised(int candidates, int first, double promised) {
    double[] means = new double[candidates];
    Arrays.fill(means, 10.5);
    int best = candidates / 2;
    means[best] = 10;
    KimNelson procedure = new KimNelson(candidates, first, 0.5, 1 - promised);
    int right = 0;
    for (int seed = 1; seed <= EXPERIMENTS; seed++) {
      right += chosen(procedure, means, seed) == best ? 1 : 0;
    }
    double slip = 2.33 * Math.sqrt(promised * (1 - promised) / EXPERIMENTS);
    assertTrue(right >= (promised - slip) * EXPERIMENTS, right + " of " + EXPERIMENTS);
  }

  /** The paper's constants: 10 first, 2 candidates, 0.05: h squared is 9 ((0.1)^(-2/9) - 1). */
  @Test
  void theTriangleIsThePapers() {
    KimNelson procedure = new KimNelson(2, 10, 1, 0.05);
    double[] zero = new double[10];
    double[] worse = new double[10];
    for (int i = 0; i < 10; i++) {
      worse[i] = i % 2 == 0 ? 3 : -3; // variance 10, mean 0
    }
    // W = 9 (0.1^(-2/9) - 1) 10 / (2 10) - 1/2 = 2.507
    assertFalse(procedure.isBeaten(shifted(worse, 2.506), zero));
    assertTrue(procedure.isBeaten(shifted(worse, 2.508), zero));
    assertFalse(procedure.isBeaten(shifted(worse, 99), new double[9]), "too few");
  }

  private static double[] shifted(double[] values, double by) {
    return Arrays.stream(values).map(value -> value + by).toArray();
  }

  @Test
  void whatMeansNothingIsRefused() {
    InvalidInputException wrong =
        assertThrows(InvalidInputException.class, () -> new KimNelson(1, 1, 0, 1));
    assertEquals(4, wrong.problems().size());
  }
}
