package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.fault.Slowdown;
import headroom.math.Erlangs;
import headroom.policy.routing.RoundRobin;
import headroom.random.Exponential;
import headroom.spec.LoadBalancer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue of a classic balancer, and what spills over: by rates as much as by requests. */
class SurgeRatesTest {

  private static LoadBalancer.Builder classic(int places) {
    return LoadBalancer.of("lb", LoadBalancer.Type.CLASSIC, "web").surgeQueue(places);
  }

  private static ScenarioBuilder four(double rate, int queue, LoadBalancer.Builder balancer) {
    return new ScenarioBuilder()
        .zones("a", "b")
        .rate(rate)
        .timeout(Duration.ofSeconds(20))
        .size(4)
        .workers(1)
        .queue(queue)
        .time(new Exponential(0.1))
        .behind(balancer.build());
  }

  private static Paired agree(ScenarioBuilder scenario) {
    return Paired.of(scenario.build(), 4)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .agree("load-balancers.lb.surge-queue.mean", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Targets without places of their own: M/M/4, whose whole queue is the balancer's. */
  @Test
  void allWhoWaitWaitAtTheBalancer() {
    for (LoadBalancer.Builder rule :
        List.of(classic(10_000), classic(10_000).routing(new RoundRobin()))) {
      Paired pair = agree(four(32, 0, rule));
      double waiting = Erlangs.c(4, 0.8) * 0.8 / 0.2;
      assertEquals(waiting, pair.flow("load-balancers.lb.surge-queue.mean"), 0.02 * waiting);
      assertEquals(0, pair.flow("groups.web.wait.mean"), 1e-9);
    }
  }

  /**
   * Two places at each target are filled before any at the balancer. Who joins the shortest of four
   * lines waits for longer than in one.
   */
  @Test
  void targetsHoldTheFirst() {
    Paired.of(four(34, 2, classic(10_000)).build(), 6)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .agree("groups.web.wait.mean", 0.2)
        .agree("load-balancers.lb.surge-queue.mean", 0.2)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Eight places in all: M/M/4/12. */
  @Test
  void whatFindsItFullSpillsOver() {
    Paired pair = agree(four(40, 0, classic(4))).agree("load-balancers.lb.spillover", 0.1);
    assertTrue(pair.requests("load-balancers.lb.spillover") > 3000);
    assertEquals(
        pair.flow("requests.failed.refused"), pair.flow("load-balancers.lb.spillover"), 1e-6);
    assertEquals(
        pair.flow("load-balancers.lb.rejected"), pair.flow("load-balancers.lb.spillover"), 1e-6);
  }

  /** Far above the limit it is full, and what it turns away is the rest. */
  @Test
  void itFillsAndStaysFull() {
    Paired.of(four(60, 0, classic(50)).build(), 3)
        .agree("load-balancers.lb.surge-queue.mean", 0.05)
        .agree("load-balancers.lb.spillover", 0.03)
        .agree("latency.p50", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Whoever gives up at the balancer is not served: what is left is fresh enough. */
  @Test
  void whoGivesUpThereBurnsNoCapacity() {
    ScenarioBuilder scenario = four(30, 0, classic(500))
        .timeout(Duration.ofSeconds(2))
        .failure(new Slowdown("slow", "web", Duration.ofMinutes(20), Duration.ofMinutes(10), 0.5));
    Paired pair = Paired.of(scenario.build(), 4)
        .agree("requests.failed.timeout", 0.15)
        .agree("load-balancers.lb.surge-queue.mean", 0.15)
        .within("groups.web.busy.mean", 0.01);
    assertTrue(pair.requests("requests.failed.timeout") > 1000);
    // Served are 20 a second, in T - Exp(30 - 20) each: of those 5 / (5 + 10) in time.
    double theory = 600 * (30 - 20 / 3.0);
    assertEquals(theory, pair.flow("requests.failed.timeout"), 0.05 * theory);
  }

  @Test
  void besideAnotherWayItIsForRequests() {
    headroom.spec.Scenario scenario = four(30, 0, classic(50)).build();
    headroom.spec.Scenario both = scenario.toBuilder()
        .loadBalancers(List.of(
            scenario.loadBalancers().get(0),
            LoadBalancer.of("other", LoadBalancer.Type.APPLICATION, "web").build()))
        .build();
    assertEquals(
        List.of("a surge queue, with another way to the group of load-balancers.lb"),
        FlowLimits.refusals(both).stream().map(FlowLimits.Refusal::what).toList());
  }
}
