package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.supply.Api;
import headroom.supply.ApiLimit;
import headroom.supply.Cloud;
import headroom.supply.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors of launching: the rule alone, and the same seen in a run. */
class LaunchVectorsTest {

  private static final long SECOND = 1_000_000_000L;

  /** #49, #50: a full bucket of 1,000 that is emptied at once has 20 tokens after 10 s. */
  @ParameterizedTest(name = "#{0}: {1} instances at 10 s, accepted: {2}")
  @CsvSource({"49, 20, true", "50, 21, false"})
  void theBucketOfRunInstances(int number, int asked, boolean accepted) {
    ApiLimit.Tokens tokens = Api.USUAL.instances().memory();
    assertEquals(true, tokens.take(1_000, 0));
    assertEquals(accepted, tokens.take(asked, 10 * SECOND));
    assertEquals(accepted ? 0 : 20, tokens.available(10 * SECOND), 1e-9);
  }

  /** Refused as a whole, and asked for again when the group next looks: a minute later. */
  @ParameterizedTest(name = "#{0} in a run: {1} instances at 10 s, refusals: {2}")
  @CsvSource({"49, 20, 0", "50, 21, 1"})
  void theBucketOfRunInstancesInARun(int number, int asked, int refusals) {
    Instant start = Instant.parse("2026-07-01T00:00:00Z");
    OptionalInt size = OptionalInt.of(1_000 + asked);
    Scenario scenario = new ScenarioBuilder()
        .start(start)
        .lasts(Duration.ofSeconds(60))
        .rate(1)
        .time(new Constant(0.001))
        .size(1_000, 2_000)
        .cold()
        .scaling(new ScheduledAction(
            start.plusSeconds(10), OptionalInt.empty(), OptionalInt.empty(), size))
        .cloud(new Cloud(
            List.of(), List.of(), Quotas.NONE, Optional.of(Api.USUAL), Cloud.DEFAULT_RETRY))
        .build();
    Run run = Engine.check(scenario, 1);
    assertEquals(refusals, figure(run, "launch-failures.RequestLimitExceeded"));
    assertEquals(1_000 + (refusals == 0 ? asked : 0), figure(run, "launches"));
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }
}
