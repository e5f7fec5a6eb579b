package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.ZoneFailure;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.retry.TokenBucket;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.WeightedRandom;
import headroom.policy.routing.ZonalShift;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Balancers whose nodes keep to their zones, and zones that somebody takes out. */
class ZonesTest {

  private static final LoadBalancer APART = LoadBalancer.of(
          "lb", LoadBalancer.Type.APPLICATION, "web")
      .routing(new WeightedRandom(0))
      .crossZone(false)
      .build();

  private static final LoadBalancer SHARING =
      APART.toBuilder().routing(new RoundRobin()).crossZone(true).build();

  private static ScenarioBuilder three(int instances, double rate) {
    return new ScenarioBuilder()
        .zones("a", "b", "c")
        .rate(rate)
        .timeout(Duration.ofSeconds(5))
        .size(instances)
        .workers(4)
        .queue(1000)
        .time(new Exponential(0.1));
  }

  private static Paired agree(Scenario scenario, int seeds) {
    return Paired.of(scenario, seeds)
        .agree("requests.offered", 0.01)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Four instances: one zone has two, and its clients wait for less. */
  @Test
  void aZoneWithFewerInstancesIsTheBusier() {
    Paired pair = agree(three(4, 90).behind(APART).build(), 3).agree("groups.web.wait.mean", 0.1);
    // Two zones at a load of 0.75 and one at 0.375: M/M/4 waits 51 ms and 3 ms.
    double theory = (2 * 0.0509 + 2 * 0.0021) / 3;
    assertTrue(pair.flow("groups.web.wait.mean") > 0.8 * theory);
    Paired shared =
        Paired.of(three(4, 90).behind(APART.toBuilder().crossZone(true).build()).build(), 1);
    assertTrue(shared.flow("groups.web.wait.mean") < 0.8 * pair.flow("groups.web.wait.mean"));
  }

  /** Two zones keep up, the third has a backlog, whose clients wait in vain. */
  @Test
  void aZoneOverItsLimitIsNotHelped() {
    Paired pair = Paired.of(three(4, 135).behind(APART).build(), 3)
        .agree("requests.failed.timeout", 0.1)
        .agree("latency.p50", 0.2)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.failed.timeout") > 10_000);
  }

  /** Who waited in vain is tried again at the same address: two times more, or it had room by then. */
  @Test
  void aZoneOverItsLimitIsTriedAgain() {
    Retry retry =
        new Retry(3, new FixedBackoff(Duration.ofSeconds(2)), Optional.empty(), Retry.DEFAULT_ON);
    Scenario scenario = three(4, 135)
        .client(ClientBuilder.waiting(Duration.ofSeconds(5)).retry(retry).build())
        .behind(APART)
        .build();
    Paired pair = Paired.of(scenario, 2)
        .agree("requests.attempts", 0.02)
        .agree("requests.failed", 0.02)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.2)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.attempts") > 2 * pair.requests("requests.offered"));
  }

  /** Its instances go with a zone; clients hear of it while their copies of the address age. */
  @Test
  void aZoneThatFailsLosesItsClientsInAMinute() {
    ScenarioBuilder scenario = three(6, 60)
        .behind(APART)
        .failure(new ZoneFailure("dark", "b", Duration.ofMinutes(20), Duration.ofMinutes(20)));
    Paired pair = Paired.of(scenario.build(), 4)
        .agree("requests.failed", 0.1)
        .agree("groups.web.instance-hours", 0.01)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.failed") > 500);
  }

  private static LoadBalancer shifting(LoadBalancer balancer) {
    return balancer.toBuilder()
        .zonalShifts(List.of(new ZonalShift("c", Duration.ofMinutes(15), Duration.ofMinutes(30))))
        .build();
  }

  /** Clients leave the zone in the course of a minute, and come back so. */
  @Test
  void aShiftFromAZoneThatSharesNothing() {
    Paired pair =
        agree(three(6, 110).behind(shifting(APART)).build(), 3).agree("groups.web.wait.mean", 0.1);
    double before = Paired.of(three(6, 110).behind(APART).build(), 1).flow("groups.web.wait.mean");
    assertTrue(pair.flow("groups.web.wait.mean") > 1.2 * before);
  }

  /** Where nodes send across zones its targets get nothing at once. */
  @Test
  void aShiftFromAZoneThatShares() {
    Paired pair = agree(three(6, 130).behind(shifting(SHARING)).build(), 3)
        .agree("groups.web.wait.mean", 0.15);
    double before =
        Paired.of(three(6, 130).behind(SHARING).build(), 1).flow("groups.web.wait.mean");
    assertTrue(pair.flow("groups.web.wait.mean") > 1.5 * before);
  }

  /** Of all zones none is left out. */
  @Test
  void aShiftFromTheOnlyZoneChangesNothing() {
    LoadBalancer shifted = SHARING.toBuilder()
        .zonalShifts(List.of(new ZonalShift("a", Duration.ofMinutes(15), Duration.ofMinutes(30))))
        .build();
    double with =
        Paired.of(three(2, 50).zones("a").behind(shifted).build(), 1).flow("groups.web.wait.mean");
    double without =
        Paired.of(three(2, 50).zones("a").behind(SHARING).build(), 1).flow("groups.web.wait.mean");
    assertEquals(without, with, 1e-9);
  }

  private static Retry retry() {
    return new Retry(
        3, new FixedBackoff(Duration.ofMillis(200)), Optional.empty(), Retry.DEFAULT_ON);
  }

  /** Who is tried again comes to the same zone again. */
  @Test
  void retriesStayInTheirZone() {
    ScenarioBuilder scenario = three(4, 180)
        .queue(30)
        .client(ClientBuilder.waiting(Duration.ofSeconds(5)).retry(retry()).build())
        .behind(APART);
    Paired pair = Paired.of(scenario.build(), 3)
        .agree("requests.failed.refused", 0.15)
        .agree("requests.attempts", 0.03)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.failed.refused") > 1000);
  }

  /** Windows of requests open and close while a zone is out, and nothing is lost or made. */
  @Test
  void aHybridHandsOverWhileAZoneIsOut() {
    Scenario scenario = three(6, 150).behind(shifting(SHARING)).build();
    Run requests = Engine.check(Models.as(TrafficModel.REQUESTS, scenario), 1);
    Run hybrid = Engine.check(Models.as(TrafficModel.HYBRID, scenario), 1);
    assertTrue(hybrid.figure("traffic.windows").orElseThrow() >= 1);
    assertTrue(hybrid.figure("traffic.requests-share").orElseThrow() < 0.9);
    double p99 = requests.figure("latency.p99").orElseThrow();
    assertEquals(p99, hybrid.figure("latency.p99").orElseThrow(), 0.1 * p99);
  }

  @Test
  void budgetsThatAllZonesShareAreForRequests() {
    Retry budgeted = new Retry(
        3,
        new FixedBackoff(Duration.ofMillis(200)),
        Optional.of(TokenBucket.SDK_2026),
        Retry.DEFAULT_ON);
    Scenario scenario = three(4, 135)
        .client(ClientBuilder.waiting(Duration.ofSeconds(5)).retry(budgeted).build())
        .behind(APART)
        .build();
    assertEquals(
        List.of("zones that do not share their targets, with limits or retry budgets of those who"
            + " ask of load-balancers.lb"),
        FlowLimits.refusals(scenario).stream().map(FlowLimits.Refusal::what).toList());
  }
}
