package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fault.ZoneFailure;
import headroom.policy.routing.OutlierEjection;
import headroom.policy.routing.OwnCapacity;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.ZonalShift;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Session;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a balancer's figures mean, in scenarios whose answers can be worked out by hand. */
class BalancerMeaningsTest {

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static LoadBalancer.Builder balancer(LoadBalancer.Type type) {
    return LoadBalancer.of("lb", type, "web");
  }

  private static ScenarioBuilder oneASecond() {
    return new ScenarioBuilder().zones("a").arrivals(new Regular()).workers(1000);
  }

  /** Work of 5 s: a client that waits 2 s leaves; one that waits for ever meets the idle timeout. */
  @Test
  void whoIsFirstEndsARequestThatTakesTooLong() {
    LoadBalancer.Builder hurried =
        balancer(LoadBalancer.Type.APPLICATION).idleTimeout(Duration.ofSeconds(3));
    ScenarioBuilder slow = oneASecond().time(new Constant(5)).behind(hurried.build());
    Run left = Engine.run(slow.timeout(Duration.ofSeconds(2)).build(), 1);
    assertEquals(
        figure(left, "requests.failed.timeout"), figure(left, "load-balancers.lb.codes.460"));
    assertEquals(0, figure(left, "load-balancers.lb.codes.504"));
    Run idle = Engine.run(slow.client(new Client(Optional.empty())).build(), 1);
    assertEquals(
        figure(idle, "requests.failed.timeout"), figure(idle, "load-balancers.lb.codes.504"));
    assertTrue(figure(idle, "load-balancers.lb.codes.504") >= 3590);
    assertEquals(0, figure(idle, "load-balancers.lb.codes.460"));
  }

  /** One is served for an hour, nobody else finds a place: the target refuses, which is a 502. */
  @Test
  void aTargetThatRefusesIsABadGateway() {
    Run run = Engine.run(
        oneASecond()
            .workers(1)
            .queue(0)
            .time(new Constant(1e5))
            .client(new Client(Optional.empty()))
            .behind(balancer(LoadBalancer.Type.APPLICATION)
                .idleTimeout(Duration.ofSeconds(4000))
                .build())
            .build(),
        1);
    assertEquals(figure(run, "requests.offered") - 1, figure(run, "load-balancers.lb.codes.502"));
  }

  /** A place for 10/s and 20/s wanted: the surge queue of 100 adds 10 s to every answer's wait. */
  @Test
  void waitingAtTheBalancerIsItsPartOfLatency() {
    Run run = Engine.run(
        oneASecond()
            .rate(20)
            .workers(1)
            .queue(0)
            .time(new Constant(0.1))
            .behind(balancer(LoadBalancer.Type.CLASSIC).surgeQueue(100).build())
            .warmUp(Duration.ofMinutes(5))
            .build(),
        1);
    assertEquals(10, figure(run, "latency.mean.balancer"), 0.15);
    assertEquals(0.1, figure(run, "latency.mean.service"), 1e-6);
    assertEquals(100, figure(run, "load-balancers.lb.surge-queue.mean"), 1);
    assertEquals(
        0.5, figure(run, "load-balancers.lb.spillover") / figure(run, "requests.offered"), 0.01);
  }

  /** Ten users, each with a target of its own choice; half of them are on the zone that dies. */
  @Test
  void whoseTargetDiesStartsOver() {
    Run on = Engine.run(sticky(Stickiness.WhenLost.GOES_ON), 1);
    Run over = Engine.run(sticky(Stickiness.WhenLost.STARTS_OVER), 1);
    double broken = figure(on, "load-balancers.lb.stickiness-broken");
    assertTrue(broken >= 20 && broken <= 80, "broke for " + broken + " of 100 users");
    // 100 users ask 50 times each; whoever starts over, asks 50 times more.
    assertEquals(5000, figure(on, "requests.offered"));
    double again = figure(over, "requests.offered") - 5000;
    assertTrue(again > 0 && again <= 50 * broken, again + " made again");
  }

  private static Scenario sticky(Stickiness.WhenLost whenLost) {
    Session session = new Session(new Constant(10), Optional.of(new Constant(50)), 0);
    return new ScenarioBuilder()
        .zones("a", "b")
        .rate(new Spike(0, 1, 0, 0, 100_000_000_000L, 0))
        .arrivals(new Regular())
        .session(session)
        .size(2)
        .workers(1000)
        .time(new Constant(0.01))
        .failure(new ZoneFailure("b", "b", Duration.ofSeconds(200), Duration.ofHours(1)))
        .behind(balancer(LoadBalancer.Type.APPLICATION)
            .stickiness(Optional.of(new Stickiness(Optional.empty(), whenLost)))
            .build())
        .build();
  }

