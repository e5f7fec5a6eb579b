package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.routing.RoundRobin;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.spec.TrafficModel;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Ramp;
import headroom.workload.Rate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines with no place left: who is answered in time is a matter of how many happen to wait. */
class FullLineTest {

  private static final double MEAN = 0.1;
  private static final long MINUTE = 60_000_000_000L;

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** M/M/m/K whose clients give up after a while, and whose work is done all the same. */
  private record Station(double load, int workers, int places, double timeout) {

    ScenarioBuilder scenario() {
      return new ScenarioBuilder()
          .zones("a")
          .warmUp(Duration.ofMinutes(10))
          .lasts(Duration.ofHours(1))
          .rate(load * workers / MEAN)
          .timeout(seconds(timeout))
          .size(1)
          .workers(workers)
          .queue(places)
          .time(new Exponential(MEAN));
    }

    /** How likely so many are there, up to a factor: from the full line down, so that nothing overflows. */
    private double weight(int there) {
      int all = workers + places;
      if (there >= workers) {
        return Math.pow(load, there - all);
      }
      double weight = Math.pow(load, -places);
      for (int n = workers; n > there; n--) {
        weight *= n / (workers * load);
      }
      return weight;
    }

    /** The share of all that come who are answered in time. */
    double inTime() {
      double sum = 0;
      double good = 0;
      for (int there = 0; there <= workers + places; there++) {
        sum += weight(there);
        good += there < workers + places ? weight(there) * answered(there - workers + 1) : 0;
      }
      return good / sum;
    }

    double refused() {
      double sum = 0;
      for (int there = 0; there <= workers + places; there++) {
        sum += weight(there);
      }
      return weight(workers + places) / sum;
    }

    /** The chance that so many ends of service, then one's own, come before the timeout. */
    private double answered(int ends) {
      double own = timeout / MEAN;
      if (ends <= 0) {
        return 1 - Math.exp(-own);
      }
      double all = workers * own;
      if (workers == 1) {
        return erlang(ends + 1, own);
      }
      double rest = Math.pow(workers / (workers - 1.0), ends) * Math.exp(-own);
      return erlang(ends, all) - rest * erlang(ends, all - own);
    }

    /** The chance that so many exponential times of mean 1 are over within a time. */
    private static double erlang(int count, double time) {
      double term = Math.exp(-time);
      double more = term;
      for (int i = 1; i < count; i++) {
        term *= time / i;
        more += term;
      }
      return 1 - more;
    }
  }

  /** M/M/m/K in balance, by its birth and death equations. */
  @ParameterizedTest(name = "load {0}, {1} workers, {2} places, {3} s")
  @CsvSource({
    "1.02, 1, 50, 3", "1.1, 1, 30, 2.5", "1.3, 1, 40, 4", "2, 1, 25, 2.5", "1.05, 4, 100, 2",
    "1.1, 4, 50, 1.2", "1.3, 4, 50, 1.2", "2, 4, 50, 1.2", "2, 4, 50, 1.4", "5, 8, 100, 1.3",
  })
  void whoIsAnsweredInTime(double load, int workers, int places, double timeout) {
    Station station = new Station(load, workers, places, timeout);
    Run run = Engine.check(Models.flow(station.scenario().build()), 1);
    assertEquals(station.inTime(), run.figure("availability.request").orElseThrow(), 0.015);
    double refused = run.figure("requests.failed.refused").orElseThrow()
        / run.figure("requests.offered").orElseThrow();
    assertEquals(station.refused(), refused, 0.06 * station.refused());
  }

  private static ScenarioBuilder behindABalancer(Rate rate, Client client, double cv) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofMinutes(30))
        .rate(rate)
        .client(client)
        .size(3)
        .workers(4)
        .queue(50)
        .time(new Lognormal(MEAN, cv))
        .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
            .routing(new RoundRobin())
            .build());
  }

  @ParameterizedTest(name = "load {0}, cv {1}, {2} s")
  @CsvSource({"1.1, 1, 1.2", "1.1, 2, 1.2", "1.3, 0.5, 1.3", "2, 1.5, 1.2"})
  void threeBehindABalancer(double load, double cv, double timeout) {
    Client client = ClientBuilder.waiting(seconds(timeout)).build();
    Paired.of(behindABalancer(new Constant(load * 120), client, cv).build(), 4)
        .within("availability.request", 0.04)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.02)
        .agree("requests.failed.refused", 0.06)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void whoIsRefusedOrLateComesAgain() {
    Client client = ClientBuilder.waiting(seconds(1.2))
        .retry(new Retry(
            2, new FixedBackoff(Duration.ofSeconds(1)), Optional.empty(), Retry.DEFAULT_ON))
        .build();
    Paired.of(behindABalancer(new Constant(90), client, 1).build(), 4)
        .within("availability.request", 0.03)
        .agree("requests.attempts", 0.01);
    Paired.of(behindABalancer(new Constant(150), client, 1).build(), 4)
        .within("availability.request", 0.03)
        .agree("requests.attempts", 0.01);
  }

  /** A rush grows and goes again: what waits when it goes is served before what comes later. */
  @Test
  void aLineThatDrains() {
    Client client = ClientBuilder.waiting(seconds(1.2)).build();
    Rate rush = new Ramp(170, 60, 10 * MINUTE, 20 * MINUTE);
    Paired.of(behindABalancer(rush, client, 1).build(), 6)
        .within("availability.request", 0.02)
        .agree("requests.failed.refused", 0.05)
        .agree("requests.failed.timeout", 0.05)
        .agree("latency.p50", 0.1)
        .agree("latency.p99", 0.05)
        .within("groups.web.busy.mean", 0.01);
  }

  /** All that comes ends somehow, whatever is told before it has happened. */
  @Test
  void nothingIsLostWhereItIsToldBefore() {
    Client client = ClientBuilder.waiting(seconds(1.2)).build();
    Rate rush = new Ramp(170, 60, 10 * MINUTE, 20 * MINUTE);
    for (TrafficModel model : new TrafficModel[] {TrafficModel.FLOW, TrafficModel.HYBRID}) {
      Run run = Engine.check(Models.as(model, behindABalancer(rush, client, 1).build()), 1);
      double ended = run.figure("requests.succeeded").orElseThrow()
          + run.figure("requests.failed").orElseThrow()
          + run.figure("requests.in-flight").orElseThrow();
      double offered = run.figure("requests.offered").orElseThrow();
      assertEquals(offered, ended, 1e-6 * offered);
    }
  }
}
