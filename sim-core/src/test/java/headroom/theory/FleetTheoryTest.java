package headroom.theory;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.math.Elementary;
import headroom.policy.routing.HealthCheck;
import headroom.random.Chance;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Stream;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.Scenario;
import headroom.supply.ApiLimit;
import headroom.supply.BootstrapStep;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.LaunchService;
import headroom.theory.Replicated.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fleets that fail and are replaced, and calls that are refused, against their closed forms. */
class FleetTheoryTest {

  private static final double FAILURE_SECONDS = 7200;
  private static final double REPAIR_SECONDS = 1800;
  private static final Claims CLAIMS = new Claims(9);

  /**
   * Machine repair: n instances that fail after exponential times, r crews (a launch service that
   * serves r at once) that each need an exponential time to replace one; k of n are needed.
   */
  @ParameterizedTest(name = "{0} instances, {1} crews, {2} needed")
  @CsvSource({"1, 1, 1", "5, 2, 4", "12, 2, 7"})
  void instancesInServiceAreThoseOfMachineRepair(int n, int crews, int needed) {
    double[] down = machineRepair(n, crews);
    double up = IntStream.rangeClosed(0, n).mapToDouble(j -> down[j] * (n - j)).sum();
    double enough = IntStream.rangeClosed(0, n - needed).mapToDouble(j -> down[j]).sum();
    List<Run> runs = IntStream.rangeClosed(1, 16)
        .mapToObj(seed -> Engine.show(repaired(n, crews), seed))
        .toList();
    String name = n + " instances, " + crews + " crews";
    CLAIMS.covers(
        name,
        Interval.of(runs.stream()
            .mapToDouble(run -> run.figure("groups.web.instances.mean").orElseThrow())
            .toArray()),
        up,
        0.03);
    CLAIMS.covers(
        name + ", " + needed + " there",
        Interval.of(runs.stream().mapToDouble(run -> share(run, needed)).toArray()),
        enough,
        0.06);
  }

  /** The share of minutes, after the first day, with at least so many in service. */
  private static double share(Run run, int needed) {
    double[] inService =
        run.timeline().orElseThrow().column("groups.web.in-service").orElseThrow().values();
    return Arrays.stream(inService)
        .skip(inService.length / 20)
        .filter(Double::isFinite)
        .map(there -> there >= needed ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** The probabilities that so many are down: each up fails alone, as many as crews are replaced. */
  private static double[] machineRepair(int n, int crews) {
    double[] down = new double[n + 1];
    down[0] = 1;
    for (int j = 0; j < n; j++) {
      down[j + 1] = down[j]
          * ((n - j) / FAILURE_SECONDS)
          / (Math.min(j + 1, crews) / REPAIR_SECONDS);
    }
    double all = Arrays.stream(down).sum();
    return Arrays.stream(down).map(p -> p / all).toArray();
  }

  private static Scenario repaired(int n, int crews) {
    Image image = new Image(
        "ami",
        Image.NONE,
        Image.NONE,
        Optional.empty(),
        List.of(new BootstrapStep(
            "replace", new Exponential(REPAIR_SECONDS), 0, 1, Optional.of("crews"))),
        Image.NONE);
    // Noticed within a second, which is as good as at once beside half an hour.
    HealthCheck atOnce = new HealthCheck(Duration.ofSeconds(1), Duration.ZERO, 1, 1);
    return new ScenarioBuilder()
        .lasts(Duration.ofDays(20))
        .warmUp(Duration.ofDays(1))
        .zones("a")
        .rate(0.0001)
        .time(new Constant(0.001))
        .image(image)
        .size(n)
        .health(new Health(Health.Check.INSTANCE_STATUS, Duration.ZERO, atOnce))
        .cloud(new Cloud(List.of(new LaunchService("crews", crews))))
        .failure(new InstanceFailures("fails", "web", new Exponential(FAILURE_SECONDS)))
        .build();
  }

  /**
   * Calls come as a Poisson process to a bucket that holds c tokens and gets r a second. What is
   * missing in it is the work in an M/D/1 queue that takes a call only while at most c - 1 are
   * missing; below that its law is Erlang's for M/D/1, up to a factor that the busy share gives.
   */
  @ParameterizedTest(name = "capacity {0}, {1} refilled a second, {2} calls a second")
  @CsvSource({"5, 2, 1.5", "5, 2, 3", "20, 2, 2"})
  void callsThatABucketAccepts(double capacity, double refill, double calls) {
    double[] accepted = new double[20];
    for (int run = 0; run < accepted.length; run++) {
      accepted[run] = accepted(new ApiLimit(capacity, refill), calls, run);
    }
    CLAIMS.covers(
        "accepted of " + calls + " calls a second by " + capacity + " + " + refill + "/s",
        Interval.of(accepted),
        acceptedInTheory(capacity, refill, calls),
        0.01);
  }

  private static double accepted(ApiLimit limit, double calls, int run) {
    Stream luck = new Chance(run + 1L).of("calls", "gap");
    ApiLimit.Tokens bucket = limit.memory();
    int many = 60_000;
    double now = 0;
    int taken = 0;
    for (int i = 0; i < many; i++) {
      now -= Elementary.log(luck.at(i)) / calls;
      taken += bucket.take(1, (long) (now * 1e9)) ? 1 : 0;
    }
    return (double) taken / many;
  }

  private static double acceptedInTheory(double capacity, double refill, double calls) {
    double load = calls / refill;
    double most = capacity - 1;
    double law = 0;
    for (int j = 0; j <= most; j++) {
      double term = Elementary.exp(load * (most - j));
      for (int factor = 1; factor <= j; factor++) {
        term *= load * (j - most) / factor;
      }
      law += term;
    }
    return law / (1 + load * law);
  }
}
