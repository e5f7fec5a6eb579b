package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.placement.Packing;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.scaling.HorizontalPodAutoscaling;
import headroom.policy.scaling.PodGoal;
import headroom.random.Lognormal;
import headroom.results.EventLog;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Pod;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.Resources;
import headroom.workload.Ramp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A horizontal pod autoscaler sees by rates what it sees by requests. */
class PodRatesTest {

  private static final long SECOND = 1_000_000_000L;

  /** Six pods of four workers, which serve 120 a second; seven times as many visitors in four minutes. */
  private static Scenario crowd() {
    Scenario plain = new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofMinutes(20))
        .rate(new Ramp(60, 420, 300 * SECOND, 240 * SECOND))
        .timeout(Duration.ofSeconds(5))
        .size(6, 60)
        .workers(4)
        .time(new Lognormal(0.2, 1))
        .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
            .routing(new LeastOutstandingRequests())
            .build())
        .build();
    Group pods = plain.group("web").toBuilder()
        .scaling(List.of(HorizontalPodAutoscaling.of(new PodGoal(WatchedMetric.CPU, 0.6))))
        .pod(Optional.of(new Pod(List.of("nodes"), new Resources(0.5, 0.5), Packing.SPREAD)))
        .build();
    Group nodes = Group.of("nodes", "m5.large", new Size(20, 20, 20), Group.NO_SERVICE)
        .zones(List.of("a"))
        .build();
    return plain.toBuilder().groups(List.of(nodes, pods)).build();
  }

  /**
   * Pods that came since the last look are not asked, and were hardly sent anything: what was done
   * was done by those asked. Else they seem idler than they are, and others come later.
   */
  @Test
  void podsThatHaveJustComeDoNotMakeTheOthersLookIdle() {
    Paired.of(crowd(), 12)
        .agree("groups.web.instances.mean", 0.03)
        .agree("groups.web.scale-outs", 0.15)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.2);
  }

  /** What fifteen seconds show is random: no two runs ask for pods at the same moments. */
  @Test
  void whatIsSeenOfPodsIsRandom() {
    Scenario rates = Models.as(TrafficModel.FLOW, crowd());
    assertNotEquals(decisions(rates, 1), decisions(rates, 2));
    assertEquals(decisions(rates, 1), decisions(rates, 1));
  }

  private static List<String> decisions(Scenario scenario, long seed) {
    return Engine.show(scenario, seed).events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.SCALE_OUT)
        .map(event -> event.atNanos() / SECOND + " " + event.why())
        .limit(1)
        .toList();
  }
}
