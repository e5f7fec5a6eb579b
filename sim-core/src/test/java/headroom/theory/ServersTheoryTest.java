package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Servers that do more than first in, first out, against queueing theory; judged as in
 * {@link TheoryTest}: 99 % intervals narrower than 1 %, and the family covers at 99 % together.
 */
class ServersTheoryTest {

  private static final int REPLICATIONS = 24;
  // Mean times in system of the queues below.
  private static final int FAMILY = 14;
  private static final double SIMULTANEOUS = 1 - 0.01 / FAMILY;
  private static final int ENDLESS = Integer.MAX_VALUE;

  /** A service under a load, its mean time in system by theory, and the requests it takes. */
  private record Queue(
      String name, double rate, ServiceBuilder service, double meanTime, double millions) {}

  /** M/G/1 and M/M/c by processor sharing: the law of the demand makes no difference (Kleinrock). */
  private static Queue sharing(
      String name, int cores, double load, Distribution demand, double millions) {
    double rate = load * cores;
    double time = Queues.meanTime(rate, 10_000, n -> Math.min(n, cores));
    return new Queue(
        name + " sharing at " + load,
        rate,
        new ServiceBuilder(cores, ENDLESS, demand).sharing(),
        time,
        millions);
  }

  /**
   * The same with contention and room for twelve: the rates depend on the number there, and still
   * the law of the demand does not matter.
   */
  private static Queue contended(String name, Distribution demand, double millions) {
    double rate = 2.4;
    double time =
        Queues.meanTime(rate, 12, n -> Math.min(n, 4) / (1 + 0.05 * (n - 1) + 0.002 * n * (n - 1)));
    return new Queue(
        name + " sharing 4 cores with contention",
        rate,
        new ServiceBuilder(4, 8, demand).sharing().contention(0.05, 0.002),
        time,
        millions);
  }

  private static Queue single(String name, double load, ServiceBuilder service, double millions) {
    return new Queue(name + " at " + load, load, service, 1 / (1 - load), millions);
  }

  // The numbers of requests were found by a pilot run: precision goes with their square root.
  private static List<Queue> queues() {
    Distribution wide = new Lognormal(1, 2);
    return List.of(
        sharing("M/M/1", 1, 0.5, new Exponential(1), 8),
        sharing("M/G/1, lognormal, cv 2,", 1, 0.5, wide, 8),
        sharing("M/D/1", 1, 0.5, new Constant(1), 8),
        sharing("M/M/1", 1, 0.8, new Exponential(1), 16),
        sharing("M/G/1, lognormal, cv 2,", 1, 0.8, wide, 16),
        sharing("M/D/1", 1, 0.8, new Constant(1), 16),
        sharing("M/M/5", 5, 0.8, new Exponential(1), 16),
        contended("M/M", new Exponential(1), 8),
        contended("M/D", new Constant(1), 8),
        single("M/M/1, last in, first out,", 0.8, endless(new QueueDiscipline.Lifo()), 16),
        single("M/M/1, adaptive,", 0.8, endless(new QueueDiscipline.AdaptiveLifo(5)), 16),
        single("M/M/1, deadline-aware,", 0.8, endless(new QueueDiscipline.DeadlineAware()), 12),
        new Queue(
            "own work, then a serial section at 0.8",
            0.8,
            new ServiceBuilder(100, ENDLESS, new Exponential(1)).serial(new Exponential(1)),
            1 + 1 / (1 - 0.8),
            12));
  }

  private static ServiceBuilder endless(QueueDiscipline discipline) {
    return new ServiceBuilder(1, ENDLESS, new Exponential(1)).discipline(discipline);
  }

  @TestFactory
  List<DynamicTest> timeInSystemMatchesTheory() {
    return queues().stream()
        .map(queue -> DynamicTest.dynamicTest(queue.name(), () -> check(queue)))
        .toList();
  }

  private static void check(Queue queue) {
    Replicated runs = Replicated.of(
        scenario(queue.name(), queue.rate(), queue.service(), queue.millions()), REPLICATIONS);
    covers(queue.name(), runs.figure("latency.mean"), queue.meanTime());
    assertEquals(
        queue.service().build().queue() == ENDLESS,
        runs.figure("requests.failed").mean() == 0);
  }

  private static Scenario scenario(
      String name, double rate, ServiceBuilder service, double millions) {
    // Starts empty: 30 relaxation times of the slowest of them leave nothing of that.
    double forgetting = 4000;
    double seconds = millions * 1e6 / rate / REPLICATIONS;
    return new ScenarioBuilder()
        .zones("a")
        .workload(name)
        .rate(rate)
        .serves(service.build())
        .warmUp(Duration.ofSeconds((long) forgetting))
        .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
        .build();
  }

  private static void covers(String what, Replicated.Interval measured, double theory) {
    double narrow = measured.halfWidth(0.99) / theory;
    double off = Math.abs(measured.mean() - theory);
    String figures = String.format(
        Locale.ROOT,
        "%s: theory %.6g, measured %.6g, off %.3f %%, 99 %% half-width %.3f %%",
        what,
        theory,
        measured.mean(),
        100 * (measured.mean() / theory - 1),
        100 * narrow);
    System.out.println(figures);
    assertTrue(off <= measured.halfWidth(SIMULTANEOUS), figures);
    assertTrue(narrow < 0.01, figures);
  }

  /** Last in, first out has the same mean as first in, first out, and far longer longest times. */
  @Test
  void lastInFirstOutSpreadsTheTimes() {
    Replicated first = Replicated.of(
        scenario("spread", 0.8, endless(new QueueDiscipline.Fifo()), 2), REPLICATIONS);
    Replicated last = Replicated.of(
        scenario("spread", 0.8, endless(new QueueDiscipline.Lifo()), 2), REPLICATIONS);
    // Time in system of an M/M/1 is exponential: ln 100 / (1 - load).
    double p99 = Math.log(100) / 0.2;
    assertTrue(first.figure("latency.p99").mean() < 1.05 * p99);
    assertTrue(last.figure("latency.p99").mean() > 1.5 * p99);
    assertTrue(last.figure("latency.p50").mean() < first.figure("latency.p50").mean());
  }

  /** Whatever a service can say and does not use leaves the same figures, to the last bit. */
  @Test
  void whatIsNotUsedChangesNothing() {
    Scenario plain = scenario("same", 0.9, new ServiceBuilder(1, 20, new Exponential(1)), 2);
    for (ServiceBuilder other : List.of(
        new ServiceBuilder(1, 20, new Exponential(1))
            .discipline(new QueueDiscipline.DeadlineAware()),
        new ServiceBuilder(1, 20, new Exponential(1))
            .discipline(new QueueDiscipline.AdaptiveLifo(20)),
        new ServiceBuilder(1, 20, new Exponential(1)).shedding(22, 3),
        new ServiceBuilder(1, 20, new Exponential(1)).requestClass("other", Optional.empty(), 4),
        new ServiceBuilder(1, 20, new Exponential(1)).warmUp(5, Duration.ofHours(1)),
        new ServiceBuilder(1, 20, new Exponential(1)).contention(0.5, 0.1),
        new ServiceBuilder(1, 20, new Exponential(1)).letsWorkerGo())) {
      assertEquals(
          Engine.run(plain, 1).metrics(),
          Engine.run(scenario("same", 0.9, other, 2), 1).metrics(),
          other.build().toString());
    }
  }
}
