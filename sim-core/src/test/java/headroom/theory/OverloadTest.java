package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.Slowdown;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Fifo;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.workload.Regular;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server that serves 100/s answers in time when more is asked of it, or when it stalls. */
class OverloadTest {

  private static final double CAPACITY = 100;

  private static ServiceBuilder server() {
    return new ServiceBuilder(1, 1000, new Exponential(1 / CAPACITY));
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElse(0.0);
  }

  private static Run underLoad(ServiceBuilder service, double load) {
    return Engine.run(
        new ScenarioBuilder()
            .zones("a")
            .rate(load * CAPACITY)
            .serves(service.build())
            .timeout(Duration.ofSeconds(1))
            .warmUp(Duration.ofMinutes(1))
            .lasts(Duration.ofMinutes(21))
            .build(),
        1);
  }

  private static double goodput(Run run) {
    return figure(run, "requests.succeeded") / run.window().seconds();
  }

  /** The least goodput, and the longest mean wait, at 1.2 and at twice the capacity. */
  static Stream<Arguments> disciplines() {
    return Stream.of(
        // The last in are answered at once; what is left over nobody waits for any more.
        Arguments.of(server().discipline(new Lifo()), 95, 0.4),
        Arguments.of(server().discipline(new AdaptiveLifo(20)), 95, 0.4),
        // Waits are bounded by drops, some of which an M/M/1 would not have needed.
        Arguments.of(server().discipline(CoDel.DEFAULT), 93, 0.2),
        // Nothing is wasted on those who gave up, but who is served is on the brink of it.
        Arguments.of(server().discipline(new DeadlineAware()), 45, 1),
        // Fifty ahead take half a second: what is taken is answered.
        Arguments.of(server().shedding(50, 0), 99, 0.5));
  }

  @ParameterizedTest
  @MethodSource("disciplines")
  void underOverloadSomebodyIsStillAnswered(ServiceBuilder service, double least, double wait) {
    for (double load : new double[] {1.2, 2}) {
      Run run = underLoad(service, load);
      assertTrue(goodput(run) >= least, "goodput " + goodput(run) + " at " + load);
      assertTrue(figure(run, "groups.web.wait.mean") <= wait, "at " + load);
    }
  }

  /** A thousand wait for ten seconds, and everybody has given up by the time they are served. */
  @Test
  void firstInFirstOutAnswersNobody() {
    Run run = underLoad(server().discipline(new Fifo()), 1.2);
    assertEquals(0, goodput(run));
    assertEquals(10, figure(run, "groups.web.wait.mean"), 0.1);
  }

  /** Past saturation goodput stays flat: within 1 % of capacity at 1.2, 2 and 4 times it. */
  @ParameterizedTest
  @CsvSource({"1.2", "2", "4"})
  void sheddingKeepsGoodputFlat(double load) {
    Run run = underLoad(server().shedding(50, 0), load);
    assertEquals(CAPACITY, goodput(run), 0.01 * CAPACITY);
    assertEquals(0, figure(run, "requests.failed.timeout"));
  }

  /**
   * Ten workers of 100 ms each, and 5 ms that the group has once: 200/s however many instances
   * (Amdahl). One instance alone: ten at a time, 105 ms each and what they wait for each other.
   */
  @ParameterizedTest(name = "{0} instances: {1} to {2} a second")
  @CsvSource({"1, 93, 95.3", "2, 180, 190.5", "4, 199, 201", "8, 199, 201"})
  void moreInstancesDoNotHelpASerialSection(int instances, double least, double most) {
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(400)
            .size(instances)
            .serves(new ServiceBuilder(10, 20, new Constant(0.1))
                .serial(new Constant(0.005))
                .build())
            .warmUp(Duration.ofMinutes(1))
            .lasts(Duration.ofMinutes(11))
            .build(),
        1);
    assertTrue(goodput(run) >= least && goodput(run) <= most, "goodput " + goodput(run));
  }

  /**
   * Vector #63, (80, R 0): 100/s, asked 80/s, stall for 10 s. The backlog of 800 is worked off at
   * 20/s, so whoever comes in the 50 s since the stall began has waited: 4000, and 5 s on average.
   */
  @Test
  void aStallIsOverWhenItsBacklogIs() {
    Run run = Engine.show(
        new ScenarioBuilder()
            .zones("a")
            .rate(80)
            .arrivals(new Regular())
            .serves(new ServiceBuilder(1, 1000, new Constant(0.01)).build())
            .failure(stall())
            .lasts(Duration.ofSeconds(1000))
            .build(),
        1);
    assertEquals(80_000, figure(run, "requests.succeeded"), 1);
    assertEquals(0.01 + 4000.0 / 80_000 * 5, figure(run, "latency.mean"), 1e-4);
    assertEquals(0.01, run.latency().quantileSeconds(1 - 50.1 / 1000), 1e-5);
    assertTrue(run.latency().quantileSeconds(1 - 49.9 / 1000) > 0.0105);
    assertEquals(10, run.latency().quantileSeconds(1), 0.02);
    List<String> told = run.events().orElseThrow().events().stream()
        .filter(e -> e.kind() != EventLog.Kind.IN_SERVICE && e.kind() != EventLog.Kind.LAUNCH)
        .map(e -> e.atNanos() / 1_000_000_000 + " " + e.subject() + " " + e.what() + " " + e.why())
        .toList();
    assertEquals(
        List.of("100 groups.web stalled collector", "110 groups.web slowdown is over collector"),
        told);
  }

  private static Slowdown stall() {
    return new Slowdown("collector", "web", Duration.ofSeconds(100), Duration.ofSeconds(10), 0);
  }

  /** Clients that wait 2 s give up as long as the backlog takes longer than that. */
  @Test
  void whatAStallBreaksIsPutDownToIt() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .zones("a")
            .rate(80)
            .arrivals(new Regular())
            .serves(new ServiceBuilder(1, 1000, new Constant(0.01)).build())
            .failure(stall())
            .timeout(Duration.ofSeconds(2))
            .lasts(Duration.ofSeconds(1000))
            .build(),
        1);
    // Who comes s after the stall began is answered after 10.01 - s / 5: 2 s at 40.05 s. One more
    // was in service when it began.
    assertEquals(80 * 40.05 + 1, figure(run, "requests.failed"), 1);
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.collector"));
    assertEquals(120, figure(run, "downtime.collector"), 60);
  }

  /** Two spells on one group at once multiply: a tenth of 100/s, and the later one is the cause. */
  @Test
  void spellsThatOverlapMultiply() {
    Run run = Engine.check(
        new ScenarioBuilder()
            .zones("a")
            .rate(49)
            .arrivals(new Regular())
            .serves(new ServiceBuilder(1, 0, new Constant(0.01)).build())
            .failure(
                new Slowdown("one", "web", Duration.ofSeconds(100), Duration.ofSeconds(300), 0.5))
            .failure(
                new Slowdown("two", "web", Duration.ofSeconds(200), Duration.ofSeconds(100), 0.2))
            .lasts(Duration.ofSeconds(600))
            .build(),
        1);
    // At half speed all are just served, 20 ms each; at a tenth one in five is, 100 ms each.
    assertEquals(100 * 49 * 4 / 5, figure(run, "requests.failed-by.two"), 50);
    assertEquals(figure(run, "requests.failed"), figure(run, "requests.failed-by.two"));
  }
}
