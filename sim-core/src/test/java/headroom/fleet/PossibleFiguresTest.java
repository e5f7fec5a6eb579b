package headroom.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Constant;
import headroom.results.How;
import headroom.results.MetastableRule;
import headroom.results.Part;
import headroom.results.Possible;
import headroom.spec.Scenario;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Fallback;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a scenario can cause is read from what it is made of. */
class PossibleFiguresTest {

  private static final Service TENTH = new Service(1, 10, new Constant(0.1));

  private static Service with(Optional<LoadShedding> shedding, List<CallStep> calls) {
    return new Service(
        1,
        10,
        new Constant(0.1),
        false,
        new QueueDiscipline.Fifo(),
        shedding,
        Optional.empty(),
        List.of(),
        Contention.NONE,
        Optional.empty(),
        Optional.empty(),
        calls,
        true);
  }

  private static Scenario scenario(Service service, Duration timeout) {
    return new ScenarioBuilder().serves(service).timeout(timeout).build();
  }

  @Test
  void aPlainScenarioHasTheUsualFailuresOnly() {
    assertEquals(Possible.PLAIN, PossibleFigures.of(scenario(TENTH, Duration.ofSeconds(2))));
  }

  @Test
  void sheddingMakesShedPossible() {
    Possible possible = PossibleFigures.of(
        scenario(with(Optional.of(new LoadShedding(5, 0)), List.of()), Duration.ofSeconds(2)));
    TreeSet<How> hows = new TreeSet<>(Possible.PLAIN.hows());
    hows.add(How.SHED);
    assertEquals(hows, possible.hows());
  }

  /** Eleven places of 0.1 s: who waits longer than 1.1 s is never worked on after it gave up. */
  @Test
  void workForNobodyNeedsAQueueLongerThanTheTimeout() {
    assertTrue(PossibleFigures.of(scenario(TENTH, Duration.ofMillis(1_200)))
        .metastability()
        .isEmpty());
    MetastableRule rule = PossibleFigures.of(scenario(TENTH, Duration.ofMillis(1_000)))
        .metastability()
        .orElseThrow();
    assertEquals(
        List.of(
            new MetastableRule.Watched("users", MetastableRule.LEAST_SETTLE_NANOS, List.of("web"))),
        rule.watched());
  }

  @Test
  void callsBringErrorsAPartOfTheTimeAndPoorerAnswers() {
    Call call = new Call(
        "db",
        "db",
        new Client(Optional.of(Duration.ofSeconds(2))),
        1,
        1,
        new Fallback.Degrade(),
        Optional.empty(),
        List.of(),
        1,
        1);
    Possible possible = PossibleFigures.of(new ScenarioBuilder()
        .serves(with(Optional.empty(), List.of(new CallStep.One(call))))
        .timeout(Duration.ofSeconds(2))
        .group("db", 1, TENTH)
        .build());
    assertTrue(possible.hows().contains(How.ERROR));
    assertTrue(possible.parts().contains(Part.CALLS));
    assertTrue(possible.degraded());
  }
}
