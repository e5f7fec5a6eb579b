package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.supply.InstanceType;
import headroom.supply.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A type's worth is seen in a run, in both traffic models. */
class WorthRunTest {

  private static final InstanceType SLOW = new InstanceType("slow", 2, 8).withCoreSpeed(1);
  private static final InstanceType FAST = new InstanceType("fast", 4, 8).withCoreSpeed(2);

  /** 100 ms, half of it computing, is 75 ms on cores twice as fast: 8/s keep 0.6 workers busy. */
  @ParameterizedTest
  @EnumSource(names = {"REQUESTS", "FLOW"})
  void aServiceMeasuredOnASlowTypeRunsOnAFastOne(TrafficModel model) {
    Worth worth = new Worth(Optional.of("slow"), Optional.of(0.5), true);
    Run run = Engine.run(on("fast", worth, model), 1);
    double busyWorkers = 8 * 0.075;
    assertEquals(busyWorkers / 8, value(run, "busy"), 0.004);
    // A third of the 75 ms is computing, on 4 cores.
    assertEquals(busyWorkers / 3 / 4, value(run, "cpu"), 0.004);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTS", "FLOW"})
  void onTheTypeMeasuredNothingChanges(TrafficModel model) {
    Run run = Engine.run(on("slow", Worth.AS_MEASURED, model), 1);
    assertEquals(0.8 / 2, value(run, "busy"), 0.02);
    assertEquals(0.8 / 2, value(run, "cpu"), 0.02);
  }

  private static double value(Run run, String measure) {
    return run.figure("groups.web." + measure + ".mean").orElseThrow();
  }

  private static Scenario on(String type, Worth worth, TrafficModel model) {
    Scenario s = new ScenarioBuilder()
        .rate(8)
        .workers(2)
        .queue(100)
        .time(new Constant(0.1))
        .lasts(Duration.ofHours(1))
        .build();
    Group group = s.groups().get(0).toBuilder().type(type).worth(worth).build();
    return s.toBuilder()
        .trafficModel(model)
        .types(List.of(SLOW, FAST))
        .groups(List.of(group))
        .build();
  }
}
