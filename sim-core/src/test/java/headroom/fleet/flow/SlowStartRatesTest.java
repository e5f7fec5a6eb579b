package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.routing.RoundRobin;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Exponential;
import headroom.spec.LoadBalancer;
import headroom.workload.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** New targets that get less than their share at first: by rates as much as by requests. */
class SlowStartRatesTest {

  private static final ScheduledAction MORE = new ScheduledAction(
      Instant.parse("2026-07-01T00:20:00Z"),
      OptionalInt.empty(),
      OptionalInt.empty(),
      OptionalInt.of(6));

  private static LoadBalancer starting(Duration over) {
    return LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
        .routing(new RoundRobin())
        .slowStart(over)
        .build();
  }

  private static ScenarioBuilder grows(double rate, Duration over) {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(40))
        .warmUp(Duration.ofMinutes(20))
        .rate(rate)
        .timeout(Duration.ofSeconds(5))
        .size(3, 6)
        .workers(4)
        .queue(1000)
        .time(new Exponential(0.1))
        .scaling(MORE)
        .behind(starting(over));
  }

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** While three begin the other three are nearly as busy as before. */
  @Test
  void thoseThereBeforeStayBusy() {
    Paired slow = Paired.of(grows(105, QUARTER).build(), 4)
        .agree("latency.mean", 0.05)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
    double fast = Paired.of(grows(105, Duration.ZERO).build(), 1).flow("groups.web.wait.mean");
    assertTrue(slow.flow("groups.web.wait.mean") > 1.5 * fast);
  }

  /** They are over their limit for as long as the new ones take too little. */
  @Test
  void requestsAreRefusedForLonger() {
    Paired slow = Paired.of(grows(140, QUARTER).queue(100).build(), 4)
        .agree("requests.failed.refused", 0.1)
        .agree("latency.p99", 0.2)
        .within("groups.web.busy.mean", 0.01);
    double fast =
        Paired.of(grows(140, Duration.ZERO).queue(100).build(), 1).flow("requests.failed");
    assertTrue(slow.flow("requests.failed") > 2 * fast);
  }

  /** What it is for: instances that are cold get less while they are. */
  @Test
  void coldInstancesGetLess() {
    Service cold = new ServiceBuilder(4, 1000, new Exponential(0.1))
        .warmUp(4, Duration.ofMinutes(4))
        .build();
    Paired.of(grows(60, Duration.ofMinutes(10)).serves(cold).build(), 4)
        .agree("latency.mean", 0.05)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }
}
