package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.ClopperPearson;
import headroom.results.Metric;
import headroom.scenarios.experiment.Measured;
import headroom.scenarios.experiment.VariantOutcome;
import headroom.statistics.Difference;
import headroom.statistics.Differences;
import headroom.statistics.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often intervals of whole experiments, through file, engine and estimate, hold the truth; the
 * n-th experiment has seed n. docs/coverage.md has the table of 10,000 of them.
 */
class EngineCoverageTest {

  /** 3 of 10 requests a second at one worker, and at two. */
  private static final String STATION = """
      scenario: station
      lasts: 310s
      warm-up: 10s
      workloads:
        users: {to: web, rate: 3/s, client: {timeout: never}}
      groups:
        web:
          type: m5.large
          size: {min: 1}
          serves: {workers: 1, queue: 1000, time: {exponential: {mean: 100ms}}}
      experiment:
        replications: 5
        vary: {groups.web.serves.workers: [1, 2]}
      """;

  private static final String STOPPING = STATION
      .replace(
          "replications: 5",
          "replications: {at-least: 5, at-most: 100, until: {metric: latency.mean, within: 5%}}")
      .replace("[1, 2]", "[1]");

  /** An instance breaks after 72 s and is repaired in 12 s on average: 6/7 of the time it is up. */
  private static final String AVAILABILITY = """
      scenario: availability
      lasts: 62m
      warm-up: 2m
      workloads:
        users: {to: web, rate: 1/h}
      groups:
        web:
          type: m5.large
          size: {min: 1}
          health: {replace: false}
          serves: {workers: 1, time: 100ms}
      failures:
        - instances:
            of: web
            name: crash
            time-to-failure: {exponential: {mean: 72s}}
            time-to-repair: {exponential: {mean: 12s}}
      experiment:
        replications: 10
        vary: {groups.web.size.min: [1]}
      """;

  /** The same with two failures to be expected in ten replications of ten minutes. */
  private static final String RARE = AVAILABILITY
      .replace("62m", "10m")
      .replace("warm-up: 2m", "warm-up: 0s")
      .replace("mean: 72s", "mean: 50m");

  private static final double ONE = 1.0 / 7;

  /** Erlang C of two workers at an offered load of 0.3 is 0.09/2.3; it waits that over 17/s. */
  private static final double TWO = 0.1 + 0.09 / 2.3 / 17;

  /** The time in system is exponential with mean 1/7 s. */
  private static final double P90 = Math.log(10) / 7;

  private static final double UP = 6.0 / 7;

  /** Failures at 1.2/h, repairs at 300/h, up at first: the renewal function of ten minutes. */
  private static final double FAILURES =
      1.2 * 300 / 301.2 / 6 + 1.44 / (301.2 * 301.2) * (1 - Math.exp(-301.2 / 6));

  private final Path home;

  EngineCoverageTest(@TempDir Path home) {
    this.home = home;
  }

  /** How many intervals held what they should. */
  private static final class Tally {
    private final String what;
    private final double least;
    private int experiments;
    private int held;

    Tally(String what, double least) {
      this.what = what;
      this.least = least;
    }

    void add(double truth, double low, double high) {
      experiments++;
      held += low <= truth && truth <= high ? 1 : 0;
    }

    void add(VariantOutcome variant, String metric, double truth) {
      Estimate estimate = variant.estimate(metric).orElseThrow();
      add(truth, estimate.low(), estimate.high());
    }

    /** The share promised is not refuted by the binomial law at 99.9 %. */
    void check() {
      double most = ClopperPearson.high(held, experiments, 0.001);
      System.out.printf(
          Locale.ROOT,
          "coverage: %s: %d of %d, %.2f %%%n",
          what,
          held,
          experiments,
          100.0 * held / experiments);
      assertTrue(most >= least, what + ": " + held + " of " + experiments);
    }
  }

  private List<Tally> stations(int experiments) {
    Tally one = new Tally("mean, M/M/1", 0.95);
    Tally two = new Tally("mean, M/M/2", 0.95);
    Tally p90 = new Tally("90th percentile, M/M/1", 0.94);
    Tally difference = new Tally("paired difference of the two means", 0.95);
    Written station = Written.in(home, STATION);
    for (int seed = 1; seed <= experiments; seed++) {
      List<VariantOutcome> both = station.sweep(seed).variants();
      one.add(both.get(0), "latency.mean", ONE);
      two.add(both.get(1), "latency.mean", TWO);
      p90.add(both.get(0), "latency.p90", P90);
      Difference found = difference(both);
      difference.add(TWO - ONE, found.low(), found.high());
    }
    return List.of(one, two, p90, difference);
  }

  private static Difference difference(List<VariantOutcome> both) {
    return Differences.of(figures(both.get(0)), figures(both.get(1)), 1).values().stream()
        .filter(each -> each.metric().flat().equals("latency.mean"))
        .findFirst()
        .orElseThrow();
  }

  private static List<SortedMap<Metric, Double>> figures(VariantOutcome variant) {
    return variant.replications().stream().map(Measured::figures).toList();
  }

  private Tally single(int experiments, String text, Tally tally, String metric, double truth) {
    Written written = Written.in(home, text);
    for (int seed = 1; seed <= experiments; seed++) {
      tally.add(written.sweep(seed).variants().get(0), metric, truth);
    }
    return tally;
  }

  /** Ten experiments of four kinds, so many times. */
  private void intervalsHold(int times) {
    List<Tally> all = new ArrayList<>(stations(2 * times));
    Tally stopped = new Tally("mean, M/M/1, stopped by precision", 0.94);
    all.add(single(times, STOPPING, stopped, "latency.mean", ONE));
    Tally up = new Tally("share of time up", 0.95);
    all.add(single(3 * times, AVAILABILITY, up, "groups.web.instances.mean", UP));
    Tally rare = new Tally("failures, rare", 0.95);
    all.add(single(4 * times, RARE, rare, "groups.web.failures", FAILURES));
    all.forEach(Tally::check);
  }

  /** The table of docs/coverage.md: nothing is promised of runs so short. */
  private void shorterRuns(int experiments) {
    for (String lasts : List.of("20s", "40s", "110s")) {
      for (int replications : new int[] {5, 10}) {
        Written station = Written.in(
            home,
            STATION,
            "lasts=" + lasts,
            "experiment.replications=" + replications,
            "experiment.vary={groups.web.serves.workers: [1]}");
        Tally mean = new Tally("mean, " + replications + " of " + lasts, 0);
        Tally p90 = new Tally("p90, " + replications + " of " + lasts, 0);
        for (int seed = 1; seed <= experiments; seed++) {
          VariantOutcome one = station.sweep(seed).variants().get(0);
          mean.add(one, "latency.mean", ONE);
          p90.add(one, "latency.p90", P90);
        }
        mean.check();
        p90.check();
      }
    }
  }

  @Test
  void aThousandExperimentsHoldWhatTheyPromise() {
    intervalsHold(100);
  }

  @Test
  @Tag("exhaustive")
  void shorterRunsHoldLess() {
    shorterRuns(300);
  }

  @Test
  @Tag("exhaustive")
  void tenThousandExperimentsHoldWhatTheyPromise() {
    intervalsHold(1000);
  }
}
