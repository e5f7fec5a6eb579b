package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.fault.Slowdown;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Exponential;
import headroom.scenarios.experiment.Stress.Finding;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.InstanceType;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stress test finds what theory says. */
class StressTest {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  /** A service of 100 requests a second that is asked 80 times a second and stalls for 10 s. */
  private static Scenario stalling(int attempts) {
    Retry retry = new Retry(
        attempts, new FixedBackoff(Duration.ofMillis(10)), Optional.empty(), Retry.DEFAULT_ON);
    Client client = new Client(
        Optional.of(Duration.ofSeconds(1)),
        Optional.empty(),
        Optional.of(retry),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
    Workload users =
        Workload.of("users", "api", new Constant(80)).client(client).build();
    Group api = Group.of(
            "api", "m5.large", new Size(1, 1, 1), new Service(10, 20_000, new Exponential(0.1)))
        .zones(List.of("a"))
        .build();
    return Scenario.of("stalling", Duration.ofMinutes(30))
        .zones(List.of("a"))
        .types(List.of(new InstanceType("m5.large", 2, 8)))
        .workloads(List.of(users))
        .groups(List.of(api))
        .failures(
            List.of(new Slowdown("stall", "api", Duration.ofMinutes(2), Duration.ofSeconds(10), 0)))
        .build();
  }

  /**
   * With three retries the fluid model is vulnerable where four times the load exceeds the capacity
   * (platform sheet §7.4): at 100 / (4 · 80) of the written load.
   */
  @Test
  void retriesMakeItVulnerableWhereTheAmplifiedLoadExceedsTheCapacity()
      throws InterruptedException {
    Finding finding =
        new Stress(ENGINE, 2, ProgressListener.NONE).of(stalling(4), 1).get(0);
    assertEquals(100 / 320.0, finding.vulnerableLoad().orElseThrow(), 0.03);
    assertTrue(finding.recoversFrom().orElse(0.0) < 3, () -> "recovers from " + finding);
    assertTrue(finding.staysDownFrom().orElseThrow() < 3, () -> "stays down from " + finding);
  }

  /** One attempt each: what waits is served in vain for a while, and then the fleet is well again. */
  @Test
  void withoutRetriesItRecoversFromEverything() throws InterruptedException {
    Finding finding =
        new Stress(ENGINE, 2, ProgressListener.NONE).of(stalling(1), 1).get(0);
    assertTrue(finding.vulnerableLoad().isEmpty(), () -> "vulnerable: " + finding);
    assertTrue(finding.mostLoad() > 0.9 && finding.mostLoad() < 1.3, finding::toString);
  }
}
