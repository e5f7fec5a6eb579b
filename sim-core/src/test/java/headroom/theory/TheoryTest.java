package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import java.time.Duration;
import java.util.List;
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
  private static final Claims CLAIMS = new Claims(32);

  /** A queue with its mean wait by theory, and the requests that make its wait known to 1 %. */
  private record Queue(
      String name, int workers, double load, Distribution time, double meanWait, double millions) {

    static Queue exponential(int workers, double load, double millions) {
      double wait = Queues.meanWait(workers, load * workers);
      return new Queue("M/M/" + workers, workers, load, new Exponential(1), wait, millions);
    }

    static Queue general(String name, double load, Distribution time, double cv, double millions) {
      return new Queue(name, 1, load, time, Queues.meanWaitGeneral(load, cv), millions);
    }

    String title() {
      return name + " at " + load;
    }

    double rate() {
      return load * workers;
    }
  }

  // The numbers of requests were found by a pilot run: precision goes with their square root.
  private static List<Queue> queues() {
    return List.of(
        Queue.exponential(1, 0.5, 6),
        Queue.exponential(5, 0.5, 18),
        Queue.exponential(50, 0.5, 2),
        Queue.exponential(1, 0.8, 12),
        Queue.exponential(5, 0.8, 28),
        Queue.exponential(50, 0.8, 160),
        Queue.exponential(1, 0.95, 220),
        Queue.exponential(5, 0.95, 240),
        Queue.exponential(50, 0.95, 380),
        Queue.general("M/D/1", 0.5, new Constant(1), 0, 2),
        Queue.general("M/D/1", 0.8, new Constant(1), 0, 8),
        Queue.general("M/G/1, lognormal, cv 2", 0.5, new Lognormal(1, 2), 2, 37),
        Queue.general("M/G/1, lognormal, cv 2", 0.8, new Lognormal(1, 2), 2, 98));
  }

  @TestFactory
  List<DynamicTest> timeInSystemAndWaitMatchTheory() {
    return queues().stream()
        .map(q -> DynamicTest.dynamicTest(q.title(), () -> check(q, q.load() >= 0.9 ? 0.02 : 0.01)))
        .toList();
  }

  @Tag("exhaustive")
  @TestFactory
  List<DynamicTest> onePercentAtHighLoadsToo() {
    return queues().stream()
        .filter(q -> q.load() >= 0.9)
        .map(q -> DynamicTest.dynamicTest(q.title(), () -> check(q, 0.01)))
        .toList();
  }

  private static void check(Queue queue, double precision) {
    // Starts empty: 30 relaxation times of the M/M/c (Morse 1958) leave nothing of that.
    double forgetting =
        30 / (queue.workers() * Math.pow(1 - Math.sqrt(queue.load()), 2)) * spread(queue);
    double requests = queue.millions() * 1e6 * Math.pow(0.01 / precision, 2);
    double seconds = requests / queue.rate() / REPLICATIONS;
    Replicated runs = Replicated.of(
        new ScenarioBuilder()
            .zones("a")
            .workload(queue.title())
            .rate(queue.rate())
            .workers(queue.workers())
            .time(queue.time())
            .warmUp(Duration.ofSeconds((long) forgetting))
            .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
            .build(),
        REPLICATIONS);
    CLAIMS.covers(
        queue.title() + ", time in system",
        runs.figure("latency.mean"),
        queue.meanWait() + 1,
        precision);
    if (Queues.erlangC(queue.workers(), queue.rate()) > 0.01) {
      CLAIMS.covers(
          queue.title() + ", wait",
          runs.figure("groups.web.wait.mean"),
          queue.meanWait(),
          precision);
    }
  }

  private static double spread(Queue queue) {
    return (1 + queue.time().variance()) / 2;
  }

  /** M/M/5 with 10 waiting places at an offered load of 6 workers. */
  @Test
  void lossMatchesTheory() {
    Replicated runs = Replicated.of(
        new ScenarioBuilder()
            .zones("a")
            .workload("loss")
            .rate(6)
            .workers(5)
            .queue(10)
            .warmUp(Duration.ofMinutes(10))
            .lasts(Duration.ofHours(18))
            .build(),
        REPLICATIONS);
    CLAIMS.covers(
        "M/M/5/15, loss",
        runs.of(run -> run.figure("requests.failed.refused").orElseThrow()
            / run.figure("requests.offered").orElseThrow()),
        Queues.loss(5, 10, 6),
        0.01);
  }

  /** With workers for everybody, the mean number under way is the offered load. */
  @Test
  void infiniteWorkersHoldTheOfferedLoad() {
    Replicated runs = Replicated.of(
        new ScenarioBuilder()
            .zones("a")
            .workload("infinite")
            .rate(50)
            .workers(1000)
            .warmUp(Duration.ofMinutes(2))
            .lasts(Duration.ofHours(2))
            .build(),
        REPLICATIONS);
    CLAIMS.covers(
        "M/M/inf, busy",
        runs.of(run -> 1000 * run.figure("groups.web.busy.mean").orElseThrow()),
        50,
        0.01);
    assertEquals(0, runs.figure("groups.web.queue.mean").mean());
  }

  /** Up for an hour on average; then half a minute to the next check, one more, and five to boot. */
  @Test
  void shareOfTimeDownMatchesRenewalTheory() {
    Replicated runs = Replicated.of(
        new ScenarioBuilder()
            .zones("a")
            .rate(1.0 / 86_400)
            .failure(new InstanceFailures("crash", "web", new Exponential(3600)))
            .image(new Constant(60), new Constant(120), new Constant(120))
            .lasts(Duration.ofDays(365))
            .build(),
        REPLICATIONS);
    CLAIMS.covers(
        "time down between failure and in service",
        runs.of(run -> 1 - run.figure("groups.web.instances.mean").orElseThrow()),
        390.0 / (3600 + 390),
        0.01);
  }
}
