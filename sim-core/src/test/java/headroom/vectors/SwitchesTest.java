package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.InstanceRefresh;
import headroom.spec.Scenario;
import headroom.supply.CreditBalance;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.LaunchCredits;
import headroom.workload.Regular;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Vectors of the fleet sheet without the rule that each is about: every one answers otherwise. */
class SwitchesTest {

  /** #46: without what is given at launch a day's earnings are all, 144 and not 174. */
  @Test
  void withoutLaunchCredits() {
    CreditRule rule = CreditRule.of("t2.micro").orElseThrow();
    assertEquals(144, afterADay(rule, 0), 1e-9);
    assertEquals(174, afterADay(rule, new LaunchCredits().at(0, rule)), 1e-9);
  }

  private static double afterADay(CreditRule rule, double given) {
    CreditBalance balance = new CreditBalance(rule, CreditMode.STANDARD, given);
    balance.pass(24, 0);
    return balance.balance();
  }

  /** #50: where nobody counts requests all 1,021 are launched. */
  @Test
  void withoutBuckets() {
    Instant start = Instant.parse("2026-07-01T00:00:00Z");
    Scenario scenario = new ScenarioBuilder()
        .start(start)
        .lasts(Duration.ofSeconds(60))
        .rate(1)
        .time(new Constant(0.001))
        .size(1_000, 2_000)
        .cold()
        .scaling(new ScheduledAction(
            start.plusSeconds(10), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(1_021)))
        .build();
    assertEquals(1_021, figure(Engine.run(scenario, 1), "launches"));
  }

  /** #77: the policy for 80 % alone takes away what the one for 50 % keeps. */
  @Test
  void withoutTheOtherPolicy() {
    Run run = Engine.run(tracked(10, 0.45 * 10, 0.8), 1);
    assertTrue(figure(run, "scale-ins") > 0);
    assertNotEquals(10, figure(run, "instances.min"));
  }

  /** #78: with an instance there is a CPU to be seen, and the group grows. */
  @Test
  void withAMetric() {
    assertTrue(figure(Engine.run(tracked(1, 5, 0.5), 1), "scale-outs") > 0);
  }

  /** Requests of a second each to instances with four workers. */
  private static Scenario tracked(int desired, double busyInstances, double target) {
    return new ScenarioBuilder()
        .zones("a")
        .rate(4 * busyInstances)
        .arrivals(new Regular())
        .size(0, 100)
        .desired(desired)
        .workers(4)
        .time(new Constant(1))
        .scaling(TargetTracking.cpu(target))
        .lasts(Duration.ofHours(1))
        .build();
  }

  /** #98: without checkpoints nobody waits, and both are replaced within the hour. */
  @Test
  void withoutCheckpoints() {
    InstanceRefresh refresh =
        TestUpkeep.refresh(Duration.ofMinutes(10), 0.9, List.of(), Optional.empty());
    Scenario plain = new ScenarioBuilder()
        .lasts(Duration.ofHours(1))
        .zones("a")
        .rate(0.01)
        .time(new Constant(0.001))
        .image(new Constant(5), new Constant(20), new Constant(1))
        .size(2, 2)
        .build();
    Scenario scenario = plain.toBuilder()
        .groups(List.of(
            plain.groups().get(0).toBuilder().upkeep(TestUpkeep.with(refresh)).build()))
        .build();
    assertEquals(2, figure(Engine.run(scenario, 1), "replacements"));
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }
}
