package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.Slowdown;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.random.Constant;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Platform sheet #63 as runs of both models: 100 requests a second can be served, and for the first
 * ten seconds none. Retries follow their timeout of 1 s, so (20, R 3) has 60 + 40 + 20 fewer at the
 * end of the stall than the sheet's 800, and a second of 80/s more at the end: 10 + 580/20 + 1 +
 * 80/80 = 41.0 s instead of 46.25. The others come to the sheet's own figures.
 */
class StallTest {

  private static final double PRECISION = 0.5;
  private static final double SHOWN = 0.05;
  private static final double QUICKLY = 1e-6;
  private static final Call QUICK = new Call(
      "clock",
      "clock",
      ClientBuilder.waiting(Duration.ofSeconds(1)).build(),
      1,
      1,
      new Fallback.Fail(),
      Optional.empty(),
      List.of(),
      0,
      0);

  private record Stall(double rate, int retries, Optional<RetryBudget> budget, boolean asks) {

    Stall(double rate, int retries, Optional<RetryBudget> budget) {
      this(rate, retries, budget, false);
    }

    Scenario scenario(TrafficModel model, double from, double to) {
      Optional<Retry> retry = retries == 0
          ? Optional.empty()
          : Optional.of(
              new Retry(1 + retries, new FixedBackoff(Duration.ZERO), budget, Retry.DEFAULT_ON));
      Client client = new Client(
          Optional.of(Duration.ofSeconds(1)),
          Optional.empty(),
          retry,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
      Workload users = Workload.of("users", "web", new headroom.workload.Constant(rate))
          .arrivals(new Regular())
          .client(client)
          .build();
      ServiceBuilder service = new ServiceBuilder(1, 1_000_000, new Constant(0.01));
      List<Group> groups = asks
          ? List.of(
              group("web", service.calls(new CallStep.One(QUICK)).build()),
              group("clock", new Service(1, 10, new Constant(QUICKLY))))
          : List.of(group("web", service.build()));
      return Scenario.of("stall", Duration.ofNanos((long) (to * 1e9)))
          .warmUp(Duration.ofNanos((long) (from * 1e9)))
          .trafficModel(model)
          .zones(List.of("a"))
          .types(List.of(ScenarioBuilder.LARGE))
          .workloads(List.of(users))
          .groups(groups)
          .failures(List.of(new Slowdown("stall", "web", Duration.ZERO, Duration.ofSeconds(10), 0)))
          .build();
    }

    private static Group group(String name, Service service) {
      return Group.of(name, "m5.large", new Size(1, 1, 1), service)
          .zones(List.of("a"))
          .build();
    }

    boolean waits(TrafficModel model, double at) {
      return Engine.run(scenario(model, at, at + SHOWN), 1)
              .figure("groups.web.queue.mean")
              .orElseThrow()
          > 1.5;
    }

    /** When the queue is empty for good; it must wait before and not after. */
    double emptyAt(TrafficModel model, double latest) {
      double low = 10;
      double high = latest;
      while (high - low > SHOWN) {
        double middle = (low + high) / 2;
        if (waits(model, middle)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }
  }

  @ParameterizedTest(name = "{0}: {1}/s, {2} retries, budget {3}: empty at {4} s")
  @CsvSource({
    "FLOW, 80, 0, 0, 50.0",
    "REQUESTS, 80, 0, 0, 50.0",
    "FLOW, 20, 3, 0, 41.0",
    "REQUESTS, 20, 3, 0, 41.0",
    "FLOW, 80, 3, 0.1, 80.0",
    "REQUESTS, 80, 3, 0.1, 80.0",
  })
  void emptyAt(TrafficModel model, double rate, int retries, double ratio, double wanted) {
    Optional<RetryBudget> budget = ratio == 0
        ? Optional.empty()
        : Optional.of(new RatioBudget(ratio, 0, Duration.ofSeconds(10)));
    assertEquals(wanted, new Stall(rate, retries, budget).emptyAt(model, 200), PRECISION);
  }

  /** What waits is served at the pace of all workers, also where its work is to ask somebody else. */
  @ParameterizedTest(name = "{0} with calls: empty at 50 s")
  @CsvSource({"FLOW", "REQUESTS"})
  void callsMakeABacklogNoSlower(TrafficModel model) {
    Stall asking = new Stall(80, 0, Optional.empty(), true);
    assertEquals(50.0, asking.emptyAt(model, 200), PRECISION);
  }

  /** The two stable states: the same load before the stall is served at once, after it never. */
  @ParameterizedTest(name = "{0} stays down")
  @CsvSource({"FLOW", "REQUESTS"})
  void theSameTriggerLeavesItDown(TrafficModel model) {
    Stall eager = new Stall(80, 3, Optional.empty());
    assertTrue(eager.waits(model, 600), "the queue never empties");
    assertEquals(
        0,
        Engine.run(eager.scenario(model, 500, 600), 1)
            .figure("requests.succeeded")
            .orElseThrow(),
        50,
        "of 8,000 requests hardly one is answered in time");
  }
}
