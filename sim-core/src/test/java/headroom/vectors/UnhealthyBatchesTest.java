package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.GrayFailure;
import headroom.fault.Scripted;
import headroom.policy.routing.HealthCheck;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.MaintenancePolicy;
import headroom.spec.Scenario;
import headroom.spec.Upkeep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fleet sheet's vectors #92 and #93 in a run: instances that answer with errors fail the deep
 * checks of a balancer and are replaced, a tenth of the group at a time.
 */
class UnhealthyBatchesTest {

  /** The seeds are the first with so many ill, and nobody who comes for them. */
  @ParameterizedTest(name = "#{0}: desired {1}, {2} unhealthy -> {3}")
  @CsvSource({"92, 20, 5, '[2, 2, 1]'", "93, 5, 2, '[1, 1]'"})
  void aTenthAtATime(int number, int desired, int unhealthy, String batches) {
    Run run = firstWith(desired, unhealthy, Upkeep.DEFAULT);
    assertEquals(batches, batches(run).toString());
  }

  /** The switch: under a maintenance policy of 50 to 100 % all five go at once. */
  @Test
  void withoutTheTenthTheyGoAtOnce() {
    Upkeep half = TestUpkeep.maintained(new MaintenancePolicy(0.5, 1));
    assertEquals("[5]", batches(firstWith(20, 5, half)).toString());
    assertNotEquals("[2, 2, 1]", batches(firstWith(20, 5, half)).toString());
  }

  private static Run firstWith(int desired, int unhealthy, Upkeep upkeep) {
    Scenario scenario = scenario(desired, (double) unhealthy / desired, upkeep);
    for (int seed = 1; seed < 200; seed++) {
      Run run = Engine.show(scenario, seed);
      int replaced = batches(run).stream().mapToInt(Integer::intValue).sum();
      boolean hit = run.events().orElseThrow().events().stream()
          .anyMatch(event -> event.what().equals("gray on " + unhealthy + " instances"));
      if (hit && replaced == unhealthy) {
        return run;
      }
    }
    throw new AssertionError("no such seed");
  }

  private static Scenario scenario(int desired, double share, Upkeep upkeep) {
    HealthCheck deep = new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 2, 2, true);
    LoadBalancer balancer = ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION).toBuilder()
        .healthCheck(deep)
        .build();
    Scenario plain = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(90))
        .zones("a")
        .rate(0.001)
        .time(new Constant(0.01))
        .image(new Constant(5), new Constant(20), new Constant(1))
        .size(desired)
        .behind(balancer)
        .health(new Health(
            Health.Check.LOAD_BALANCER, Duration.ofMinutes(10), HealthCheck.INSTANCE_STATUS))
        .failure(new GrayFailure(
            "ill",
            GrayFailure.Kind.GRAY,
            "web",
            share,
            1,
            1,
            new Scripted(Duration.ofMinutes(1), Duration.ofMinutes(88))))
        .build();
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder().upkeep(upkeep).build()))
        .build();
  }

  /** How many were let go for being unhealthy at each moment. */
  private static List<Integer> batches(Run run) {
    TreeMap<Long, Integer> byMoment = new TreeMap<>();
    run.events().orElseThrow().events().stream()
        .filter(event -> event.why().contains("unhealthy at a load balancer"))
        .filter(event -> event.kind() == EventLog.Kind.TERMINATION)
        .filter(event -> event.what().equals("taken out of service"))
        .forEach(event -> byMoment.merge(event.atNanos(), 1, Integer::sum));
    return new ArrayList<>(byMoment.values());
  }
}
