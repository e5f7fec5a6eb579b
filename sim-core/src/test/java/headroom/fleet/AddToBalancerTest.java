package headroom.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fleet.flow.FlowLimits;
import headroom.policy.scaling.Once;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import headroom.vectors.TestUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process AddToLoadBalancer, suspended (fleet sheet §4.13). */
class AddToBalancerTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  /**
   * One worker each that takes a second, and 1.5 requests a second: two instances answer them all.
   * The second one, launched meanwhile, never gets one, even when the process has been resumed.
   */
  @ParameterizedTest(name = "suspended from {0} min for {1} min: served by two {2}")
  @CsvSource({"20, 20, false", "40, 20, true", "0, 10, true", "0, 60, false"})
  void whatComesMeanwhileIsNeverAdded(int from, int minutes, boolean both) {
    Run run = Engine.check(grown(from, minutes, 0), 1);
    assertEquals(2, run.figure("groups.web.instances.max").orElseThrow());
    double failed = run.figure("requests.failed").orElseThrow();
    assertEquals(both, failed == 0, failed + " failed");
  }

  /** It drains nobody when it goes, and is gone at once. */
  @Test
  void itGoesWithoutADrain() {
    Run run = Engine.check(grown(20, 20, 50), 1);
    assertEquals(1, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(2, run.usage().instances().size());
  }

  @Test
  void ratesAreNotWhatItIsFor() {
    assertFalse(FlowLimits.refusals(grown(20, 20, 0)).isEmpty());
  }

  private static Scenario grown(int from, int minutes, int shrinks) {
    ScenarioBuilder builder = new ScenarioBuilder()
        .start(START)
        .lasts(Duration.ofHours(1))
        .warmUp(Duration.ofMinutes(35))
        .rate(1.5)
        .arrivals(new headroom.workload.Regular())
        .time(new Constant(1))
        .workers(1)
        .queue(2)
        .size(1, 2)
        .image(new Constant(0), new Constant(0), new Constant(0))
        .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web").build())
        .scaling(to(30, 2));
    Scenario plain = (shrinks > 0 ? builder.scaling(to(shrinks, 1)) : builder).build();
    Suspension suspension = new Suspension(
        Suspendable.ADD_TO_LOAD_BALANCER,
        Duration.ofMinutes(from),
        Optional.of(Duration.ofMinutes(minutes)));
    return plain.toBuilder()
        .groups(java.util.List.of(
            plain.groups().get(0).toBuilder().upkeep(TestUpkeep.with(suspension)).build()))
        .build();
  }

  private static ScheduledAction to(int minute, int desired) {
    return new ScheduledAction(
        new Once(START.plus(Duration.ofMinutes(minute))),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(desired));
  }
}
