package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.spec.LoadBalancer;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Spike;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who of those that wait is served next: flow against requests, seed by seed. */
class DisciplinesTest {

  private static final long MINUTE = 60_000_000_000L;

  private static ScenarioBuilder station(QueueDiscipline rule) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(1))
        .timeout(Duration.ofSeconds(2))
        .serves(
            new ServiceBuilder(4, 200, new Lognormal(0.1, 1)).discipline(rule).build());
  }

  /** For ten minutes 52 a second come where 40 can be served. */
  private static ScenarioBuilder crowded(QueueDiscipline rule) {
    return station(rule).rate(new Spike(30, 52, 20 * MINUTE, MINUTE, 10 * MINUTE, MINUTE));
  }

  private static Paired calm(QueueDiscipline rule) {
    return Paired.of(station(rule).rate(new Constant(34)).build(), 3)
        .agree("groups.web.wait.mean", 0.1)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  private static Paired crowd(QueueDiscipline rule) {
    return Paired.of(crowded(rule).build(), 3)
        .agree("requests.failed", 0.15)
        .agree("latency.p50", 0.2)
        .agree("latency.p99", 0.2)
        .within("groups.web.busy.mean", 0.01);
  }

  /** As many wait as in turn, for as long on average; of those who wait most hardly do. */
  @Test
  void lastInFirstOut() {
    calm(new Lifo()).agree("requests.failed", 0.15);
  }

  @Test
  void lastInFirstOutInACrowd() {
    crowd(new Lifo()).agree("requests.failed.refused", 0.05);
  }

  @Test
  void adaptive() {
    calm(new AdaptiveLifo(10));
  }

  @Test
  void adaptiveInACrowd() {
    crowd(new AdaptiveLifo(10));
  }

  @Test
  void controlledDelay() {
    calm(CoDel.DEFAULT).agree("requests.failed.shed", 0.05);
  }

  @Test
  void controlledDelayInACrowd() {
    crowd(CoDel.DEFAULT).agree("requests.failed.shed", 0.05);
  }

  @Test
  void deadlines() {
    calm(new DeadlineAware());
  }

  @Test
  void deadlinesInACrowd() {
    crowd(new DeadlineAware()).agree("requests.failed.timeout", 0.05);
  }

  /** In turn behind a balancer, each instance by its own line, at more than a worker each. */
  @Test
  void severalInstances() {
    ScenarioBuilder scenario = new ScenarioBuilder()
        .zones("a")
        .size(3)
        .lasts(Duration.ofHours(1))
        .timeout(Duration.ofSeconds(2))
        .rate(48)
        .behind(ScenarioBuilder.balancer(LoadBalancer.Type.APPLICATION))
        .serves(new ServiceBuilder(2, 50, new Exponential(0.1))
            .discipline(new Lifo())
            .build());
    Paired.of(scenario.build(), 3)
        .agree("groups.web.wait.mean", 0.1)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.1);
  }

  /** The wait of whoever comes last of all is a busy period: of M/M/1 1 / (1 - load) service times. */
  @Test
  void aTrialOfLastInFirstOut() {
    LineTrial.Result result = new LineTrial(
            new ServiceBuilder(1, 5000, new Exponential(0.1))
                .discipline(new Lifo())
                .build(),
            1,
            1,
            5000,
            1,
            Double.POSITIVE_INFINITY)
        .run(0.7);
    assertEquals(0.7, result.waitShare(), 0.01);
    assertEquals(0.1 / 0.3, result.waitSeconds() / result.waitShare(), 0.02);
    assertEquals(0.7, result.busy(), 0.01);
    assertEquals(0.7 * 0.7 / 0.3, result.waiting(), 0.08);
  }

  /** What has no law for it is told, and left to requests. */
  @Test
  void deadlinesThatDifferAreForRequests() {
    Workload other = Workload.of("others", "web", new Constant(1))
        .client(new Client(Optional.empty()))
        .build();
    assertEquals(
        List.of("deadlines that differ of groups.web"),
        FlowLimits.refusals(station(new DeadlineAware()).and(other).build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
