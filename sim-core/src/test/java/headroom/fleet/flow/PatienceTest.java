package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.routing.ConsistentHashing;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.WeightedRandom;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Uniform;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users who give up, instances that are slow at first, balancers that choose by chance. */
class PatienceTest {

  private static ScenarioBuilder one(double rate, double meanPatience) {
    return new ScenarioBuilder()
        .lasts(Duration.ofHours(2))
        .zones("a")
        .rate(rate)
        .client(ClientBuilder.waiting(Duration.ofMinutes(2))
            .patience(new Exponential(meanPatience))
            .build())
        .serves(new Service(1, 100_000, new Exponential(0.1)));
  }

  /**
   * M/M/1 whose server goes on with what nobody waits for any more: the time there is exponential
   * with rate μ - λ, so a share of θ / (θ + μ - λ) has given up before.
   */
  @Test
  void abandonedWorkIsDoneAllTheSame() {
    Paired pair = Paired.of(one(8, 2).build(), 2).agree("requests.failed.abandoned", 0.03);
    double theory = 0.5 / (0.5 + 10 - 8);
    assertEquals(
        theory, pair.flow("requests.failed.abandoned") / pair.flow("requests.offered"), 0.005);
    pair.agree("latency.p50", 0.05).agree("latency.p99", 0.05).within("groups.web.busy.mean", 0.01);
  }

  /** In a backlog as well: users leave, what they asked for stays. */
  @Test
  void usersGiveUpInABacklog() {
    ScenarioBuilder scenario = one(14, 20)
        .lasts(Duration.ofMinutes(20))
        .client(ClientBuilder.waiting(Duration.ofMinutes(1))
            .patience(new Uniform(5, 90))
            .build());
    Paired pair = Paired.of(scenario.build(), 3)
        .agree("requests.failed.abandoned", 0.05)
        .agree("requests.failed.timeout", 0.08);
    assertTrue(pair.requests("requests.failed.timeout") > 100);
  }

  /** Everybody waits equally long: patience is another timeout. */
  @Test
  void patienceWithoutChance() {
    ScenarioBuilder scenario =
        one(8, 1).client(ClientBuilder.patient().patience(new Constant(1)).build());
    Paired pair = Paired.of(scenario.build(), 2);
    double theory = Math.exp(-2 * 1.0);
    assertEquals(
        theory, pair.flow("requests.failed.abandoned") / pair.flow("requests.offered"), 0.002);
  }

  @Test
  void newInstancesAreSlowAtFirst() {
    Service cold = new ServiceBuilder(4, 200, new Exponential(0.2))
        .warmUp(4, Duration.ofMinutes(4))
        .build();
    ScenarioBuilder scenario = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(70))
        .rate(30)
        .size(2, 4)
        .serves(cold)
        .scaling(AilingTest.MORE);
    Paired.of(scenario.build(), 3)
        .agree("latency.mean", 0.03)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** By chance each instance gets a Poisson stream: n queues M/M/1. */
  @Test
  void chosenByChance() {
    LoadBalancer random = ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION).toBuilder()
        .routing(new WeightedRandom(0))
        .build();
    ScenarioBuilder scenario = new ScenarioBuilder()
        .rate(32)
        .size(4)
        .workers(1)
        .queue(100_000)
        .time(new Exponential(0.1))
        .behind(random);
    Paired pair = Paired.of(scenario.build(), 4)
        .agree("latency.p50", 0.05)
        .agree("latency.p99", 0.1)
        .agree("groups.web.wait.mean", 0.05);
    assertEquals(0.4, pair.flow("groups.web.wait.mean"), 0.004);
  }

  private static ScenarioBuilder four(LoadBalancer balancer) {
    return new ScenarioBuilder()
        .zones("a", "b")
        .rate(32)
        .size(4)
        .workers(1)
        .queue(100_000)
        .time(new Exponential(0.1))
        .behind(balancer);
  }

  private static LoadBalancer.Builder network() {
    return ScenarioBuilder.balancer(LoadBalancer.Type.NETWORK).toBuilder().crossZone(true);
  }

  /** Each request comes on a connection of its own. */
  private static Scenario alone(Scenario scenario) {
    return scenario.toBuilder()
        .workloads(scenario.workloads().stream()
            .map(workload -> workload.toBuilder().requestsPerConnection(1).build())
            .toList())
        .build();
  }

  /** Each connection's target is the luck of its hash: the same n queues M/M/1. */
  @Test
  void behindANetworkBalancer() {
    Paired pair = Paired.of(alone(four(network().build()).build()), 4)
        .agree("latency.p50", 0.05)
        .agree("latency.p99", 0.1);
    assertEquals(0.4, pair.flow("groups.web.wait.mean"), 0.004);
  }

  @Test
  void byTheHashOfTheSender() {
    LoadBalancer hashing = ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION).toBuilder()
        .routing(new ConsistentHashing())
        .build();
    Paired pair = Paired.of(four(hashing).build(), 4).agree("latency.p99", 0.1);
    assertEquals(0.4, pair.flow("groups.web.wait.mean"), 0.004);
  }

  /** Cookies are kept by users: requests that are nobody's go as they would without. */
  @Test
  void stickinessOfNobody() {
    LoadBalancer sticky = ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION).toBuilder()
        .routing(new WeightedRandom(0))
        .stickiness(Optional.of(
            new Stickiness(Optional.of(Duration.ofHours(1)), Stickiness.WhenLost.STARTS_OVER)))
        .build();
    Paired pair = Paired.of(four(sticky).build(), 2);
    assertEquals(0.4, pair.flow("groups.web.wait.mean"), 0.004);
    assertEquals(0.4, pair.requests("groups.web.wait.mean"), 0.04);
  }

  /** A refused request comes to the same target again, whose line is no shorter. */
  @Test
  void retriesBehindANetworkBalancerAreForRequests() {
    Scenario scenario = alone(four(network().build())
        .queue(4)
        .client(ClientBuilder.patient()
            .retry(new Retry(
                3, new FixedBackoff(Duration.ofMillis(200)), Optional.empty(), Retry.DEFAULT_ON))
            .build())
        .build());
    assertEquals(
        List.of("retries that come to the same target of load-balancers.lb"),
        FlowLimits.refusals(scenario).stream().map(FlowLimits.Refusal::what).toList());
  }

  /** Many share a connection by default, and a target with it for a while. */
  @Test
  void connectionsOfManyRequestsAreForRequests() {
    assertEquals(
        List.of("connections of several requests of load-balancers.lb"),
        FlowLimits.refusals(four(network().build()).build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
