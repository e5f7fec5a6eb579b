package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.workload.Gamma;
import headroom.workload.Service;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrivals in bursts before few waiting places: rates see as many refused as requests do. */
class BurstsTest {

  private static double refused(TrafficModel model, Scenario scenario) {
    return LongStream.rangeClosed(1, 3)
        .mapToObj(seed -> Engine.run(Models.as(model, scenario), seed))
        .mapToDouble(BurstsTest::refusedShare)
        .average()
        .orElseThrow();
  }

  private static double refusedShare(Run run) {
    return run.figure("requests.failed.refused").orElse(0.0)
        / run.figure("requests.offered").orElseThrow();
  }

  /** M/M/m/m+K: the chain is exact. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0.5", "4, 0, 0.9", "4, 5, 0.8", "20, 30, 1.2", "2, 100, 1"})
  void poissonArrivalsAreRefusedAsErlangSays(int servers, int places, double load) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= servers + places; n++) {
      term *= load * servers / Math.min(n, servers);
      sum += term;
    }
    assertEquals(term / sum, Peaked.refused(servers, places, load, 1), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 4, 0, 0.3",
    "2.5, 4, 0, 0.6",
    "2.5, 4, 0, 0.9",
    "1.5, 4, 0, 0.5",
    "2.5, 20, 0, 0.5",
    "2.5, 20, 0, 0.8",
    "2.5, 4, 3, 0.5",
    "2.5, 4, 8, 0.7",
    "1, 4, 0, 0.5",
    "1, 4, 5, 0.8",
    "2.5, 4, 100, 0.9",
    "1.5, 4, 10, 0.95",
    "2.5, 4, 10, 1.3",
    "1.5, 2, 50, 1.1"
  })
  void asManyAreRefused(double cv, int workers, int places, double load) {
    double mean = 0.1;
    Scenario scenario = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(60))
        .zones("a")
        .size(1)
        .arrivals(new Gamma(cv))
        .rate(load * workers / mean)
        .serves(new Service(workers, places, new Exponential(mean)))
        .build();
    double requests = refused(TrafficModel.REQUESTS, scenario);
    double flow = refused(TrafficModel.FLOW, scenario);
    assertEquals(requests, flow, 0.1 * requests);
  }
}
