package headroom.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Session;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run in its stride takes no memory for a request, with all its attempts and calls. */
@Isolated
class RequestAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PER_SECOND = 2_000;
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofSeconds(120);

  static Stream<Named<ScenarioBuilder>> scenarios() {
    return Stream.of(
        Named.of("retries and timeouts", fleet().client(hasty().build())),
        Named.of(
            "every limit of a client",
            fleet()
                .client(hasty()
                    .patience(new Exponential(1))
                    .breaker(CircuitBreaker.DEFAULT)
                    .bulkhead(new Bulkhead(10_000))
                    .hedge(new Hedge(Duration.ofMillis(80), 1))
                    .rateLimit(new RateLimit(PER_SECOND * 3, 1_000))
                    .throttle(AdaptiveThrottle.DEFAULT)
                    .build())),
        Named.of("calls two deep", callsTwoDeep()),
        Named.of(
            "most requests fail", fleet().workers(10).queue(50).client(hasty().build())),
        Named.of(
            "users",
            fleet().users(20_000, new Session(new Exponential(10), Optional.empty(), 0.1))));
  }

  private static ScenarioBuilder fleet() {
    return new ScenarioBuilder()
        .zones("a")
        .rate(PER_SECOND)
        .size(6)
        .workers(30)
        .queue(1_000)
        .time(new Lognormal(0.05, 1));
  }

  /** One attempt in fifteen takes longer than is waited for. */
  private static ClientBuilder hasty() {
    return ClientBuilder.waiting(Duration.ofMillis(120))
        .retry(new Retry(
            3, Retry.SDK_2026.backoff(), Optional.of(RatioBudget.DEFAULT), Retry.DEFAULT_ON));
  }

  private static ScenarioBuilder callsTwoDeep() {
    Client client = hasty().build();
    return fleet()
        .client(client)
        .serves(new ServiceBuilder(100, 1_000, new Constant(0.01))
            .letsWorkerGo()
            .calls(
                new CallStep.Parallel(List.of(call("middle", client), call("side", client))),
                new CallStep.One(call("db", client)))
            .build())
        .group(
            "middle",
            4,
            new ServiceBuilder(100, 1_000, new Exponential(0.01))
                .calls(new CallStep.One(call("deep", client)))
                .build())
        .group("side", 4, new ServiceBuilder(100, 1_000, new Exponential(0.02)).build())
        .group("deep", 4, new ServiceBuilder(100, 1_000, new Exponential(0.02)).build())
        .group("db", 4, new ServiceBuilder(100, 1_000, new Exponential(0.02)).build());
  }

  private static Call call(String to, Client client) {
    return new Call(
        to, to, client, 1, 1, new Fallback.Degrade(), Optional.empty(), List.of(), 1_000, 1_000);
  }

  /** What twice as long a run takes more is less than a byte for each request more. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void aRequestTakesNoMemory(ScenarioBuilder scenario) {
    // The first run loads classes.
    Sample.of(scenario, Duration.ofSeconds(10));
    Sample brief = Sample.of(scenario, SHORT);
    Sample twice = Sample.of(scenario, LONG);
    double requests = twice.attempts() - brief.attempts();
    double bytes = twice.bytes() - brief.bytes();
    String figures = bytes + " B for " + requests + " attempts";
    assertTrue(requests > 100_000, figures);
    assertTrue(bytes < requests, figures);
  }

  /** What a run took, and the attempts there were. */
  private record Sample(double bytes, double attempts) {

    static Sample of(ScenarioBuilder scenario, Duration lasts) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      Run run = Engine.run(scenario.lasts(lasts).build(), 1);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      return new Sample(bytes, run.figure("requests.attempts").orElseThrow());
    }
  }
}
