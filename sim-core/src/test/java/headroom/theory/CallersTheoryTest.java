package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.ClientBuilder;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.workload.RequestClass;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that give up, go before others or come again, against queueing theory; judged as in
 * {@link TheoryTest}.
 */
class CallersTheoryTest {

  private static final int REPLICATIONS = 24;
  // Two figures each of three queues with impatient callers, four each of three with priorities,
  // and
  // three each of two with retrials.
  private static final Claims CLAIMS = new Claims(24);
  private static final int ENDLESS = Integer.MAX_VALUE;

  private static Replicated runs(
      ScenarioBuilder scenario, String name, double rate, double millions) {
    double forgetting = 4000;
    double seconds = millions * 1e6 / rate / REPLICATIONS;
    return Replicated.of(
        scenario
            .zones("a")
            .workload(name)
            .rate(rate)
            .warmUp(Duration.ofSeconds((long) forgetting))
            .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
            .build(),
        REPLICATIONS);
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> whoeverGivesUpMatchesErlangA() {
    return Stream.of(
        DynamicTest.dynamicTest("one worker", () -> impatient(1, 0.9, 0.5, 1.3)),
        DynamicTest.dynamicTest("five workers", () -> impatient(5, 6, 0.5, 2.6)));
  }

  /** The published example of a call centre, {@link NetworksTest}: 3.1 % give up. */
  @Tag("exhaustive")
  @Test
  void aCallCentreOfFifty() {
    impatient(50, 48, 0.5, 100);
  }

  private static void impatient(int workers, double offered, double patienceRate, double millions) {
    String name = "impatient callers of " + workers;
    Replicated runs = runs(
        new ScenarioBuilder()
            .client(ClientBuilder.patient()
                .patience(new Exponential(1 / patienceRate))
                .build())
            .serves(new ServiceBuilder(workers, ENDLESS, new Exponential(1))
                .discipline(new QueueDiscipline.DeadlineAware())
                .build()),
        name,
        offered,
        millions);
    Networks.Impatient theory = Networks.erlangA(workers, offered, patienceRate);
    // Who is being served may still give up, as nobody does in theory: that leaves the queue as it
    // is, and is the lot of patience / (1 + patience) of them.
    CLAIMS.covers(
        name + ", given up while waiting",
        runs.of(run -> 1
            - (1 + patienceRate)
                * figure(run, "requests.succeeded")
                / (figure(run, "requests.offered") - figure(run, "requests.in-flight"))),
        theory.abandoned(),
        0.01);
    CLAIMS.covers(
        name + ", wait of those served",
        runs.figure("groups.web.wait.mean"),
        theory.meanWaitServed(),
        0.01);
  }

  @TestFactory
  Stream<DynamicTest> classesWaitByTheirPriorities() {
    return Stream.of(
        DynamicTest.dynamicTest("one worker", () -> {
          double[] waits = Networks.priorityWaits(1, 0.3, 0.3);
          priorities("one worker", 1, 0.3, new Exponential(1), 0.3, new Exponential(1), waits, 5.5);
        }),
        DynamicTest.dynamicTest("two workers", () -> {
          double[] waits = Networks.priorityWaits(2, 0.5, 0.8);
          priorities("two workers", 2, 0.5, new Exponential(1), 0.8, new Exponential(1), waits, 12);
        }),
        DynamicTest.dynamicTest("times of their own", () -> {
          double[] waits = Networks.priorityWaits(
              new double[] {0.5, 0.35}, new double[] {0.5, 1}, new double[] {0, 1});
          priorities(
              "times of their own", 1, 0.5, new Constant(0.5), 0.35, new Exponential(1), waits, 6);
        }));
  }

  private static void priorities(
      String name,
      int workers,
      double urgentRate,
      Distribution urgentTime,
      double otherRate,
      Distribution otherTime,
      double[] waits,
      double millions) {
    Replicated runs = runs(
        new ScenarioBuilder()
            .classes(requestClass("urgent", urgentRate), requestClass("other", otherRate))
            .serves(new ServiceBuilder(workers, ENDLESS, new Exponential(1))
                .requestClass("urgent", Optional.of(urgentTime), 0)
                .requestClass("other", Optional.of(otherTime), 1)
                .build()),
        name,
        urgentRate + otherRate,
        millions);
    byClass(runs, name, "urgent", urgentTime.mean(), waits[0]);
    byClass(runs, name, "other", otherTime.mean(), waits[1]);
  }

  private static RequestClass requestClass(String name, double share) {
    return new RequestClass(name, share, 0, OptionalLong.empty(), OptionalLong.empty());
  }

  private static void byClass(
      Replicated runs, String name, String requestClass, double work, double wait) {
    String time = "workloads." + name + ".classes." + requestClass + ".latency.mean";
    CLAIMS.covers(name + ", time of the " + requestClass, runs.figure(time), wait + work, 0.01);
    CLAIMS.covers(
        name + ", wait of the " + requestClass,
        runs.of(run -> figure(run, time) - work),
        wait,
        0.01);
  }

  /** Whoever finds the only worker busy comes again, after exponential times of such a mean. */
  private record Orbit(double mean) implements Backoff {
    @Override
    public double delaySeconds(int retry, double previousSeconds, double u) {
      return -mean * Math.log(u);
    }

    @Override
    public double longestSeconds(int retry) {
      return Double.POSITIVE_INFINITY;
    }
  }

  @TestFactory
  Stream<DynamicTest> whoeverComesAgainIsInOrbit() {
    return Stream.of(
        DynamicTest.dynamicTest("patient", () -> orbit("patient retrials", 0.5, 1, 1.8)),
        DynamicTest.dynamicTest("eager", () -> orbit("eager retrials", 0.3, 2, 2.6)));
  }

  private static void orbit(String name, double load, double retryRate, double millions) {
    Retry retry = new Retry(
        Retry.MOST_ATTEMPTS, new Orbit(1 / retryRate), Optional.empty(), Retry.DEFAULT_ON);
    Replicated runs = runs(
        new ScenarioBuilder()
            .client(ClientBuilder.patient().retry(retry).build())
            .workers(1)
            .queue(0)
            .time(new Exponential(1)),
        name,
        load,
        millions);
    // The hundredth attempt is never needed, so they might as well be endless.
    assertEquals(0, runs.figure("requests.failed").mean());
    double inOrbit = Networks.orbit(load, retryRate) / load;
    CLAIMS.covers(name + ", time", runs.figure("latency.mean"), inOrbit + 1, 0.01);
    CLAIMS.covers(
        name + ", time in orbit", runs.of(run -> figure(run, "latency.mean") - 1), inOrbit, 0.01);
    CLAIMS.covers(
        name + ", attempts for each",
        runs.of(run -> figure(run, "requests.attempts") / figure(run, "requests.offered")),
        1 + retryRate * inOrbit,
        0.01);
  }
}
