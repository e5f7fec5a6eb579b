package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.ScenarioBuilder;
import headroom.fault.Ageing;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.PacketLoss;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.Slowdown;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.OutlierEjection;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Exponential;
import headroom.spec.LoadBalancer;
import headroom.workload.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that serve badly without stopping: by rates as much as by requests. */
class AilingTest {

  private static final Scripted HALF_AN_HOUR =
      new Scripted(Duration.ofMinutes(20), Duration.ofMinutes(30));
  private static final LoadBalancer LB = ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION);

  static final ScheduledAction MORE = new ScheduledAction(
      Instant.parse("2026-07-01T00:40:00Z"),
      OptionalInt.empty(),
      OptionalInt.empty(),
      OptionalInt.of(4));

  private static ScenarioBuilder eight(Failure failure) {
    return new ScenarioBuilder()
        .lasts(Duration.ofHours(1))
        .rate(20)
        .timeout(Duration.ofSeconds(5))
        .size(8)
        .workers(8)
        .time(new Exponential(0.4))
        .failure(failure);
  }

  private static GrayFailure gray(double share, double speed, double errors) {
    return new GrayFailure("ill", GrayFailure.Kind.GRAY, "web", share, speed, errors, HALF_AN_HOUR);
  }

  private static Paired agree(ScenarioBuilder scenario) {
    return Paired.of(scenario.build(), 2)
        .agree("requests.failed-by.ill", 0.05)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void oneInThreeServesErrorsSlowly() {
    Paired pair = agree(eight(gray(0.35, 0.25, 0.8)).behind(LB));
    assertTrue(pair.requests("requests.failed.error") > 1000);
  }

  @Test
  void withoutABalancerTheyGetTheirTurnAsWell() {
    agree(eight(gray(0.35, 0.5, 0.5)));
  }

  /** Who is slow gets less where least are under way. */
  @Test
  void whoIsSlowGetsLess() {
    LoadBalancer least = LB.toBuilder().routing(new LeastOutstandingRequests()).build();
    agree(eight(gray(0.35, 0.25, 0.5)).rate(40).behind(least));
  }

  /** A retry goes to another instance more often than not. */
  @Test
  void retriesFindOthers() {
    Client client = ClientBuilder.waiting(Duration.ofSeconds(5))
        .retry(new Retry(
            3, new FixedBackoff(Duration.ofMillis(200)), Optional.empty(), Retry.DEFAULT_ON))
        .build();
    agree(eight(gray(0.35, 1, 0.6)).client(client).behind(LB)).agree("requests.attempts", 0.01);
  }

  /** Requests that do not arrive, and answers that do not. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lossesEndAtTheTimeout(boolean requests) {
    PacketLoss loss = requests ? new PacketLoss(0.4, 0) : new PacketLoss(0, 0.4);
    GrayFailure failure =
        new GrayFailure("ill", GrayFailure.Kind.GRAY, "web", 1, 1, 0, loss, HALF_AN_HOUR);
    Paired pair = agree(eight(failure).behind(LB));
    assertEquals(0.2, pair.flow("requests.failed.timeout") / pair.flow("requests.offered"), 0.002);
  }

  /** A share of the requests waits for somebody outside, and a part of those is failed. */
  @Test
  void somebodyOutsideIsLate() {
    agree(eight(new DependencyFailure("ill", "web", 0.5, 0.2, Duration.ofMillis(700), HALF_AN_HOUR))
        .behind(LB));
  }

  @Test
  void instancesGrowSlowerAsTheyAge() {
    Ageing ageing = new Ageing(
        "age", "web", Duration.ofMinutes(10), Duration.ofMinutes(40), 0.4, Optional.empty());
    Paired.of(eight(ageing).behind(LB).build(), 2)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Who fails three times in a row is out for ever longer. */
  @Test
  void whoKeepsFailingIsEjected() {
    LoadBalancer ejecting = LB.toBuilder()
        .outlierEjection(Optional.of(new OutlierEjection(3, Duration.ofMinutes(2), 0.5)))
        .build();
    Paired pair = Paired.of(eight(gray(0.35, 0.5, 0.7)).behind(ejecting).build(), 6)
        .agree("requests.failed-by.ill", 0.15)
        .agree("latency.p99", 0.1);
    assertTrue(pair.requests("requests.failed-by.ill") > 10);
  }

  /** Deep checks go the way of requests: twice in a row they find who is ill. */
  @Test
  void deepChecksFindThem() {
    HealthCheck deep = new HealthCheck(Duration.ofSeconds(10), Duration.ofSeconds(2), 5, 2, true);
    LoadBalancer checking = LB.toBuilder().healthCheck(deep).build();
    Paired.of(eight(gray(0.35, 0.25, 0.5)).behind(checking).build(), 6)
        .agree("requests.failed-by.ill", 0.2)
        .within("groups.web.busy.mean", 0.01)
        .agree("latency.p99", 0.1);
  }

  /** What is launched meanwhile is taken in when balancers can be changed again. */
  @Test
  void balancersThatCannotBeChangedTakeNobodyIn() {
    ScenarioBuilder scenario = new ScenarioBuilder()
        .lasts(Duration.ofHours(2))
        .rate(30)
        .timeout(Duration.ofSeconds(5))
        .size(2, 4)
        .scaling(MORE)
        .workers(4)
        .time(new Exponential(0.2))
        .behind(LB)
        .failure(new Slowdown("slow", "web", Duration.ofMinutes(50), Duration.ofMinutes(20), 0.5))
        .failure(new ServiceOutage(
            "deleted",
            ServiceOutage.Service.LOAD_BALANCING,
            new Scripted(Duration.ofMinutes(30), Duration.ofMinutes(60))));
    Paired pair = Paired.of(scenario.build(), 2)
        .agree("requests.failed", 0.15)
        .agree("groups.web.instance-hours", 0.01)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.failed") > 1000);
  }
}
