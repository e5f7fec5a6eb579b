package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Distribution;
import headroom.random.Gamma;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Contention;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of a station whose requests share its cores, against closed forms and requests. */
class SharingLawTest {

  private static final double ENDLESS = 1e9;

  private static SharingLaw law(double cv, int cores, double places, Contention contention) {
    ServiceTime time = new ServiceTime(new Gamma(1, cv));
    return new SharingLaw(0, time, 1, 1, cores, places, contention, 1, 0);
  }

  private static int level(double load) {
    int level = BalanceLaw.below(load);
    assertEquals(load, BalanceLaw.load(level), 1e-12, "a load of the grid");
    return level;
  }

  /** M/G/1-PS: requests take 1 / (1 - load) times as long, whatever their service time. */
  @ParameterizedTest(name = "cv {0} at load {1}")
  @CsvSource({"0.5, 0.5", "1, 0.8", "3, 0.8", "3, 0.9"})
  void onlyTheMeanCounts(double cv, double load) {
    double beyond = law(cv, 1, ENDLESS, Contention.NONE).waitSeconds(level(load));
    assertEquals(1 / (1 - load), 1 + beyond, 1e-6);
  }

  /** M/M/1-PS: the variance is (2 + load) / (2 - load) of the squared mean (Coffman et al. 1970). */
  @ParameterizedTest(name = "load {0}")
  @CsvSource({"0.3", "0.5", "0.8"})
  void timesOfOneCoreVaryAsTheyShould(double load) {
    Profile profile = law(1, 1, ENDLESS, Contention.NONE).profile(level(load));
    double mean = profile.meanSeconds();
    double square = 0;
    double step = mean / 200;
    for (double t = step / 2; t < 100 * mean; t += step) {
      square += 2 * t * (1 - profile.within(t)) * step;
    }
    double wanted = (1 + (2 + load) / (2 - load)) * mean * mean;
    assertEquals(wanted, square, 0.03 * wanted);
  }

  /** The bounded chain refuses as M/M/m/m+K does, of which the number there is the same. */
  @ParameterizedTest(name = "{0} cores, {1} places at {2}")
  @CsvSource({"1, 4, 0.8", "4, 0, 0.9", "4, 10, 1.3"})
  void refusedAsErlangSays(int cores, int places, double load) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= cores + places; n++) {
      term *= load * cores / Math.min(n, cores);
      sum += term;
    }
    double refused = law(2, cores, places, Contention.NONE).refusedAt(load);
    assertEquals(term / sum, refused, 1e-9);
  }

  private static Service service(int cores, int places, Distribution time, Contention contention) {
    return new Service(
        cores,
        places,
        time,
        true,
        new QueueDiscipline.Fifo(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        contention,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true);
  }

  private static List<Run> runs(TrafficModel model, Scenario scenario) {
    return LongStream.rangeClosed(1, 3)
        .mapToObj(seed -> Engine.run(Models.as(model, scenario), seed))
        .toList();
  }

  private static double mean(List<Run> runs, String figure) {
    return runs.stream()
        .mapToDouble(run -> run.figure(figure).orElseThrow())
        .average()
        .orElseThrow();
  }

  /** Tolerances of the issue: 1 point of busy, 0.1 point of availability or 15 % of the failures. */
  @ParameterizedTest(name = "cv {0}, {1} cores, {2} places at {3}, sigma {4}")
  @CsvSource({
    "1.2, 1, 500, 0.7, 0",
    "2, 4, 20, 0.95, 0",
    "1, 4, 50, 1.2, 0",
    "1, 4, 100, 0.6, 0.05",
    "0.5, 16, 30, 0.6, 0.03"
  })
  void ratesAgreeWithRequests(double cv, int cores, int places, double load, double sigma) {
    Scenario scenario = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(40))
        .warmUp(Duration.ofMinutes(2))
        .zones("a")
        .size(1)
        .rate(load * cores / 0.1)
        .serves(service(cores, places, new Gamma(0.1, cv), new Contention(sigma, 0)))
        .build();
    List<Run> requests = runs(TrafficModel.REQUESTS, scenario);
    List<Run> flow = runs(TrafficModel.FLOW, scenario);
    assertNear("groups.web.busy.mean", requests, flow, 0.01);
    double failed = 1 - mean(requests, "availability.request");
    assertNear("availability.request", requests, flow, Math.max(0.001, 0.15 * failed));
    for (String quantile : List.of("latency.p50", "latency.p99")) {
      double share = load < 0.85 ? 0.1 : 0.2;
      assertNear(quantile, requests, flow, share * mean(requests, quantile));
    }
  }

  private static void assertNear(
      String figure, List<Run> requests, List<Run> flow, double tolerated) {
    double one = mean(requests, figure);
    double other = mean(flow, figure);
    String what = figure + " is " + other + " by rates, " + one + " by requests";
    assertTrue(Math.abs(one - other) <= tolerated, what);
  }
}
