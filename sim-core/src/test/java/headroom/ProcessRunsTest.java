package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fault.ProcessFailures;
import headroom.policy.routing.RoundRobin;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Weibull;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lowest level of the tree: a process dies and is started again where it was. */
class ProcessRunsTest {

  private static final double HOUR = 3600;

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  /** Ten processes, one death an hour and a minute of restart: 59 of 60 minutes, and no other bill. */
  @Test
  void processesDieAndTheBillStays() {
    ScenarioBuilder quiet = new ScenarioBuilder()
        .rate(1.0 / 86_400)
        .size(10)
        .health(FailureRunsTest.PETS)
        .lasts(Duration.ofHours(600));
    Run still = Engine.run(quiet.build(), 1);
    Run run = Engine.check(
        quiet
            .failure(
                new ProcessFailures("segfault", "web", new Exponential(59 * 60), new Constant(60)))
            .build(),
        1);
    double deaths = figure(run, "failures.segfault.instances");
    assertEquals(6_000, deaths, 3 * Math.sqrt(6_000));
    assertEquals(10 * 59.0 / 60, figure(run, "groups.web.instances.mean"), 0.01);
    assertEquals(
        figure(still, "groups.web.instance-hours"), figure(run, "groups.web.instance-hours"), 1e-6);
    assertEquals(0, figure(run, "groups.web.launches"));
    assertEquals(60 * deaths, figure(run, "failures.segfault.down"), 60);
  }

  /** Its host refuses at once, which a balancer answers with a 502; the failure has the blame. */
  @Test
  void aDeadProcessRefuses() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(20)
            .size(5)
            .time(new Constant(0.01))
            .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
                .routing(new RoundRobin())
                .build())
            .lasts(Duration.ofMinutes(30))
            .failure(new ProcessFailures("segfault", "web", new Exponential(600), new Constant(5)))
            .build(),
        1);
    assertTrue(figure(run, "requests.failed.refused") > 0);
    assertEquals(0, figure(run, "requests.failed.timeout"));
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.segfault"));
    assertEquals(
        figure(run, "requests.failed.refused") + figure(run, "requests.failed.connection-lost"),
        figure(run, "load-balancers.lb.codes.502"));
  }

  /** Platform sheet, vector 62, in a run: nodes of the LANL fit once they are of any age, at 99 %. */
  @Test
  void nodesOfLanlAreUpAsOftenAsTheirFitSays() {
    Weibull up = new Weibull(0.48, 816.6 * HOUR);
    Weibull down = new Weibull(0.58, 2.18 * HOUR);
    int nodes = 300;
    double hours = 10_000;
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(1e-9)
            .size(nodes)
            .health(FailureRunsTest.PETS)
            .warmUp(Duration.ofHours(10_000))
            .lasts(Duration.ofHours(20_000))
            .failure(new InstanceFailures(
                "lanl", "web", up, Optional.of(down), Optional.empty(), Optional.empty()))
            .build(),
        1);
    double expected = nodes * hours / (1766.14 + 3.4333);
    double spread = up.variance() / (up.mean() * up.mean());
    double failures = figure(run, "groups.web.failures");
    assertEquals(expected, failures, 2.576 * Math.sqrt(expected * spread));
    double away = nodes * hours - figure(run, "groups.web.instance-hours");
    double each = down.variance() / (down.mean() * down.mean());
    assertEquals(3.4333, away / failures, 3.4333 * 2.576 * Math.sqrt(each / failures));
    double sigma = (1 - 0.998060) * Math.sqrt((spread + each) / expected);
    assertEquals(0.998060, 1 - away / (nodes * hours), 2.576 * sigma);
  }
}
