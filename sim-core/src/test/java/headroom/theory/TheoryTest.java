package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The engine against queueing theory.
 *
 * <p>Each 99 % interval must be narrow (relative half-width below 1 %, or 2 % at loads of 0.9 and
 * more outside the exhaustive profile); whether it covers the closed form is judged for the family
 * together, at a simultaneous level of 99 % (Bonferroni).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheoryTest {

  private static final int REPLICATIONS = 24;
  // Claims made below: time in system and waiting time of 13 queues, loss, M/M/inf, up share.
  private static final int FAMILY = 32;
  private static final double SIMULTANEOUS = 1 - 0.01 / FAMILY;

  private record Queue(String name, int workers, double load, Distribution time, double meanWait) {}

  private static Queue exponential(int workers, double load) {
    String name = "M/M/" + workers + " at " + load;
    double wait = Queues.meanWait(workers, load * workers);
    return new Queue(name, workers, load, new Exponential(1), wait);
  }

  private static Queue general(String name, double load, Distribution time, double cv) {
    return new Queue(name + " at " + load, 1, load, time, Queues.meanWaitGeneral(load, cv));
  }

  private static List<Queue> queues() {
    List<Queue> queues = new ArrayList<>();
    for (double load : new double[] {0.5, 0.8, 0.95}) {
      for (int workers : new int[] {1, 5, 50}) {
        queues.add(exponential(workers, load));
      }
    }
    for (double load : new double[] {0.5, 0.8}) {
      queues.add(general("M/D/1", load, new Constant(1), 0));
      queues.add(general("M/G/1, lognormal, cv 2", load, new Lognormal(1, 2), 2));
    }
    return queues;
  }

  @TestFactory
  List<DynamicTest> timeInSystemAndWaitMatchTheory() {
    return queues().stream()
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> check(q, q.load() >= 0.9 ? 0.02 : 0.01)))
        .toList();
  }

  @Tag("exhaustive")
  @TestFactory
  List<DynamicTest> onePercentAtHighLoadsToo() {
    return queues().stream()
        .filter(q -> q.load() >= 0.9)
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> check(q, 0.01)))
        .toList();
  }

  private static void check(Queue queue, double precision) {
    double rate = queue.load() * queue.workers();
    // Starts empty: 30 relaxation times of the M/M/c (Morse 1958) leave nothing of that.
    double forgetting =
        30 / (queue.workers() * Math.pow(1 - Math.sqrt(queue.load()), 2)) * spread(queue);
    double seconds = requests(queue, precision) / rate / REPLICATIONS;
    Replicated runs =
        Replicated.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(rate)
                .workers(queue.workers())
                .time(queue.time())
                .warmUp(Duration.ofSeconds((long) forgetting))
                .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
                .build(),
            REPLICATIONS);
    covers(queue.name() + ", time in system", runs.figure("latency.mean"), queue.meanWait() + 1, precision);
    if (Queues.erlangC(queue.workers(), rate) > 0.01) {
      covers(queue.name() + ", wait", runs.figure("groups.web.wait.mean"), queue.meanWait(), precision);
    }
  }

  private static double spread(Queue queue) {
    return (1 + queue.time().variance()) / 2;
  }

  /**
   * Requests needed for a mean wait of this precision at 99 %: the asymptotic variance of the mean
   * wait of an M/M/1 (Whitt 1989), scaled by the wait's share and the spread of service times, with
   * a margin for what the scaling leaves out.
   */
  private static double requests(Queue queue, double precision) {
    double load = queue.load();
    double variance =
        (2 + 5 * load - 4 * load * load + load * load * load) / (load * (1 - load) * (1 - load));
    double margin = queue.time() instanceof Lognormal ? 3 : 0.5;
    // Waiting is rarer with more workers: fewer requests in a hundred tell about it.
    double waiting = Math.max(0.05, Queues.erlangC(queue.workers(), load * queue.workers()));
    return margin * variance / waiting * load * Math.pow(2.6 / precision, 2);
  }

  private static void covers(
      String what, Replicated.Interval measured, double theory, double precision) {
    double narrow = measured.halfWidth(0.99) / theory;
    double off = Math.abs(measured.mean() - theory);
    String figures =
        String.format(
            Locale.ROOT,
            "%s: theory %.6g, measured %.6g, off %.3f %%, 99 %% half-width %.3f %%",
            what,
            theory,
            measured.mean(),
            100 * (measured.mean() / theory - 1),
            100 * narrow);
    System.out.println(figures);
    assertTrue(off <= measured.halfWidth(SIMULTANEOUS), figures);
    assertTrue(narrow < precision, figures);
  }

  /** M/M/5 with 10 waiting places at an offered load of 6 workers. */
  @Test
  void lossMatchesTheory() {
    Replicated runs =
        Replicated.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(6)
                .workers(5)
                .queue(10)
                .warmUp(Duration.ofMinutes(10))
                .lasts(Duration.ofHours(18))
                .build(),
            REPLICATIONS);
    covers(
        "M/M/5/15, loss",
        runs.of(
            run ->
                run.figure("requests.failed.refused").orElseThrow()
                    / run.figure("requests.offered").orElseThrow()),
        Queues.loss(5, 10, 6),
        0.01);
  }

  /** With workers for everybody, the mean number under way is the offered load. */
  @Test
  void infiniteWorkersHoldTheOfferedLoad() {
    Replicated runs =
        Replicated.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(50)
                .workers(1000)
                .warmUp(Duration.ofMinutes(2))
                .lasts(Duration.ofHours(2))
                .build(),
            REPLICATIONS);
    covers("M/M/inf, busy", runs.of(run -> 1000 * run.figure("groups.web.busy.mean").orElseThrow()), 50, 0.01);
    assertEquals(0, runs.figure("groups.web.queue.mean").mean());
  }

  /** Up for an hour on average; then half a minute to the next check, one more, and five to boot. */
  @Test
  void shareOfTimeDownMatchesRenewalTheory() {
    Replicated runs =
        Replicated.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(1.0 / 86_400)
                .failure(new InstanceFailures("crash", "web", new Exponential(3600)))
                .image(new Constant(60), new Constant(120), new Constant(120))
                .lasts(Duration.ofDays(365))
                .build(),
            REPLICATIONS);
    covers(
        "time down between failure and in service",
        runs.of(run -> 1 - run.figure("groups.web.instances.mean").orElseThrow()),
        390.0 / (3600 + 390),
        0.01);
  }
}
