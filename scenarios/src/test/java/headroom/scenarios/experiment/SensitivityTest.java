package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.scenarios.experiment.Design.Method;
import headroom.scenarios.experiment.Sensitivity.Input;
import headroom.statistics.Bounded;
import headroom.statistics.Estimates;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What inputs do, where that is known in closed form. */
class SensitivityTest {
  private static final Metric COST = Metric.value("", "cost", "total", Unit.USD);

  /** The answer for a function of shares, measured in three replications that differ by a constant. */
  private static List<Input> inputs(
      Method method, int inputs, int rows, ToDoubleFunction<List<Double>> function) {
    List<String> paths = IntStream.range(0, inputs).mapToObj(i -> "x" + (i + 1)).toList();
    Design design = Design.of(method, paths, rows, 7);
    assertEquals(Design.size(method, inputs, rows), design.points().size());
    List<VariantOutcome> places = design.points().stream()
        .map(point -> place(point, function.applyAsDouble(point.shares())))
        .toList();
    StudyOutcome outcome = new StudyOutcome(Fixtures.trial(Experiment.DEFAULT), places);
    return Sensitivity.of(outcome, "cost.total", design, paths, 7).orElseThrow().inputs();
  }

  private static VariantOutcome place(Design.Point point, double value) {
    List<Setting> set = IntStream.range(0, point.shares().size())
        .mapToObj(i -> new Setting("x" + (i + 1), String.valueOf(point.shares().get(i))))
        .toList();
    List<Measured> replications = IntStream.rangeClosed(1, 3)
        .mapToObj(r -> {
          SortedMap<Metric, Double> figures = new TreeMap<>(java.util.Map.of(COST, value + r - 2));
          return Measured.of(r, List.of(COST), figures);
        })
        .toList();
    return new VariantOutcome(
        point.name(),
        set,
        replications,
        Estimates.of(replications.stream().map(Measured::figures).toList()),
        List.of());
  }

  private static Bounded measure(List<Input> inputs, String path, String measure) {
    return java.util.Objects.requireNonNull(inputs.stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .orElseThrow()
        .measures()
        .get(measure));
  }

  private static void covers(double truth, Bounded found) {
    assertTrue(found.low() <= truth && truth <= found.high(), truth + " by " + found);
    assertTrue(found.high() - found.low() < 0.2, found.toString());
  }

  /** Ishigami and Homma 1990, a = 7, b = 0.1: Saltelli et al., Global Sensitivity Analysis, 2008. */
  @Test
  void theIndicesOfIshigamisFunctionAreFound() {
    List<Input> found = inputs(Method.SOBOL, 3, 4000, shares -> {
      double[] x = shares.stream().mapToDouble(u -> Math.PI * (2 * u - 1)).toArray();
      double sin2 = Elementary.sin(x[1]);
      double x3 = x[2] * x[2];
      return Elementary.sin(x[0]) * (1 + 0.1 * x3 * x3) + 7 * sin2 * sin2;
    });
    covers(0.3139, measure(found, "x1", "first"));
    covers(0.5576, measure(found, "x1", "total"));
    covers(0.4424, measure(found, "x2", "first"));
    covers(0.4424, measure(found, "x2", "total"));
    covers(0, measure(found, "x3", "first"));
    covers(0.2437, measure(found, "x3", "total"));
  }

  /**
   * The time through three stations one after another, each M/M/1 with 1 to 2, 3 or 5 places of
   * spare rate, uniform: 1 / s has variance 1 / (a b) - (ln(b / a) / (b - a))^2, and the sum has
   * these as its parts.
   */
  @Test
  void theSharesOfAnAdditiveQueueAreFound() {
    double[] most = {2, 3, 5};
    List<Input> found = inputs(Method.SOBOL, 3, 3000, shares -> {
      double time = 0;
      for (int i = 0; i < 3; i++) {
        time += 1 / (1 + shares.get(i) * (most[i] - 1));
      }
      return time;
    });
    double[] parts = new double[3];
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double mean = Elementary.log(most[i]) / (most[i] - 1);
      parts[i] = 1 / most[i] - mean * mean;
      sum += parts[i];
    }
    for (int i = 0; i < 3; i++) {
      covers(parts[i] / sum, measure(found, "x" + (i + 1), "first"));
      covers(parts[i] / sum, measure(found, "x" + (i + 1), "total"));
    }
    assertEquals("x3", found.get(0).path(), "the most important first");
  }

  /** Linear: 10 by the first and -4 by the second, nothing by the third. */
  @Test
  void elementaryEffectsOfALinearModelAreItsSlopes() {
    List<Input> found =
        inputs(Method.MORRIS, 3, 8, u -> 10 * u.get(0) - 4 * u.get(1) + 0 * u.get(2));
    assertEquals(List.of("x1", "x2", "x3"), found.stream().map(Input::path).toList());
    assertEquals(10, measure(found, "x1", "mu-star").value(), 1e-9);
    assertEquals(4, measure(found, "x2", "mu-star").value(), 1e-9);
    assertEquals(-4, measure(found, "x2", "mu").value(), 1e-9);
    assertEquals(0, measure(found, "x2", "sigma").value(), 1e-9);
    assertEquals(0, measure(found, "x3", "mu-star").value(), 1e-9);
  }

  /** What acts only together with another has a spread. */
  @Test
  void elementaryEffectsTellInteractions() {
    List<Input> found = inputs(Method.MORRIS, 2, 20, u -> 10 * (u.get(0) - 0.5) * (u.get(1) - 0.5));
    Bounded spread = measure(found, "x1", "sigma");
    assertTrue(spread.low() > 1, spread.toString());
  }

  @Test
  void aTornadoGoesFromTheFifthPercentileToTheNinetyFifth() {
    List<Input> found = inputs(Method.TORNADO, 2, 1, u -> 3 * u.get(0) - 20 * u.get(1));
    assertEquals(List.of("x2", "x1"), found.stream().map(Input::path).toList());
    assertEquals(-18, measure(found, "x2", "swing").value(), 1e-9);
    assertEquals(9, measure(found, "x2", "at-low").value(), 1e-9);
    assertEquals(2.7, measure(found, "x1", "swing").value(), 1e-9);
    assertEquals("0.05", found.get(0).low());
    assertEquals("0.95", found.get(0).high());
  }
}
