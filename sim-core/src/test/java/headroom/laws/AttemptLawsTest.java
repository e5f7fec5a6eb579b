package headroom.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of attempts in every run, over generated scenarios. */
class AttemptLawsTest {

  private static final int SEEDS = 100;

  /** Law 1 for each workload: no attempt without a rule that makes it, and none beyond its bound. */
  @Test
  void everyWorkloadsRequestsAndAttemptsAreCounted() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      for (Workload workload : scenario.workloads()) {
        String subject =
            scenario.workloads().size() > 1 ? "workloads." + workload.name() + "." : "";
        double offered = figure(run, subject + "requests.offered");
        double attempts = figure(run, subject + "requests.attempts");
        assertEquals(
            offered,
            figure(run, subject + "requests.succeeded")
                + figure(run, subject + "requests.failed")
                + figure(run, subject + "requests.in-flight"),
            workload.name());
        assertTrue(attempts >= offered, workload.name());
        assertTrue(attempts <= offered * mostAttempts(workload.client()), workload.name());
      }
    });
  }

  private static int mostAttempts(Client client) {
    return client.retry().map(Retry::attempts).orElse(1)
        * (1 + client.hedge().map(Hedge::copies).orElse(0));
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  /**
   * One attempt only, places and tokens without end, a copy and an end of patience long after the
   * run: every figure stays what it was, to the last bit, and those that are new are 0.
   */
  @Test
  void rulesThatNeverActChangeNothing() {
    Generated.forEach(SEEDS, (scenario, run) -> {
      Map<Metric, Double> before = run.metrics();
      Map<Metric, Double> after =
          Engine.run(withIdleRules(scenario), scenario.seed()).metrics();
      before.forEach((metric, value) -> assertEquals(value, after.get(metric), metric.flat()));
      after.forEach((metric, value) -> {
        if (!before.containsKey(metric)) {
          assertEquals(0, value, metric.flat());
        }
      });
    });
  }

  private static Client withIdleRules(Client c) {
    Retry once = new Retry(1, new FixedBackoff(Duration.ZERO), Optional.empty(), Retry.DEFAULT_ON);
    return new Client(
        c.timeout(),
        c.patience().or(() -> Optional.of(new Constant(1e9))),
        c.retry().or(() -> Optional.of(once)),
        c.breaker(),
        c.bulkhead().or(() -> Optional.of(new Bulkhead(1_000_000))),
        c.hedge().or(() -> Optional.of(new Hedge(Duration.ofDays(365), 1))),
        c.rateLimit().or(() -> Optional.of(new RateLimit(1e9, 1e9))),
        c.throttle(),
        c.processes());
  }

  private static Scenario withIdleRules(Scenario s) {
    return s.toBuilder()
        .workloads(s.workloads().stream().map(AttemptLawsTest::withIdleRules).toList())
        .groups(s.groups().stream().map(AttemptLawsTest::withIdleRules).toList())
        .build();
  }

  private static Workload withIdleRules(Workload w) {
    return w.toBuilder().client(withIdleRules(w.client())).build();
  }

  private static Group withIdleRules(Group g) {
    return g.toBuilder().serves(withIdleRules(g.serves())).build();
  }

  private static Service withIdleRules(Service s) {
    return new Service(
        s.workers(),
        s.queue(),
        s.time(),
        s.sharing(),
        s.discipline(),
        s.shedding(),
        s.concurrencyLimit(),
        s.classes(),
        s.contention(),
        s.warmUp(),
        s.serial(),
        s.calls().stream().map(AttemptLawsTest::withIdleRules).toList(),
        s.holdsWorker());
  }

  private static CallStep withIdleRules(CallStep step) {
    if (step instanceof CallStep.Parallel parallel) {
      return new CallStep.Parallel(
          parallel.calls().stream().map(AttemptLawsTest::withIdleRules).toList());
    }
    if (step instanceof CallStep.OneOf oneOf) {
      return new CallStep.OneOf(oneOf.options().stream()
          .map(option -> new CallStep.OneOf.Option(option.share(), withIdleRules(option.call())))
          .toList());
    }
    return new CallStep.One(withIdleRules(step.calls().get(0)));
  }

  private static Call withIdleRules(Call c) {
    return new Call(
        c.name(),
        c.to(),
        withIdleRules(c.client()),
        c.probability(),
        c.count(),
        c.fallback(),
        c.cache(),
        c.classes(),
        c.requestBytes(),
        c.responseBytes());
  }
}
