package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.policy.placement.Weights;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.InstanceUsage;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.InstanceRefresh;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.InstanceType;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vector of weighted capacity: the rule alone, and the same seen in a run. */
class WeightsTest {

  private static final Weights WEIGHTS =
      new Weights(new TreeMap<>(Map.of("m5.large", 1, "m5.xlarge", 4, "m5.2xlarge", 6)));

  /** #67: 10 + 5 clipped to 12; one of 6 units makes 16, which is enough. */
  @ParameterizedTest(name = "wanted {0} of {1} by units of {2} -> {3}")
  @CsvSource({"12, 10, 6, 16", "12, 10, 4, 14", "12, 10, 1, 12", "12, 12, 6, 12"})
  void launchesUntilMetOrExceeded(int wanted, int units, int each, int reached) {
    int now = units;
    while (Weights.launchesMore(wanted, now)) {
      now += each;
    }
    assertEquals(reached, now);
  }

  /** A scale-in smaller than what is exceeded does nothing. */
  @ParameterizedTest(name = "wanted {0} of {1}: one of {2} may go: {3}")
  @CsvSource({"11, 16, 6, false", "10, 16, 6, true", "11, 16, 4, true"})
  void goesOnlyIfEnoughStays(int wanted, int units, int each, boolean goes) {
    assertEquals(goes, Weights.mayGo(wanted, units, each));
  }

  /** #67 in a run: 6 + 4 as long as there is one of six units only; then another of six. */
  @Test
  void theGroupExceedsWhatIsWanted() {
    Map<String, Integer> launched = launched(Engine.check(scenario(WEIGHTS), 1));
    assertEquals(Map.of("m5.2xlarge", 2, "m5.xlarge", 1), launched);
  }

  /** Without weights every instance is one: ten of them, then twelve. */
  @Test
  void withoutWeightsInstancesAreCounted() {
    Map<String, Integer> launched = launched(Engine.check(scenario(Weights.EQUAL), 1));
    assertEquals(Map.of("m5.2xlarge", 3, "m5.xlarge", 9), launched);
  }

  /**
   * A refresh at 50 % of 12 units: six at a time, so those of six one after the other. The one of four
   * is more than is wanted by then, 16 less 4 are 12, and goes without another in its place.
   */
  @Test
  void aRefreshReplacesUnits() {
    InstanceRefresh refresh =
        TestUpkeep.refresh(Duration.ofMinutes(90), 0.5, List.of(), Optional.empty());
    Scenario plain = scenario(WEIGHTS);
    Run run = Engine.show(
        plain.toBuilder()
            .groups(List.of(plain.groups().get(0).toBuilder()
                .upkeep(TestUpkeep.with(refresh))
                .build()))
            .build(),
        1);
    assertEquals(1, run.figure("groups.web.refreshes").orElseThrow());
    assertEquals(2, run.figure("groups.web.replacements").orElseThrow());
    List<Double> inService = Arrays.stream(run.timeline()
            .orElseThrow()
            .column("groups.web.in-service")
            .orElseThrow()
            .values())
        .boxed()
        .toList();
    assertEquals(2, inService.get(inService.size() - 1));
  }

  private static Map<String, Integer> launched(Run run) {
    Map<String, Integer> byType = new TreeMap<>();
    InstanceUsage usage = run.usage().instances();
    for (int row = 0; row < usage.size(); row++) {
      byType.merge(usage.what(row).type(), 1, Integer::sum);
    }
    return byType;
  }

  private static Scenario scenario(Weights weights) {
    ScheduledAction more = new ScheduledAction(
        Scenario.DEFAULT_START.plusSeconds(3_600),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(15));
    Capacity one = new Capacity(
        "m5.2xlarge",
        List.of(),
        new MeanReverting(1, 0, Duration.ofHours(1)),
        Duration.ZERO,
        Optional.of(Duration.ofMinutes(30)));
    return Scenario.of("weights", Duration.ofHours(2))
        .zones(List.of("a"))
        .types(List.of(
            new InstanceType("m5.2xlarge", 8, 32),
            new InstanceType("m5.xlarge", 4, 16),
            new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(Workload.of("users", "web", new headroom.workload.Constant(1))
            .client(new Client(Optional.of(Duration.ofSeconds(9))))
            .build()))
        .cloud(
            new Cloud(List.of(), List.of(one), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY))
        .groups(List.of(Group.of(
                "web", "m5.2xlarge", new Size(1, 12, 10), new Service(4, 99, new Constant(0.1)))
            .otherTypes(List.of("m5.xlarge", "m5.large"))
            .weights(weights)
            .zones(List.of("a"))
            .scaling(List.of(more))
            .startsCold(true)
            .build()))
        .build();
  }
}
