package headroom.fleet.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.Slowdown;
import headroom.fleet.flow.Models;
import headroom.math.StudentT;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Hybrid;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that are alike: a few simulated, the others corrected, and what that says is honest. */
class StrataTest {

  private static final int SPELLS = 23;
  private static final int BLOCKS = 10;
  private static final int IN_A_BLOCK = 8;
  private static final List<Run> ALL = new ArrayList<>();
  private static final List<Run> SOME = new ArrayList<>();

  @BeforeAll
  static void runBoth() {
    for (long seed = 1; seed <= BLOCKS * IN_A_BLOCK; seed++) {
      ALL.add(Engine.run(spells(new Hybrid(List.of(), Optional.empty())), seed));
      SOME.add(Engine.check(spells(new Hybrid(List.of(), Optional.of(4))), seed));
    }
  }

  /** Every ten minutes a group works at 35 % of its speed for 15 seconds: too little by far. */
  private static Scenario spells(Hybrid hybrid) {
    Client client = new Client(
        Optional.of(Duration.ofSeconds(2)),
        Optional.empty(),
        Optional.of(new Retry(
            2, new FixedBackoff(Duration.ofMillis(200)), Optional.empty(), Retry.DEFAULT_ON)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
    ScenarioBuilder scenario = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(10 * SPELLS))
        .zones("a")
        .size(4)
        .rate(100)
        .client(client)
        .hybrid(hybrid)
        .serves(new Service(4, 60, new Exponential(0.08)));
    for (int i = 0; i < SPELLS; i++) {
      scenario.failure(new Slowdown(
          "spell-" + i, "web", Duration.ofMinutes(10 * i + 5), Duration.ofSeconds(15), 0.35));
    }
    return Models.as(TrafficModel.HYBRID, scenario.build());
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  private static double[] figures(List<Run> runs, String name) {
    return runs.stream().mapToDouble(run -> figure(run, name)).toArray();
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double deviation(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / (to - from - 1));
  }

  /** The first four, the eighth and the sixteenth. */
  @Test
  void aFewOfThoseAlikeAreSimulated() {
    for (Run run : SOME) {
      assertEquals(6, figure(run, "traffic.windows"));
      assertEquals(SPELLS - 6, figure(run, "traffic.windows-corrected"));
    }
    assertEquals(SPELLS, figure(ALL.get(0), "traffic.windows"));
  }

  /** Ten experiments of eight replications: the 95 % interval covers what simulating all tells. */
  @ParameterizedTest
  @ValueSource(
      strings = {"requests.failed", "requests.failed.timeout", "latency.p99", "latency.mean"})
  void theIntervalCoversWhatSimulatingAllOfThemTells(String figure) {
    double truth = mean(figures(ALL, figure), 0, ALL.size());
    double[] some = figures(SOME, figure);
    int covers = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int from = block * IN_A_BLOCK;
      int to = from + IN_A_BLOCK;
      double half = StudentT.quantile(0.975, IN_A_BLOCK - 1.0)
          * deviation(some, from, to)
          / Math.sqrt(IN_A_BLOCK);
      covers += Math.abs(mean(some, from, to) - truth) <= half ? 1 : 0;
    }
    // 7 or fewer of 10 has a probability of 1 % at 95 %.
    assertTrue(covers >= 8, figure + " was covered " + covers + " times of " + BLOCKS);
  }

  /** What is not simulated is paid for: the replications differ by more, not by less. */
  @Test
  void theSpreadOfReplicationsHoldsTheErrorOfSampling() {
    double[] all = figures(ALL, "requests.failed");
    double[] some = figures(SOME, "requests.failed");
    double ratio = deviation(some, 0, some.length) / deviation(all, 0, all.length);
    assertTrue(ratio > 1.2 && ratio < 3, "the spread is " + ratio + " times as wide");
  }

  @Test
  void whatEndedStaysAsManyAndNothingIsNegative() {
    for (Run run : SOME) {
      double failed = figure(run, "requests.failed");
      assertEquals(
          figure(run, "requests.offered"),
          figure(run, "requests.succeeded") + failed + figure(run, "requests.in-flight"),
          1e-6 * figure(run, "requests.offered"));
      double ways = figure(run, "requests.failed.timeout") + figure(run, "requests.failed.refused");
      assertEquals(failed, ways, 1e-6 * failed);
      run.metrics().forEach((metric, value) -> assertTrue(value > -1e-6, metric.flat()));
    }
  }
}
