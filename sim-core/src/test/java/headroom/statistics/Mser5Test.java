package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Stream;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a beginning ends, on courses whose answer is known. */
class Mser5Test {

  private static double[] course(int steps, int transient0, double height, double noise, int seed) {
    Stream luck = new Chance(seed).of("mser", "noise");
    double[] course = new double[steps];
    for (int i = 0; i < steps; i++) {
      double beginning = i < transient0 ? height * (1 - (double) i / transient0) : 0;
      course[i] = 10 + beginning + noise * Elementary.inverseNormal(luck.at(i));
    }
    return course;
  }

  /** A line down to the level: without noise the last of it is at most one mean of five. */
  @ParameterizedTest(name = "{0} steps of which {1} are the beginning: {2} are left out")
  @CsvSource({"100, 0, 0", "100, 20, 20", "200, 60, 60", "400, 150, 150", "100, 23, 25"})
  void aBeginningWithoutNoiseIsCutWhereItEnds(int steps, int beginning, int cut) {
    assertEquals(OptionalInt.of(cut), Mser5.cut(course(steps, beginning, 50, 0, 1)));
  }

  @Test
  void aNoisyBeginningIsCutNearItsEnd() {
    for (int seed = 1; seed <= 100; seed++) {
      int cut = Mser5.cut(course(500, 100, 20, 1, seed)).orElseThrow();
      assertTrue(cut >= 80 && cut <= 180, "seed " + seed + ": " + cut);
    }
  }

  @Test
  void whatDoesNotSettleInItsFirstHalfIsNotCut() {
    assertEquals(OptionalInt.empty(), Mser5.cut(course(100, 100, 50, 0, 1)));
    assertEquals(OptionalInt.empty(), Mser5.cut(course(200, 160, 50, 0.1, 1)));
  }

  @Test
  void fewStepsShowNoCourse() {
    assertEquals(OptionalInt.empty(), Mser5.cut(new double[Mser5.fewest() - 1]));
    assertEquals(OptionalInt.of(0), Mser5.cut(new double[Mser5.fewest()]));
  }

  @Test
  void aStepWithoutValueIsTakenAsTheOneBefore() {
    double[] course = course(200, 60, 50, 0, 1);
    Arrays.fill(course, 100, 110, Double.NaN);
    assertEquals(OptionalInt.of(60), Mser5.cut(course));
    course[0] = Double.NaN;
    assertEquals(OptionalInt.of(60), Mser5.cut(course));
  }
}
