package headroom.fleet.flow;

import headroom.ScenarioBuilder;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.random.Exponential;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Ramp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A load that grows slowly through what can be served: what waits then goes on waiting. */
class NearLimitTest {

  private static final long MINUTE = 60_000_000_000L;

  /** Three serve 30 a second; from 28 to 31 an hour passes. */
  private static Scenario growing() {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofMinutes(60))
        .rate(new Ramp(28, 31, 0, 60 * MINUTE))
        .timeout(Duration.ofSeconds(5))
        .size(1)
        .workers(3)
        .queue(1000)
        .time(new Exponential(0.1))
        .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
            .routing(new LeastOutstandingRequests())
            .build())
        .build();
  }

  @Test
  void aQueueIsNotForgottenWhereItBecomesABacklog() {
    Paired.of(growing(), 12)
        .agree("groups.web.queue.mean", 0.3)
        .agree("requests.failed.timeout", 0.4)
        .within("groups.web.busy.mean", 0.01);
  }
}
