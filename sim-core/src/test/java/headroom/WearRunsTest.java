package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.Ageing;
import headroom.fault.DependencyFailure;
import headroom.fault.GrayFailure;
import headroom.fault.PacketLoss;
import headroom.fault.Scripted;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Instances that serve badly by and by, or by somebody else's doing, seen from outside. */
class WearRunsTest {

  /** Two-sided 99 % of the normal law. */
  private static final double WITHIN = 2.576;

  private static final Scripted ALWAYS = new Scripted(Duration.ZERO, Duration.ofDays(9));

  private static ScenarioBuilder busy() {
    return new ScenarioBuilder()
        .rate(10)
        .size(4)
        .workers(50)
        .time(new Constant(0.2))
        .timeout(Duration.ofSeconds(5))
        .lasts(Duration.ofHours(1));
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  private static void assertShare(double share, double part, double all) {
    double sigma = Math.sqrt(share * (1 - share) / all);
    assertEquals(share, part / all, WITHIN * sigma);
  }

  /** Half of the requests ask for a payment, a fifth of those in vain, and all of those wait 1 s. */
  @Test
  void aDependencyFailsItsShareOfThoseThatNeedIt() {
    Run run = Engine.check(
        busy()
            .failure(
                new DependencyFailure("payments", "web", 0.5, 0.2, Duration.ofSeconds(1), ALWAYS))
            .build(),
        1);
    assertShare(0.1, figure(run, "requests.failed.error"), figure(run, "requests.offered"));
    assertEquals(
        figure(run, "requests.failed"), figure(run, "requests.failed-by.payments"), "by it alone");
    // Of those answered 4 in 9 have waited.
    assertEquals(0.2 + 4 / 9.0, figure(run, "latency.mean"), 0.02);
    assertEquals(1.2, figure(run, "latency.p90"), 0.01);
    assertEquals((0.2 + 0.5) * 10 / 200, figure(run, "groups.web.busy.mean"), 0.001);
  }

  /** Lost on the way in, nobody works on it and nobody answers. */
  @Test
  void whatIsLostOnTheWayInCostsTheClientItsPatience() {
    GrayFailure lossy = new GrayFailure(
        "lossy", GrayFailure.Kind.GRAY, "web", 1, 1, 0, new PacketLoss(0.3, 0), ALWAYS);
    Run run = Engine.check(busy().failure(lossy).build(), 1);
    double failed = figure(run, "requests.failed.timeout");
    assertShare(0.3, failed, figure(run, "requests.offered") - figure(run, "requests.in-flight"));
    assertEquals(failed, figure(run, "requests.failed-by.lossy"));
    assertEquals(0.7 * 10 * 0.2 / 200, figure(run, "groups.web.busy.mean"), 0.001);
  }

  /** Lost on the way out, all the work is done and nobody has anything of it. */
  @Test
  void whatIsLostOnTheWayOutCostsTheWorkToo() {
    GrayFailure lossy = new GrayFailure(
        "lossy", GrayFailure.Kind.GRAY, "web", 1, 1, 0, new PacketLoss(0, 0.3), ALWAYS);
    Run run = Engine.check(busy().failure(lossy).build(), 1);
    double failed = figure(run, "requests.failed.timeout");
    assertShare(0.3, failed, figure(run, "requests.offered") - figure(run, "requests.in-flight"));
    assertEquals(failed, figure(run, "requests.failed-by.lossy"));
    assertEquals(10 * 0.2 / 200, figure(run, "groups.web.busy.mean"), 0.001);
  }

  /** An application balancer gives up connecting after 10 s; its shallow checks see nothing. */
  @Test
  void aBalancerDoesNotSeeWhatIsLost() {
    GrayFailure lossy = new GrayFailure(
        "lossy", GrayFailure.Kind.GRAY, "web", 0.5, 1, 0, new PacketLoss(1, 0), ALWAYS);
    Run run = Engine.check(
        busy()
            .size(12)
            .timeout(Duration.ofSeconds(30))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
            .failure(lossy)
            .build(),
        1);
    double struck = figure(run, "failures.lossy.instances");
    assertTrue(struck > 0 && struck < 12, "struck " + struck);
    assertEquals(
        struck / 12,
        figure(run, "requests.failed.timeout") / figure(run, "requests.offered"),
        0.01);
    assertEquals(
        figure(run, "requests.failed"), figure(run, "load-balancers.lb.codes.504"), "after 10 s");
    assertEquals(12, figure(run, "groups.web.instances.mean"));
  }

  /** From full speed to half of it in an hour: after that a request takes 0.4 s, not 0.2. */
  @Test
  void anInstanceAgesUntilItIsSlow() {
    Ageing leak = new Ageing(
        "leak", "web", Duration.ofMinutes(30), Duration.ofMinutes(60), 0.5, Optional.empty());
    Run run = Engine.check(
        busy().arrivals(new Regular()).failure(leak).lasts(Duration.ofHours(2)).build(), 1);
    // A quarter at full speed, half on the way with a mean of ln 2 / 0.5, a quarter at the end.
    double mean = 0.2 * (0.25 + 0.5 * 2 * Math.log(2) + 0.25 * 2);
    assertEquals(mean, figure(run, "latency.mean"), 1e-3);
    assertEquals(0.4, figure(run, "latency.p90"), 1e-3);
  }

  /** Killed at the age of 10 h and back in 30 min, each of 100 is so once in 10.5 h. */
  @Test
  void restartsComeAsOftenAsTheAgeSays() {
    Health pets = new Health(
        Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
    Ageing leak = new Ageing(
        "leak",
        "web",
        Duration.ZERO,
        Duration.ofHours(10),
        0.4,
        Optional.of(new Ageing.Restart(Duration.ofHours(10), Duration.ofMinutes(30))));
    Run run = Engine.check(
        new ScenarioBuilder()
            .rate(0.01)
            .time(new Constant(0.2))
            .size(100)
            .health(pets)
            .failure(leak)
            .lasts(Duration.ofHours(205))
            .build(),
        1);
    // The first comes after a time between 0 and 10 h, and then one in each 10.5 h: 19 full rounds
    // and one more for those whose first came within 5.5 h.
    double rounds = 100 * (19 + 0.55);
    double sigma = Math.sqrt(100 * 0.55 * 0.45);
    assertEquals(rounds, figure(run, "failures.leak.outages"), WITHIN * sigma);
    assertEquals(100 * 10 / 10.5, figure(run, "groups.web.instances.mean"), 0.5);
  }
}
