package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.Elementary;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.results.Unit;
import headroom.scenarios.experiment.Candidate.Fate;
import headroom.spec.Scenario;
import headroom.statistics.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choices among candidates whose order is known. */
class OptimizerTest {
  private static final Metric LATENCY = Metric.value("", "latency", "mean", Unit.SECONDS);
  private static final Metric SHARE = Metric.value("", "availability", "minutes", Unit.ONE);

  /** What a candidate costs and how good it is on average. */
  private record Truth(double cost, double good) {}

  private static Optimization question(int candidates, double within, int atMost) {
    Expectation limit = new Expectation(
        "availability.minutes",
        Expectation.Op.AT_LEAST,
        0.9,
        Unit.ONE,
        "availability.minutes >= 90%");
    return new Optimization(
        "latency.mean",
        false,
        List.of(limit),
        within,
        Until.Measure.ABSOLUTE,
        0.95,
        10,
        atMost,
        candidates);
  }

  /** Candidates along one or more ordered factors; a candidate is known by its scenario's name. */
  private static Lattice lattice(Trial base, int... sizes) {
    List<Lattice.Factor> factors = new ArrayList<>();
    for (int f = 0; f < sizes.length; f++) {
      factors.add(new Lattice.Factor(
          "f" + f, IntStream.range(0, sizes[f]).mapToObj(String::valueOf).toList(), true));
    }
    return new Lattice(
        factors,
        point -> new Variant(
            point.toString(),
            List.of(new Setting("point", point.toString())),
            () -> new Trial(
                named(base.scenario(), point),
                base.experiment(),
                base.priceBook(),
                new Origin("", "digest-" + point, List.of()))));
  }

  private static Scenario named(Scenario base, List<Integer> point) {
    return Fixtures.scenario(base.seed(), "c" + point);
  }

  private static RunFunction engine(java.util.function.Function<String, Truth> truths) {
    return (scenario, seed, shown) -> {
      Truth truth = truths.apply(scenario.name());
      Stream common = new Chance(seed).of("test", "common");
      Stream own = new Chance(seed).of("test", scenario.name());
      double cost = truth.cost()
          + 0.5 * Elementary.inverseNormal(common.at(0))
          + Elementary.inverseNormal(own.at(0));
      double good = truth.good() + 0.02 * Elementary.inverseNormal(own.at(1));
      SortedMap<Metric, Double> figures = new TreeMap<>(Map.of(LATENCY, cost, SHARE, good));
      return Fixtures.run(scenario, seed, figures);
    };
  }

  private static Optimum choose(RunFunction engine, Optimization question, long seed, int... sizes)
      throws InterruptedException {
    Trial base = Fixtures.trial(seed);
    return new Optimizer(engine, 1, "test", TrialStore.NONE, ProgressListener.NONE)
        .choose(base, question, lattice(base, sizes));
  }

  /**
   * Candidate 0 is the cheapest but misses the limit, 1 is the best, all others cost the
   * indifference more: the hardest order. Promised are 95 %.
   */
  @Test
  void theBestIsChosenAtLeastAsOftenAsPromised() throws InterruptedException {
    RunFunction engine = engine(name -> switch (name) {
      case "c[0]" -> new Truth(5, 0.87);
      case "c[1]" -> new Truth(10, 0.93);
      default -> new Truth(11, 0.93);
    });
    int right = 0;
    for (int seed = 1; seed <= 500; seed++) {
      Optimum found = choose(engine, question(100, 1, 2000), seed, 4);
      boolean isRight =
          found.choice().filter(each -> each.variant().name().equals("[1]")).isPresent();
      assertTrue(found.isProven());
      right += isRight ? 1 : 0;
    }
    assertTrue(right >= 464, right + " of 500; 475 promised, 464 its 1 % quantile");
  }

  @Test
  void theAnswerSaysWhyNotTheOthers() throws InterruptedException {
    RunFunction engine = engine(name -> switch (name) {
      case "c[0]" -> new Truth(5, 0.5);
      case "c[1]" -> new Truth(10, 0.99);
      case "c[2]" -> new Truth(12, 0.99);
      default -> new Truth(30, 0.99);
    });
    Optimum found = choose(engine, question(100, 0.5, 200), 1, 4);
    Candidate choice = found.choice().orElseThrow();
    assertEquals("[1]", choice.variant().name());
    assertEquals("[2]", found.runnerUp().orElseThrow().variant().name());
    assertEquals(0.95, found.confidence());
    assertEquals(
        List.of(Fate.MISSED, Fate.BEATEN),
        found.neighbours().stream().map(Candidate::fate).toList());
    Candidate missed = found.candidates().get(0);
    assertEquals(Verdict.State.MISSED, missed.variant().verdicts().get(0).state());
    Candidate beaten = found.candidates().get(2);
    assertEquals("[1]", beaten.beatenBy());
    Difference behind = beaten.difference().orElseThrow();
    assertTrue(behind.low() < 2 && 2 < behind.high(), behind.toString());
    assertTrue(found.regret() < 0.5, "nothing that keeps the limit is much better");
    assertEquals(List.of(), found.ends());
  }

  @Test
  void wherePlacesAreEqualTheFirstIsTakenAndFewReplicationsDoNotProve()
      throws InterruptedException {
    RunFunction equal = (scenario, seed, shown) ->
        Fixtures.run(scenario, seed, new TreeMap<>(Map.of(LATENCY, 3.0, SHARE, 1.0)));
    Optimum same = choose(equal, question(100, 0.1, 200), 1, 3);
    assertEquals("[0]", same.choice().orElseThrow().variant().name());
    assertTrue(same.isProven());
    assertEquals(List.of("f0"), same.ends());
    RunFunction near = engine(name -> new Truth(10, 0.99));
    Optimum open = choose(near, question(100, 0.01, 12), 1, 3);
    assertFalse(open.isProven());
    assertTrue(open.confidence() < 0.95, "" + open.confidence());
    assertTrue(open.regret() > 0.1, "one of the others may be better");
  }

  @Test
  void whereNothingKeepsTheLimitNothingIsChosen() throws InterruptedException {
    Optimum none = choose(engine(name -> new Truth(10, 0.5)), question(100, 1, 100), 1, 3);
    assertTrue(none.choice().isEmpty());
    assertTrue(none.candidates().stream().allMatch(each -> each.fate() == Fate.MISSED));
  }

  /** 400 combinations, 60 tried: the least cost on the side of the limit is at 12, 7. */
  @Test
  void aSearchComesToTheBestOfMany() throws InterruptedException {
    RunFunction engine = engine(name -> {
      String[] at = name.substring(2, name.length() - 1).split(", ", -1);
      int x = Integer.parseInt(at[0]);
      int y = Integer.parseInt(at[1]);
      double away = Math.abs(x - 12) + Math.abs(y - 7);
      return new Truth(20 + 4 * away, x >= 12 ? 0.99 : 0.8);
    });
    Optimum found = choose(engine, question(60, 1, 500), 3, 20, 20);
    assertEquals("[12, 7]", found.choice().orElseThrow().variant().name());
    assertEquals(400, found.combinations());
    assertTrue(found.isSearched());
    assertTrue(found.candidates().size() <= 60);
  }
}
