package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.Failure;
import headroom.fault.InstanceOutages;
import headroom.fault.Partition;
import headroom.fault.Recurring;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.ZoneFailure;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Ramp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Zones that are cut off, balancers that lose their nodes or cannot be changed. */
class NetworkRunsTest {

  private static final double WITHIN = 2.576;

  private static Scripted minutes(int at, int lasts) {
    return new Scripted(Duration.ofMinutes(at), Duration.ofMinutes(lasts));
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static ScenarioBuilder twoZones(int instances, Failure failure) {
    return new ScenarioBuilder()
        .zones("a", "b")
        .rate(20)
        .size(instances)
        .workers(100)
        .time(new Constant(0.1))
        .timeout(Duration.ofSeconds(60))
        .lasts(Duration.ofHours(1))
        .failure(failure);
  }

  /**
   * Half of what comes in at a zone goes to a target of the other, until its node has found that
   * target unhealthy: two checks 30 s apart, the first up to 30 s away, and 5 s until it is known.
   */
  @Test
  void aNodeFindsThatItCannotReachTheOtherZone() {
    Run run = Engine.check(
        twoZones(60, new Partition("cut", List.of("b"), minutes(10, 20)))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .build(),
        1);
    double failed = figure(run, "requests.failed");
    double expected = 20 * 0.5 * 50;
    // The phases of 60 targets, and a Poisson count.
    double phases = expected / 50 * Math.sqrt(30 * 30 / 12.0 / 60);
    assertEquals(expected, failed, WITHIN * Math.hypot(Math.sqrt(expected), phases));
    assertEquals(failed, figure(run, "requests.failed-by.cut"));
    assertEquals(failed, figure(run, "load-balancers.lb.codes.504"));
    assertEquals(60, figure(run, "groups.web.instances.min"));
  }

  /** Nodes that send to targets of their own zone alone do not need the others. */
  @Test
  void zonalIsolationFeelsNoCut() {
    Run run = Engine.check(
        twoZones(4, new Partition("cut", List.of("b"), minutes(10, 20)))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.NETWORK))
            .build(),
        1);
    assertEquals(0, figure(run, "requests.failed"));
  }

  /** Who calls another group directly never learns of it: half of the calls cross the cut. */
  @Test
  void callsAcrossTheCutAreNotAnswered() {
    Client patient = new Client(Optional.of(Duration.ofSeconds(1)));
    Call call = new Call(
        "store",
        "store",
        patient,
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        2_000,
        20_000);
    Run run = Engine.check(
        twoZones(4, new Partition("cut", List.of("a"), minutes(10, 20)))
            .serves(new ServiceBuilder(100, 100, new Constant(0.1))
                .calls(new CallStep.One(call))
                .build())
            .group("store", 3, new ServiceBuilder(100, 100, new Constant(0.1)).build())
            .build(),
        1);
    double asked = 20 * 20 * 60;
    assertEquals(
        0.5 * asked,
        figure(run, "requests.failed-by.cut"),
        WITHIN * Math.sqrt(0.5 * asked));
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.cut"));
  }

  @Test
  void cutsComeAsOftenAsIsSaid() {
    Recurring timing = new Recurring(new Exponential(3600 * 50.0), new Constant(3600));
    Run run = Engine.run(
        new ScenarioBuilder()
            .zones("a", "b")
            .rate(1e-5)
            .lasts(Duration.ofHours(5_100))
            .failure(new Partition("cut", List.of("b"), timing))
            .build(),
        1);
    assertEquals(100, figure(run, "failures.cut.outages"), WITHIN * Math.sqrt(100));
  }

  /** What was under way breaks; who has the address of the node that is gone waits in vain. */
  @Test
  void balancerNodesGoWithTheirZone() {
    Scripted when = minutes(10, 30);
    ZoneFailure failure = new ZoneFailure("storm", "b", true, when);
    Run run = Engine.check(
        twoZones(20, failure)
            .time(new Constant(2))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .build(),
        1);
    // Of 40 under way 3 in 4 touch zone b, by node or by target.
    assertEquals(30, figure(run, "requests.failed.connection-lost"), WITHIN * Math.sqrt(30));
    // DNS drops the node after 30 s, clients hear of it up to 60 s later: half of all for 60 s; and
    // 3 in 4 of the others until the targets' checks have failed, which a quarter meets: 50 s.
    double silent = 20 * 0.5 * 60;
    double dead = 20 * 0.5 * (0.5 * 50 + 0.5 * 50 * (50 - 30) / 60.0);
    assertEquals(
        silent + dead,
        figure(run, "requests.failed.timeout"),
        4 * Math.sqrt(silent + dead));
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.storm"));
  }

  /** The new instance serves nobody until the balancer can be told of it, 25 minutes later. */
  @Test
  void aBalancerThatCannotBeChangedTakesNoTargetsIn() {
    Run run = Engine.check(
        twoZones(
                2,
                new ServiceOutage(
                    "state-lost", ServiceOutage.Service.LOAD_BALANCING, minutes(5, 30)))
            .rate(new Ramp(4, 8, 1_200_000_000_000L, 1_000_000_000L))
            .workers(1)
            .queue(20)
            .time(new Constant(0.2))
            .failure(new InstanceOutages("trip", "web", 0.5, minutes(9, 50)))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .build(),
        1);
    assertEquals(1, figure(run, "groups.web.launches"));
    // One instance serves 5 a second, which is enough until 8 come, from 20 to 35 min.
    double refused = figure(run, "requests.failed-by.state-lost");
    assertEquals(3 * 15 * 60, refused, WITHIN * Math.sqrt(8 * 15 * 60) + 20);
    double inService = figure(run, "groups.web.instances.mean");
    assertTrue(inService > 1.9, "in service " + inService);
  }
}
