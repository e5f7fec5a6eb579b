package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.math.Erlangs;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Fallback;
import headroom.workload.Gamma;
import headroom.workload.Rate;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of request that go before others: flow against theory and against requests. */
class RanksTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final String GOLD = "workloads.users.classes.gold.";
  private static final String SILVER = "workloads.users.classes.silver.";
  private static final String BRONZE = "workloads.users.classes.bronze.";

  private static RequestClass some(String name, double share) {
    return new RequestClass(name, share, 0, OptionalLong.empty(), OptionalLong.empty());
  }

  private static ServiceBuilder ranked(ServiceBuilder service, Optional<Distribution> silver) {
    return service.requestClass("silver", silver, 1).requestClass("bronze", Optional.empty(), 2);
  }

  private static ScenarioBuilder scenario(Rate rate, Service service) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(2))
        .timeout(Duration.ofSeconds(8))
        .classes(some("gold", 0.25), some("silver", 0.25), some("bronze", 0.5))
        .rate(rate)
        .serves(service);
  }

  /** Cobham's own case: exponential times alike, σ of 1/4, 1/2 and all of the load. */
  @ParameterizedTest(name = "{0} workers at {1}")
  @CsvSource({"1, 0.5", "1, 0.8", "4, 0.7", "4, 0.9", "12, 0.9"})
  void meanWaitsAreCobhams(int workers, double load) {
    Service service = ranked(
            new ServiceBuilder(workers, 10_000, new Exponential(0.1)), Optional.empty())
        .build();
    ScenarioBuilder all =
        scenario(new Constant(load * workers / 0.1), service).client(new Client(Optional.empty()));
    Run run = Engine.run(Models.flow(all.build()), 1);
    double turn = Erlangs.c(workers, load) * 0.1 / workers;
    double first = 1 - load / 4;
    double second = 1 - load / 2;
    // Squared coefficients of variation are sixteenths, and levels of load are interpolated.
    double near = 0.03;
    equal(0.1 + turn / first, run.figure(GOLD + "latency.mean"), near);
    equal(0.1 + turn / first / second, run.figure(SILVER + "latency.mean"), near);
    equal(0.1 + turn / second / (1 - load), run.figure(BRONZE + "latency.mean"), near);
  }

  private static void equal(double wanted, Optional<Double> figure, double near) {
    assertEquals(wanted, figure.orElseThrow(), near * wanted);
  }

  private static Paired latencies(Paired both, String of, double near) {
    return both.agree(of + "latency.p50", near).agree(of + "latency.p99", near);
  }

  @Test
  void silverIsQuickWork() {
    Service service = ranked(
            new ServiceBuilder(4, 200, new Lognormal(0.1, 1)), Optional.of(new Exponential(0.05)))
        .build();
    Paired both = Paired.of(scenario(new Constant(38), service).build(), 3);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.1);
    latencies(both, BRONZE, 0.1);
    both.within("groups.web.busy.mean", 0.01).agree("groups.web.wait.mean", 0.1);
  }

  @Test
  void threeInTurn() {
    Service service = ranked(new ServiceBuilder(3, 200, new Exponential(0.1)), Optional.empty())
        .build();
    Paired both = Paired.of(scenario(new Constant(72), service).size(3).build(), 3);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.1);
    latencies(both, BRONZE, 0.1);
  }

  /** Twenty minutes of 1.25 times what can be served: gold hardly waits, bronze does for seconds. */
  @Test
  void whatCannotBeServedIsOfTheLast() {
    Rate crowd = new Spike(25, 50, 20 * MINUTE, MINUTE, 20 * MINUTE, MINUTE);
    Service service = ranked(new ServiceBuilder(4, 100, new Exponential(0.1)), Optional.empty())
        .build();
    Paired both = Paired.of(scenario(crowd, service).build(), 3);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.1);
    both.agree("requests.failed", 0.15)
        .agree(GOLD + "requests.failed", 0.15)
        .agree(BRONZE + "requests.failed", 0.15)
        .agree(BRONZE + "latency.mean", 0.2)
        .within("groups.web.busy.mean", 0.01);
  }

  /** Bronze finds a place while fewer than 10 are there, silver 25, gold 40: by the chain of M/M/4. */
  @Test
  void sheddingByPriorityIsBirthAndDeath() {
    Service service = ranked(
            new ServiceBuilder(4, 100, new Exponential(0.1)).shedding(40, 15), Optional.empty())
        .build();
    ScenarioBuilder all = scenario(new Constant(60), service).client(new Client(Optional.empty()));
    Run run = Engine.run(Models.flow(all.build()), 1);
    double[] there = new double[41];
    there[0] = 1;
    double sum = 1;
    for (int n = 0; n < 40; n++) {
      double comes = n < 10 ? 6 : n < 25 ? 3 : 1.5;
      there[n + 1] = there[n] * comes / Math.min(4, n + 1);
      sum += there[n + 1];
    }
    double bronze = 0;
    double silver = 0;
    for (int n = 10; n <= 40; n++) {
      bronze += there[n] / sum;
      silver += n >= 25 ? there[n] / sum : 0;
    }
    equal(1 - bronze, run.figure(BRONZE + "availability.request"), 0.01);
    equal(1 - silver, run.figure(SILVER + "availability.request"), 0.005);
  }

  /** Ten places before one worker, half as much again or five times what it can do: gold is served next. */
  @ParameterizedTest(name = "{0} a second, gaps of cv {1}")
  @CsvSource({"15, 1", "50, 1", "15, 2.5"})
  void fewPlacesAreInOrderToo(double perSecond, double cv) {
    Service service = ranked(new ServiceBuilder(1, 10, new Exponential(0.1)), Optional.empty())
        .build();
    Paired both = Paired.of(
        scenario(new Constant(perSecond), service)
            .classes(some("gold", 1), some("silver", 1), some("bronze", 1))
            .arrivals(new Gamma(cv))
            .lasts(Duration.ofHours(1))
            .timeout(Duration.ofSeconds(20))
            .build(),
        2);
    latencies(both, GOLD, 0.15).agree(GOLD + "latency.mean", 0.1);
    both.agree(SILVER + "latency.mean", 0.25)
        .agree(BRONZE + "latency.mean", 0.2)
        .agree(BRONZE + "latency.p99", 0.3)
        .agree("requests.failed", 0.05);
  }

  /** Those who go first meet little of a burst, which is mostly of others. */
  @Test
  void burstsAreOfTheLast() {
    Service service = ranked(new ServiceBuilder(3, 200, new Exponential(0.1)), Optional.empty())
        .build();
    Paired both = Paired.of(
        scenario(new Constant(48), service)
            .classes(some("gold", 1), some("silver", 1), some("bronze", 1))
            .arrivals(new Gamma(2.5))
            .size(2)
            .build(),
        2);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.2);
    latencies(both, BRONZE, 0.15);
  }

  /** Who is shed while one is there is refused while two are, which is all there is room for. */
  @Test
  void whoFindsNoPlaceIsRefusedAndNotShed() {
    Service service = ranked(
            new ServiceBuilder(1, 1, new Exponential(0.02)).shedding(28, 30), Optional.empty())
        .build();
    Paired both =
        Paired.of(scenario(new Constant(50), service).lasts(Duration.ofHours(1)).build(), 2);
    both.agree("requests.failed.refused", 0.05)
        .agree("requests.failed.shed", 0.05)
        .agree(GOLD + "latency.p99", 0.1)
        .within("groups.web.busy.mean", 0.01);
  }

  @Test
  void aCrowdIsShedFromBelow() {
    Rate crowd = new Spike(30, 60, 20 * MINUTE, MINUTE, 20 * MINUTE, MINUTE);
    Service service = ranked(
            new ServiceBuilder(4, 100, new Lognormal(0.1, 0.7)).shedding(40, 15), Optional.empty())
        .build();
    Paired both = Paired.of(scenario(crowd, service).build(), 3);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.2);
    latencies(both, BRONZE, 0.2);
    both.agree(BRONZE + "requests.failed", 0.15)
        .agree("requests.failed.shed", 0.15)
        .within(SILVER + "availability.request", 0.001)
        .within("groups.web.busy.mean", 0.01);
  }

  /** The service that is called knows the classes of whoever called. */
  @Test
  void callsOfClassesGoFirstToo() {
    Call call = new Call(
        "store",
        "store",
        new Client(Optional.of(Duration.ofSeconds(5))),
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        0,
        0);
    Service front = new ServiceBuilder(64, 100, new Exponential(0.02))
        .calls(new CallStep.One(call))
        .build();
    Service store = ranked(new ServiceBuilder(4, 200, new Exponential(0.1)), Optional.empty())
        .build();
    Paired both =
        Paired.of(scenario(new Constant(34), front).group("store", 1, store).build(), 3);
    latencies(both, GOLD, 0.1);
    latencies(both, SILVER, 0.1);
    latencies(both, BRONZE, 0.2);
  }

  @Test
  void whatIsRefusedSaysWithWhat() {
    Service sharing = ranked(
            new ServiceBuilder(4, 20, new Exponential(0.1)).sharing(), Optional.empty())
        .build();
    refuses("processor sharing", scenario(new Constant(10), sharing));
  }

  @Test
  void whereLeastAreUnderWayRequestsAreNeeded() {
    Service service = ranked(new ServiceBuilder(2, 200, new Exponential(0.1)), Optional.empty())
        .build();
    LoadBalancer least = LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
        .routing(new LeastOutstandingRequests())
        .build();
    refuses(
        "targets chosen by how many they have",
        scenario(new Constant(50), service).size(3).behind(least));
  }

  private static void refuses(String what, ScenarioBuilder scenario) {
    assertEquals(
        List.of("priorities with " + what + " of groups.web"),
        FlowLimits.refusals(scenario.build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
