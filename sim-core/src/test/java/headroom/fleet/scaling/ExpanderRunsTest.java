package headroom.fleet.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.Packing;
import headroom.policy.scaling.ClusterAutoscaling;
import headroom.policy.scaling.Expander;
import headroom.policy.scaling.Priorities;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Pod;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Four pods without room, of which each node of three equal groups holds two. */
class ExpanderRunsTest {

  private static final Priorities SPARE_LAST =
      new Priorities(new TreeMap<>(Map.of("third", 50, "second", 10)));

  private static Run run(Expander expander, Priorities priorities, long seed) {
    ClusterAutoscaling usual = ClusterAutoscaling.DEFAULT;
    ClusterAutoscaling rule = new ClusterAutoscaling(
        usual.every(),
        usual.utilizationThreshold(),
        usual.unneededTime(),
        usual.delayAfterAdd(),
        usual.provisionTime(),
        usual.drainTime(),
        expander,
        priorities);
    Scenario plain = new ScenarioBuilder()
        .zones("a")
        .rate(1)
        .time(new Constant(0.001))
        .image(new Constant(5), new Constant(5), new Constant(1))
        .size(4, 4)
        .cold()
        .lasts(Duration.ofMinutes(5))
        .build();
    Pod pod = new Pod(List.of("first", "second", "third"), new Resources(1, 0.1), Packing.SPREAD);
    Group pods = plain.group("web").toBuilder().pod(Optional.of(pod)).build();
    return Engine.check(
        plain.toBuilder()
            .groups(List.of(
                nodes("first", 9, rule), nodes("second", 9, rule), nodes("third", 1, rule), pods))
            .build(),
        seed);
  }

  private static Group nodes(String name, int max, ClusterAutoscaling rule) {
    return Group.of(name, "m5.large", new Size(0, max, 0), Group.NO_SERVICE)
        .zones(List.of("a"))
        .scaling(List.of(rule))
        .build();
  }

  private static double launches(Run run, String group) {
    return run.figure("groups." + group + ".launches").orElseThrow();
  }

  /** The third may have one node; for the other two pods the next by priority grows. */
  @Test
  void theHighestPriorityGrowsAndThenTheNext() {
    Run run = run(Expander.PRIORITY, SPARE_LAST, 1);
    assertEquals(0, launches(run, "first"));
    assertEquals(1, launches(run, "second"));
    assertEquals(1, launches(run, "third"));
  }

  /**
   * The switch: without priorities it is a lot between the two that would hold all four pods, and never
   * the third, which would hold two. Of 40 runs about half: 20, standard deviation 3.2.
   */
  @Test
  void withoutPrioritiesTheLotDecidesBetweenEquals() {
    List<Run> runs = LongStream.range(0, 40)
        .mapToObj(seed -> run(Expander.MOST_PODS, Priorities.NONE, seed))
        .toList();
    assertTrue(runs.stream().allMatch(run -> launches(run, "third") == 0));
    assertTrue(
        runs.stream().allMatch(run -> launches(run, "first") + launches(run, "second") == 2));
    long first = runs.stream().filter(run -> launches(run, "first") == 2).count();
    assertTrue(first >= 10 && first <= 30, "the first grew in " + first + " of 40 runs");
  }

  /** Of 60 runs about a third for each group at first: 20, standard deviation 3.7. */
  @Test
  void theLotFallsOnEachAlike() {
    long third = LongStream.range(0, 60)
        .filter(seed -> launches(run(Expander.RANDOM, Priorities.NONE, seed), "third") > 0)
        .count();
    assertTrue(third >= 10 && third <= 30, "third grew in " + third + " of 60 runs");
  }
}
