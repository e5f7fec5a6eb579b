package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static headroom.scenarios.yaml.Reading.least;
import static headroom.scenarios.yaml.Reading.loaded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Empirical;
import headroom.random.Erlang;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.random.Mixture;
import headroom.random.Normal;
import headroom.random.Pareto;
import headroom.random.Uniform;
import headroom.random.Weibull;
import headroom.scenarios.text.ScenarioFolder;
import headroom.spec.Scenario;
import headroom.workload.Arrivals;
import headroom.workload.Daily;
import headroom.workload.Gamma;
import headroom.workload.Hourly;
import headroom.workload.Poisson;
import headroom.workload.Ramp;
import headroom.workload.Rate;
import headroom.workload.Regular;
import headroom.workload.Scaled;
import headroom.workload.Spike;
import headroom.workload.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of distributions, rates and arrivals of the design. */
class ProfilesTest {

  private static final long HOUR = Duration.ofHours(1).toNanos();

  static Stream<Arguments> distributions() {
    return Stream.of(
        Arguments.of("80ms", new Constant(0.08)),
        Arguments.of("{uniform: {low: 1s, high: 2s}}", new Uniform(1, 2)),
        Arguments.of("{exponential: {mean: 5m}}", new Exponential(300)),
        Arguments.of("{erlang: {shape: 3, mean: 1m}}", new Erlang(3, 60)),
        Arguments.of("{gamma: {mean: 1m, cv: 0.5}}", new headroom.random.Gamma(60, 0.5)),
        Arguments.of("{weibull: {shape: 0.7, mean: 60d}}", Weibull.ofMean(0.7, 5_184_000)),
        Arguments.of("{weibull: {shape: 2, scale: 1h}}", new Weibull(2, 3600)),
        Arguments.of("{lognormal: {mean: 80ms, cv: 1.5}}", new Lognormal(0.08, 1.5)),
        Arguments.of("{normal: {mean: 1s, sd: 200ms}}", new Normal(1, 0.2)),
        Arguments.of("{pareto: {shape: 1.5, minimum: 10ms}}", new Pareto(1.5, 0.01)),
        Arguments.of(
            "{pareto: {shape: 1.5, minimum: 10ms, maximum: 1s}}", new Pareto(1.5, 0.01, 1)),
        Arguments.of(
            "{mixture: [{share: 90%, of: 20ms}, {share: 10%, of: {exponential: {mean: 2s}}}]}",
            new Mixture(List.of(
                new Mixture.Component(0.9, new Constant(0.02)),
                new Mixture.Component(0.1, new Exponential(2))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("distributions")
  void aDistributionIsRead(String text, Distribution distribution) {
    Scenario scenario = roundTrip("groups.web.serves.time=" + text);
    assertEquals(distribution, scenario.group("web").serves().time());
  }

  static Stream<Arguments> rates() {
    Rate spike = new Spike(1, 9, HOUR, 0, HOUR / 2, HOUR);
    Rate ramp = new Ramp(1, 10, HOUR, HOUR / 2);
    List<Double> day = Collections.nCopies(24, 2.0);
    // The default start is midnight of Wednesday, 1 July 2026.
    return Stream.of(
        Arguments.of("30/m", new headroom.workload.Constant(0.5)),
        Arguments.of("{constant: 60/s}", new headroom.workload.Constant(60)),
        Arguments.of(
            "{constant: 60/s, scale: 2}", new Scaled(new headroom.workload.Constant(60), 2)),
        Arguments.of(
            "{daily: {low: 40/s, high: 260/s, peak-at: 20h}}", new Daily(40, 260, 20 * HOUR, 0)),
        Arguments.of("{hourly: " + Collections.nCopies(24, "2/s") + "}", new Hourly(day, 0)),
        Arguments.of(
            "{hourly: " + Collections.nCopies(168, "2/s") + "}",
            new Hourly(Collections.nCopies(168, 2.0), 48 * HOUR)),
        Arguments.of("{ramp: {from: 1/s, to: 10/s, at: 1h, over: 30m}}", ramp),
        Arguments.of("{spike: {base: 1/s, peak: 9/s, at: 1h, lasts: 30m, fall: 1h}}", spike),
        Arguments.of(
            "{sum: [{constant: 60/s}, {spike: {base: 1/s, peak: 9/s, at: 1h, rise: 0s,"
                + " lasts: 30m, fall: 1h}, scale: 3}]}",
            new Sum(List.of(new headroom.workload.Constant(60), new Scaled(spike, 3)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rates")
  void aRateIsRead(String text, Rate rate) {
    assertEquals(
        rate, roundTrip("workloads.users.rate=" + text).workloads().get(0).rate());
  }

  static Stream<Arguments> arrivals() {
    return Stream.of(
        Arguments.of("poisson", new Poisson()),
        Arguments.of("regular", new Regular()),
        Arguments.of("{gamma: {cv: 2}}", new Gamma(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("arrivals")
  void arrivalsAreRead(String text, Arrivals arrivals) {
    Scenario scenario = roundTrip("workloads.users.arrivals=" + text);
    assertEquals(arrivals, scenario.workloads().get(0).arrivals());
  }

  @Test
  void observedTimesAreRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("boot.csv"), "run,ms\n1,1000\n2,\n3,3000\n");
    ScenarioFolder beside = new ScenarioFolder(folder, false);
    String set = "groups.web.serves.time={empirical: {file: boot.csv, column: ms, unit: ms}}";
    Scenario scenario = loaded(LEAST, beside, set).trial().scenario();
    assertEquals(
        new Empirical(List.of(1.0, 3.0)), scenario.group("web").serves().time());
  }

  /** Reads a value, and reads what explaining it writes: both must be the same scenario. */
  private static Scenario roundTrip(String set) {
    Scenario scenario = least(set);
    String explained = loaded(LEAST, set).trial().origin().text();
    assertEquals(scenario, loaded(explained).trial().scenario());
    return scenario;
  }
}