  /** A proxy's own checks are slow; one failure takes the dead target out, as mod_proxy does it. */
  @Test
  void aProxyTakesOutWhoFails() {
    Run careful =
        Engine.run(proxied(Optional.of(new OutlierEjection(1, Duration.ofHours(1), 1))), 1);
    Run patient = Engine.run(proxied(Optional.empty()), 1);
    assertEquals(1, figure(careful, "load-balancers.pool.ejections"));
    assertTrue(figure(careful, "requests.failed") <= 40, "two seconds of half of 10/s");
    assertTrue(figure(patient, "requests.failed") >= 200, "more than 40 s of half of 10/s");
    // It is no machine: what it costs is the instance it runs on.
    assertTrue(careful.usage().balancers().isEmpty());
  }

  private static Scenario proxied(Optional<OutlierEjection> ejection) {
    Call forward = new Call(
        "forward",
        "pool",
        new Client(Optional.of(Duration.ofSeconds(1))),
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        100,
        100);
    Service proxy = new ServiceBuilder(1000, 0, new Constant(0.001))
        .calls(new CallStep.One(forward))
        .build();
    Scenario base = new ScenarioBuilder()
        .zones("a", "b")
        .rate(10)
        .timeout(Duration.ofSeconds(2))
        .group("app", 2, new Service(1000, 0, new Constant(0.01)))
        .failure(new ZoneFailure("b", "b", Duration.ofSeconds(300), Duration.ofHours(1)))
        .lasts(Duration.ofMinutes(10))
        .build();
    Group web = Group.of("web", "m5.large", new Size(1, 1, 1), proxy)
        .zones(List.of("a"))
        .build();
    return base.toBuilder()
        .groups(List.of(web, base.group("app")))
        .loadBalancers(List.of(LoadBalancer.of("pool", LoadBalancer.Type.PROXY, "app")
            .outlierEjection(ejection)
            .build()))
        .build();
  }

  /** 10/s at first, and 50 % more than was seen five minutes ago; 20/s come. */
  @Test
  void aBalancerThatIsNotWarmedGrowsTooLate() {
    OwnCapacity cold = new OwnCapacity(10, 0.5, Duration.ofMinutes(5));
    Run run = Engine.run(grown(cold), 1);
    // For 6 min (5 and the first to be seen) half of 20/s is turned away; then it takes 30/s.
    assertEquals(10 * 360, figure(run, "load-balancers.lb.codes.503"), 40);
    assertEquals(
        0,
        figure(
            Engine.run(grown(new OwnCapacity(21, 0.5, Duration.ofMinutes(5))), 1),
            "requests.failed"));
  }

  private static Scenario grown(OwnCapacity capacity) {
    return oneASecond()
        .rate(20)
        .time(new Constant(0.01))
        .behind(balancer(LoadBalancer.Type.APPLICATION)
            .capacity(Optional.of(capacity))
            .build())
        .build();
  }

  /** A zone is taken out for ten minutes, in which its instance crashes: nobody is hurt. */
  @Test
  void aZoneThatIsShiftedAwayFromHurtsNobody() {
    LoadBalancer.Builder shifted = balancer(LoadBalancer.Type.APPLICATION);
    ScenarioBuilder scenario = new ScenarioBuilder()
        .zones("a", "b")
        .rate(20)
        .size(2)
        .workers(1000)
        .time(new Constant(0.01))
        .failure(new ZoneFailure("b", "b", Duration.ofSeconds(700), Duration.ofHours(1)));
    assertTrue(figure(Engine.run(scenario.behind(shifted.build()).build(), 1), "requests.failed")
        > 0);
    ZonalShift away = new ZonalShift("b", Duration.ofSeconds(600), Duration.ofSeconds(1000));
    for (boolean crossZone : new boolean[] {true, false}) {
      Run run = Engine.run(
          scenario
              .behind(shifted.crossZone(crossZone).zonalShifts(List.of(away)).build())
              .build(),
          1);
      assertEquals(0, figure(run, "requests.failed"), "cross-zone " + crossZone);
    }
  }

  /** Targets of a network balancer that crash answer nobody; its check resets who waits there. */
  @Test
  void aNetworkBalancerResetsTheFlowsOfADeadTarget() {
    Run run = Engine.run(
        oneASecond()
            .rate(10)
            .time(new Constant(0.01))
            .client(new Client(Optional.empty()))
            .failure(new InstanceFailures("crash", "web", new Constant(300)))
            .behind(balancer(LoadBalancer.Type.NETWORK).build())
            .lasts(Duration.ofSeconds(500))
            .build(),
        1);
    assertTrue(figure(run, "requests.failed.connection-lost") > 300);
    assertTrue(run.figure("load-balancers.lb.codes.502").isEmpty(), "it knows no codes");
  }
}
