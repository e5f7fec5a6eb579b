package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.Slowdown;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.CloudRegion;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way from one region to another takes time: by rates as much as by requests. */
class WaysTest {

  private static final Duration WAY = Duration.ofMillis(150);

  private static CloudRegion region(String name, String zone, Map<String, Duration> latency) {
    return new CloudRegion(
        name,
        "one",
        List.of(zone),
        Scenario.DEFAULT_PRICES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        latency);
  }

  private static Scenario afar(ScenarioBuilder builder, Duration way) {
    Scenario scenario = builder
        .zones("a")
        .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web").build())
        .build();
    return scenario.toBuilder()
        .regions(List.of(region("east", "a", Map.of("west", way)), region("west", "b", Map.of())))
        .workloads(scenario.workloads().stream()
            .map(workload -> workload.toBuilder().from(Optional.of("west")).build())
            .toList())
        .build();
  }

  private static ScenarioBuilder four(Duration timeout) {
    return new ScenarioBuilder()
        .rate(60)
        .timeout(timeout)
        .size(4)
        .workers(2)
        .queue(1000)
        .time(new Exponential(0.1));
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  /** Of every answer exactly the way, and of the time that clients wait as well. */
  @Test
  void clientsAfarWaitForTheWay() {
    ScenarioBuilder patient = four(Duration.ofSeconds(30));
    Paired far = Paired.of(afar(patient, WAY), 3)
        .agree("latency.mean", 0.03)
        .agree("latency.p50", 0.05)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
    double near = Paired.of(afar(patient, Duration.ZERO), 1).flow("latency.mean");
    assertEquals(near + 0.15, far.flow("latency.mean"), 0.002);
  }

  @Test
  void whatIsLeftOfATimeoutIsShorter() {
    Paired far = Paired.of(afar(four(Duration.ofMillis(600)), WAY), 3)
        .agree("requests.failed.timeout", 0.15)
        .agree("latency.p99", 0.05);
    assertTrue(far.requests("requests.failed.timeout") > 500);
    Scenario near = afar(four(Duration.ofMillis(450)), Duration.ZERO);
    double failed = Paired.of(near, 1).flow("requests.failed.timeout");
    assertEquals(failed, far.flow("requests.failed.timeout"), 0.001 * failed);
  }

  /** They give up before anybody hears of them. */
  @Test
  void aWayLongerThanTheTimeoutIsInVain() {
    Paired far = Paired.of(afar(four(Duration.ofMillis(100)), WAY), 1);
    assertEquals(far.requests("requests.offered"), far.requests("requests.failed.timeout"), 20);
    assertEquals(far.flow("requests.offered"), far.flow("requests.failed.timeout"), 20);
    assertEquals(0, far.flow("groups.web.busy.mean"), 1e-9);
  }

  private static ScenarioBuilder tryingAgain() {
    Retry retry =
        new Retry(3, new FixedBackoff(Duration.ofMillis(400)), Optional.empty(), Retry.DEFAULT_ON);
    return four(Duration.ofSeconds(2))
        .client(ClientBuilder.waiting(Duration.ofSeconds(2)).retry(retry).build())
        .failure(new Slowdown("slow", "web", Duration.ofMinutes(20), Duration.ofMinutes(5), 0.4));
  }

  /** Every attempt goes the way anew, in a backlog as well. */
  @Test
  void retriesGoTheWayAnew() {
    Paired far = Paired.of(afar(tryingAgain(), WAY), 3)
        .agree("requests.attempts", 0.02)
        .agree("requests.failed", 0.15)
        .agree("latency.p50", 0.05)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(far.requests("requests.failed") > 1000);
  }

  /** Nothing is lost or made where requests take over whose clients are afar. */
  @Test
  void aHybridHandsOverClientsAfar() {
    Scenario scenario = afar(tryingAgain(), WAY);
    Run requests = Engine.check(Models.as(TrafficModel.REQUESTS, scenario), 1);
    Run hybrid = Engine.check(Models.as(TrafficModel.HYBRID, scenario), 1);
    assertTrue(figure(hybrid, "traffic.windows") >= 1);
    assertTrue(figure(hybrid, "traffic.requests-share") < 0.9);
    double p50 = figure(requests, "latency.p50");
    assertEquals(p50, figure(hybrid, "latency.p50"), 0.05 * p50);
    double failed = figure(requests, "requests.failed");
    assertEquals(failed, figure(hybrid, "requests.failed"), 0.15 * failed);
  }
}
