package headroom.memory;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.workload.Regular;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.Optional;

/** Tells how much memory is in use while so many requests are in service, with retries and patience. */
final class InFlight {

  private static final int SECONDS = 100;

  private InFlight() {}

  /** Looks when it is asked how long to wait before a retry, which somebody is when all are there. */
  private record Look() implements Backoff {
    @Override
    public double delaySeconds(int retry, double previousSeconds, double u) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.print(runtime.totalMemory() - runtime.freeMemory());
      return longestSeconds(retry);
    }

    @Override
    public double longestSeconds(int retry) {
      return 1e6;
    }
  }

  public static void main(String[] args) {
    int requests = Integer.parseInt(args[0]);
    Retry retry =
        new Retry(3, new FixedBackoff(Duration.ofSeconds(1)), Optional.empty(), Retry.DEFAULT_ON);
    Retry look = new Retry(2, new Look(), Optional.empty(), Retry.DEFAULT_ON);
    Engine.run(
        new ScenarioBuilder()
            .rate((double) requests / SECONDS)
            .arrivals(new Regular())
            .client(ClientBuilder.waiting(Duration.ofHours(1))
                .retry(retry)
                .patience(new Constant(1e6))
                .build())
            .workers(1_000_000)
            .time(new Constant(1e5))
            // Comes after a hundred seconds, and waits for one more.
            .and(Workload.of("observer", "web", new headroom.workload.Constant(0.5 / SECONDS))
                .arrivals(new Regular())
                .client(ClientBuilder.waiting(Duration.ofMillis(1)).retry(look).build())
                .requestBytes(Workload.DEFAULT_REQUEST_BYTES)
                .responseBytes(Workload.DEFAULT_RESPONSE_BYTES)
                .requestsPerConnection(Workload.DEFAULT_REQUESTS_PER_CONNECTION)
                .build())
            .lasts(Duration.ofSeconds(SECONDS + 1))
            .build(),
        1);
  }
}
