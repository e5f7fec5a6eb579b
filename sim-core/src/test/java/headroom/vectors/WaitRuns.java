package headroom.vectors;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.results.How;
import headroom.results.Journey;
import headroom.results.Run;
import headroom.results.SlowRequests;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long a client waits before each retry, as a run tells it.
 *
 * @param on whether the rule is at work; if not, there is no wait
 */
record WaitRuns(boolean on) {

  /** Waits as long as another rule can make one wait, whatever the luck. */
  private record AtItsLongest(Backoff of) implements Backoff {
    @Override
    public Backoff after(How how) {
      return new AtItsLongest(of.after(how));
    }

    @Override
    public double delaySeconds(int retry, double previousSeconds, double u) {
      return of.delaySeconds(retry, previousSeconds, 1);
    }

    @Override
    public double longestSeconds(int retry) {
      return of.longestSeconds(retry);
    }
  }

  /** The waits in milliseconds on the way of a request of which every attempt fails like this. */
  String longest(Retry rule, How how) {
    Backoff backoff = on ? new AtItsLongest(rule.backoff()) : new FixedBackoff(Duration.ZERO);
    ClientBuilder client = ClientBuilder.waiting(Duration.ofMinutes(1))
        .retry(new Retry(rule.attempts(), backoff, Optional.empty(), rule.on()));
    if (how == How.RATE_LIMITED) {
      client.rateLimit(Outages.ONE_REQUEST);
    }
    Run run = Engine.show(
        Outages.failing(how)
            .rate(0.002)
            .client(client.build())
            .lasts(Duration.ofSeconds(2000))
            .build(),
        1);
    SlowRequests.Told told = run.slowRequests().orElseThrow().failed().stream()
        .filter(request -> request.how().equals(Optional.of(how)))
        .findFirst()
        .orElseThrow();
    return told.stops().stream()
        .filter(stop -> stop.what().equals("backoff"))
        .map(WaitRuns::millis)
        .collect(Collectors.joining(" "));
  }

  private static String millis(Journey.Stop stop) {
    return String.valueOf(Math.round((stop.toNanos() - stop.fromNanos()) / 1e6));
  }
}
