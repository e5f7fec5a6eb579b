package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionProblemsTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatMustBeAboveZeroIsNamedWithItsValue(double bad) {
    assertNames(Exponential.problems(bad), bad, "mean");
    assertNames(Erlang.problems(2, bad), bad, "mean");
    assertNames(Gamma.problems(bad, 1), bad, "mean");
    assertNames(Gamma.problems(1, bad), bad, "cv");
    assertNames(Weibull.problems(bad, 1), bad, "shape");
    assertNames(Weibull.problems(1, bad), bad, "scale");
    assertNames(Weibull.problemsOfMean(1, bad), bad, "mean");
    assertNames(Lognormal.problems(bad, 1), bad, "mean");
    assertNames(Lognormal.problems(1, bad), bad, "cv");
    assertNames(Normal.problems(1, bad), bad, "sd");
    assertNames(Pareto.problems(bad, 1, 2), bad, "shape");
    assertNames(Pareto.problems(2, bad, INFINITY), bad, "minimum");
    assertNames(Mixture.Component.problems(bad), bad, "share");
    assertNames(Uniform.problems(0, bad), bad, "high");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatMustNotBeNegativeIsNamedWithItsValue(double bad) {
    assertNames(Constant.problems(bad), bad, "value");
    assertNames(Normal.problems(bad, 1), bad, "mean");
    assertNames(Empirical.problems(List.of(1.0, bad)), bad, "values[1]");
  }

  @Test
  void limitsBelongInOrder() {
    assertNames(Uniform.problems(3, 2), 2, "high");
    assertNames(Uniform.problems(2, 2), 2, "high");
    assertNames(Pareto.problems(1.5, 3, 3), 3, "maximum");
    assertNames(Pareto.problems(1.5, 3, NAN), NAN, "maximum");
  }

  @Test
  void lawsWithoutAMeanAreRefused() {
    assertNames(Pareto.problems(1, 3, INFINITY), 1, "shape");
    assertEquals(List.of(), Pareto.problems(1, 3, 1000));
    assertNames(Weibull.problems(0.001, 1), 0.001, "shape");
  }

  @Test
  void lawsBeyondTheTablesAreRefused() {
    assertNames(Gamma.problems(1, 0.0001), "1.0E-4", "cv");
    assertNames(Gamma.problems(1, 31), "31", "cv");
    assertNames(Lognormal.problems(1, 1e7), "1.0E7", "cv");
    assertNames(Erlang.problems(0, 1), "0", "shape");
    assertNames(Erlang.problems(2_000_000, 1), "2000000", "shape");
  }

  @Test
  void sharesMustAddUp() {
    var half = new Mixture.Component(0.5, new Constant(1));
    assertEquals(List.of(), Mixture.problems(List.of(half, half)));
    assertNames(Mixture.problems(List.of(half)), 0.5, "components");
    assertNames(Mixture.problems(List.of(half, half, half)), 1.5, "components");
    assertNames(Mixture.problems(List.of()), "at least one", "components");
    assertNames(Empirical.problems(List.of()), "at least one", "values");
    assertNames(Mixture.Component.problems(1.5), 1.5, "share");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    List<Problem> problems = Pareto.problems(-1, NAN, -2);
    assertEquals(
        List.of("shape", "minimum", "maximum"),
        problems.stream().map(Problem::field).toList());
    assertEquals(2, Lognormal.problems(0, -1).size());
    assertEquals(2, Weibull.problems(0, 0).size());
    assertEquals(2, Uniform.problems(-1, -2).size());
  }

  @Test
  void constructorsRefuseWhatHasProblems() {
    List<org.junit.jupiter.api.function.Executable> bad = List.of(
        () -> new Constant(-1),
        () -> new Uniform(2, 1),
        () -> new Exponential(0),
        () -> new Erlang(0, 1),
        () -> new Gamma(0, 1),
        () -> new Weibull(0, 1),
        () -> Weibull.ofMean(0, 1),
        () -> new Lognormal(0, 1),
        () -> new Normal(0, 0),
        () -> new Pareto(1, 1),
        () -> new Empirical(List.of()),
        () -> new Mixture(List.of()));
    bad.forEach(construction -> assertThrows(InvalidInputException.class, construction));
  }

  private static void assertNames(List<Problem> problems, double value, String field) {
    assertNames(problems, "was " + value, field);
  }

  private static void assertNames(List<Problem> problems, String said, String field) {
    assertEquals(1, problems.size(), () -> problems.toString());
    assertEquals(field, problems.get(0).field());
    String what = problems.get(0).what();
    boolean sum = what.contains(said.replace("was ", "added up to "));
    assertTrue(what.contains(said) || sum, what);
  }
}
