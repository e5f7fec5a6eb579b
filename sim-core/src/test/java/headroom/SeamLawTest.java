package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fleet.flow.Models;
import headroom.fleet.flow.Simplified;
import headroom.fleet.hybrid.WindowRule;
import headroom.results.How;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * No request is lost or made where rates and requests hand over to each other, over generated
 * scenarios. The runs check themselves at each seam and each minute too.
 */
class SeamLawTest {

  private static final int SCENARIOS = 220;
  // Some have parts that requests simulate throughout, which have no seams.
  private static final int SEAMS = 4000;
  // No divisor of a minute: seams fall between all other looks at the fleet.
  private static final long TURN = 37_300_000_000L;

  private static List<Scenario> scenarios() {
    return Simplified.generated(SCENARIOS).stream()
        .map(SeamLawTest::counted)
        .map(scenario -> Models.as(TrafficModel.HYBRID, scenario))
        .toList();
  }

  /** All of it counts: of an amount that began before it did, nobody knows which part would. */
  private static Scenario counted(Scenario s) {
    return s.toBuilder().warmUp(Duration.ZERO).build();
  }

  /** By the clock, so that seams meet whatever is under way: backlogs, crashes, retries. */
  @Test
  void noRequestIsLostOrMadeAcrossSeams() {
    double seams = 0;
    for (Scenario scenario : scenarios()) {
      Run run = FlowRun.of(scenario, 1, Optional.empty(), true, WindowRule.everyNanos(TURN));
      holds(run, scenario);
      seams += run.figure("traffic.windows").orElseThrow();
    }
    assertTrue(seams > SEAMS, "only " + seams + " windows opened");
  }

  @Test
  void noRequestIsLostOrMadeByDoubt() {
    double windows = 0;
    for (Scenario scenario : scenarios().subList(0, 60)) {
      Run run = Engine.check(scenario, 1);
      holds(run, scenario);
      windows += run.figure("traffic.windows").orElseThrow();
    }
    assertTrue(windows > 10, "only " + windows + " windows opened");
  }

  private static void holds(Run run, Scenario scenario) {
    double offered = figure(run, "requests.offered");
    double ended = figure(run, "requests.succeeded") + figure(run, "requests.failed");
    double inFlight = figure(run, "requests.in-flight");
    String name = scenario.name();
    assertEquals(offered, ended + inFlight, 1e-9 * Math.max(1, offered), name);
    assertTrue(inFlight >= -1e-6 * offered, name + " has " + inFlight);
    double hows = 0;
    for (How how : How.values()) {
      hows += run.figure("requests.failed." + how.word()).orElse(0.0);
    }
    assertEquals(figure(run, "requests.failed"), hows, 1e-6 * Math.max(1, hows), name);
    assertTrue(figure(run, "requests.attempts") >= offered * (1 - 1e-12), name);
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }
}
