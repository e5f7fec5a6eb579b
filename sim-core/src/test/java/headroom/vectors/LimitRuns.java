package headroom.vectors;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.random.Constant;
import headroom.results.Run;
import java.time.Duration;

/**
 * What a caller does not send in a run.
 *
 * @param on whether throttle and breaker are at work
 */
record LimitRuns(boolean on) {

  /**
   * The share turned away of so many requests in the throttle's window. The server's queue is always
   * full, so it accepts what it can serve, which is so many in the same time.
   */
  double turnedAway(AdaptiveThrottle rule, int requests, int accepts) {
    double window = rule.window().toSeconds();
    ClientBuilder client = ClientBuilder.patient();
    Run run = Engine.run(
        Outages.upFromTheStart()
            .rate(requests / window)
            .queue(10)
            .time(new Constant(window / accepts))
            .client(on ? client.throttle(rule).build() : client.build())
            .warmUp(Duration.ofHours(1))
            .lasts(Duration.ofHours(1 + 6000 / requests))
            .build(),
        1);
    return Outages.figure(run, "requests.failed.rate-limited")
        / Outages.figure(run, "requests.offered");
  }

  /**
   * Calls not let through of 150, ten a second: up to some call of the first hundred all fail, or
   * all are answered, and then it is the other way round, since the instance comes or goes.
   */
  long notLetThrough(CircuitBreaker rule, int first, boolean failing) {
    ScenarioBuilder scenario = failing
        ? Outages.nobodyUntil(first / 10.0)
        : Outages.goneAfter(Duration.ofMillis(100L * first), Outages.upFromTheStart());
    ClientBuilder client = ClientBuilder.waiting(Duration.ofSeconds(1));
    Run run = Engine.run(
        scenario
            .rate(10)
            .client(on ? client.breaker(rule).build() : client.build())
            .lasts(Duration.ofSeconds(15))
            .build(),
        1);
    return Math.round(Outages.figure(run, "requests.failed.breaker-open"));
  }
}
