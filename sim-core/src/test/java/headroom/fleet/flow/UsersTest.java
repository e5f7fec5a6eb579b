package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.ZoneFailure;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.random.Uniform;
import headroom.spec.LoadBalancer;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Session;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users who think between their requests: flow against requests, seed by seed, and theory. */
class UsersTest {

  private static final int ENDLESS = Integer.MAX_VALUE;
  private static final long HOUR = 3_600_000_000_000L;
  private static final long MINUTES_5 = 300_000_000_000L;

  private static Session endless(Distribution think) {
    return new Session(think, Optional.empty(), 0);
  }

  private static ScenarioBuilder users(int count, Session session) {
    return new ScenarioBuilder()
        .zones("a")
        .users(count, session)
        .warmUp(Duration.ofMinutes(10))
        .lasts(Duration.ofHours(1));
  }

  /** Machines that work for a while and are repaired by so many: exact mean value analysis. */
  private static Paired repair(int repairers, double think, double perSecond, double seconds) {
    Paired pair = Paired.of(
        users(10, endless(new Exponential(think)))
            .serves(new ServiceBuilder(repairers, ENDLESS, new Exponential(1)).build())
            .build(),
        3);
    double length = pair.flow().get(0).window().seconds();
    assertEquals(perSecond, pair.flow("requests.offered") / length, 0.005 * perSecond);
    assertEquals(seconds, pair.flow("latency.mean"), 0.01 * seconds);
    return pair;
  }

  @Test
  void tenMachinesAndOneRepairer() {
    // Of 10 machines 6.0212 are down: p0 = 1 / sum of 10! / (10 - n)! / 4^n.
    repair(1, 4, 0.994692, 6.053359)
        .agree("requests.offered", 0.02)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1);
  }

  @Test
  void tenMachinesAndThreeRepairers() {
    repair(3, 2, 2.753324, 1.631974)
        .agree("requests.offered", 0.02)
        .agree("latency.p50", 0.05)
        .agree("latency.p99", 0.1);
  }

  /** Only the means of thinking and of service count (Baskett, Chandy, Muntz and Palacios). */
  @Test
  void tenUsersOfASharedCore() {
    Paired.of(
            users(10, endless(new Constant(8)))
                .serves(new ServiceBuilder(1, ENDLESS, new Lognormal(1, 2))
                    .sharing()
                    .build())
                .build(),
            3)
        .agree("requests.offered", 0.02)
        .agree("latency.mean", 0.05)
        .agree("latency.p50", 0.2)
        .agree("latency.p99", 0.2)
        .within("groups.web.busy.mean", 0.02);
  }

  @Test
  void manyUsersOfAGroup() {
    Paired.of(
            users(400, endless(new Exponential(5)))
                .size(4)
                .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
                .serves(new ServiceBuilder(4, 100, new Lognormal(0.18, 1)).build())
                .build(),
            2)
        .agree("requests.offered", 0.01)
        .agree("latency.mean", 0.06)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /**
   * Users of a service that calls another one, which is nearly all they can ask: exact mean value
   * analysis has 32.66 a second. Nobody gets lost on the way.
   */
  @Test
  void usersBehindACallNearItsLimit() {
    Call call = new Call(
        "db",
        "db",
        ClientBuilder.patient().build(),
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        0,
        0);
    Paired pair = Paired.of(
        users(80, endless(new Exponential(2)))
            .serves(new ServiceBuilder(1, 1000, new Exponential(0.02))
                .calls(new CallStep.One(call))
                .letsWorkerGo()
                .build())
            .group("db", 1, new Service(1, 1000, new Exponential(0.03)))
            .build(),
        2);
    double perSecond =
        pair.flow("requests.offered") / pair.flow().get(0).window().seconds();
    assertEquals(32.66, perSecond, 0.04 * 32.66);
    assertEquals(80, perSecond * (2 + pair.flow("latency.mean")), 0.04 * 80);
  }

  /** More than can be served: they give up after 2 s, and their work is done all the same. */
  @Test
  void tooManyUsers() {
    Paired.of(
            users(300, endless(new Exponential(5)))
                .timeout(Duration.ofSeconds(2))
                .size(2)
                .serves(new ServiceBuilder(4, 10, new Exponential(0.2)).build())
                .build(),
            2)
        .agree("requests.offered", 0.01)
        .agree("requests.failed", 0.15)
        .agree("latency.p50", 0.2)
        .agree("latency.p99", 0.2)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Sessions of 2 to 20 requests; half of those who meet a failure leave. */
  @Test
  void sessionsThatEnd() {
    Session session = new Session(new Exponential(6), Optional.of(new Uniform(2, 20)), 0.5);
    Paired.of(
            new ScenarioBuilder()
                .zones("a")
                .session(session)
                .rate(new Spike(0.8, 1.6, HOUR, MINUTES_5, 6 * MINUTES_5, MINUTES_5))
                .lasts(Duration.ofHours(3))
                .timeout(Duration.ofSeconds(1))
                .serves(new ServiceBuilder(4, 20, new Lognormal(0.2, 1)).build())
                .build(),
            4)
        .agree("requests.offered", 0.01)
        .agree("requests.failed", 0.15)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  /** While nobody can be asked, those of the sessions who ask are hurt, and some leave. */
  @Test
  void sessionsHurtByAFailure() {
    Session session = new Session(new Exponential(20), Optional.of(new Constant(8)), 0.4);
    Paired pair = Paired.of(
        new ScenarioBuilder()
            .zones("a")
            .session(session)
            .rate(1)
            .lasts(Duration.ofHours(2))
            .timeout(Duration.ofSeconds(2))
            .serves(new ServiceBuilder(8, 20, new Exponential(0.2)).build())
            .failure(new ZoneFailure("dark", "a", Duration.ofMinutes(40), Duration.ofMinutes(6)))
            .build(),
        4);
    assertTrue(pair.requests("sessions.lost") > 100, "nobody was hurt");
    pair.agree("sessions.begun", 0.03)
        .agree("sessions.affected", 0.1)
        .agree("sessions.lost", 0.1)
        .agree("requests.offered", 0.03);
  }
}
