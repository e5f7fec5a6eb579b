package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
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
import headroom.workload.Rate;
import headroom.workload.Service;
import headroom.workload.Spike;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A section that all instances of a group have together, one request at a time. */
class SerialTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final Distribution OWN = new Lognormal(0.05, 1);
  private static final Distribution SECTION = new headroom.random.Constant(0.008);

  private static ServiceBuilder service(int workers, Distribution own, Distribution section) {
    return new ServiceBuilder(workers, 100, own).serial(section);
  }

  private static ScenarioBuilder scenario(int instances, Rate rate, Service service) {
    return new ScenarioBuilder()
        .zones("a")
        .lasts(Duration.ofHours(1))
        .timeout(Duration.ofSeconds(8))
        .rate(rate)
        .size(instances)
        .serves(service);
  }

  /** Callers of a service that has such a section keep their workers for as long as it takes. */
  @Test
  void aServiceThatIsCalled() {
    Call call = new Call(
        "store",
        "store",
        new Client(Optional.of(Duration.ofSeconds(2))),
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        0,
        0);
    Service front = new ServiceBuilder(16, 100, new Exponential(0.02))
        .calls(new CallStep.One(call))
        .build();
    agree(
            scenario(2, new Constant(90), front)
                .group("store", 3, service(4, OWN, SECTION).build()),
            0.1)
        .within("groups.store.busy.mean", 0.01);
  }

  private static Paired agree(ScenarioBuilder scenario, double latency) {
    return Paired.of(scenario.build(), 3)
        .agree("latency.p50", latency)
        .agree("latency.p99", latency)
        .within("groups.web.busy.mean", 0.01);
  }

  /** A worker is always free: a time alone, then M/M/1 (Jackson 1957). */
  @Test
  void workersEnoughLeaveTheQueueOfTheSection() {
    Service service = service(40, new Exponential(0.05), new Exponential(0.008)).build();
    Run run = Engine.run(Models.flow(scenario(4, new Constant(100), service).build()), 1);
    double section = 0.008 / (1 - 0.8);
    assertEquals(0.05 + section, run.figure("latency.mean").orElseThrow(), 0.03 * (0.05 + section));
    double busy = 100 * (0.05 + section) / 160;
    assertEquals(busy, run.figure("groups.web.busy.mean").orElseThrow(), 0.02 * busy);
  }

  /** Machines that break down and one repairer, by exact mean value analysis. */
  @ParameterizedTest(name = "{0} workers, {1} s of work and {2} s in the section")
  @CsvSource({"1, 0.05, 0.008", "4, 0.05, 0.02", "8, 0.05, 0.008", "32, 0.05, 0.008"})
  void whatAllCanDoIsMachineRepair(int workers, double own, double section) {
    double each = 0;
    double inSection = 0;
    for (int k = 1; k <= workers; k++) {
      double there = section * (1 + inSection);
      each = k / (own + there);
      inSection = each * there;
    }
    Service service =
        service(workers, new Exponential(own), new Exponential(section)).build();
    double most = new SerialTrial(service, 1, 1, workers, 100, 1, false).most();
    assertEquals(each, most, 0.01 * each);
  }

  @Test
  void fewWorkersInTurn() {
    agree(scenario(4, new Constant(60), service(2, OWN, SECTION).build()), 0.1)
        .agree("groups.web.wait.mean", 0.1);
  }

  @Test
  void aSectionThatIsNearlyAlwaysTaken() {
    agree(scenario(4, new Constant(115), service(8, OWN, SECTION).build()), 0.2);
  }

  @Test
  void whereLeastAreUnderWay() {
    agree(
        scenario(6, new Constant(90), service(2, OWN, SECTION).build())
            .behind(LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
                .routing(new LeastOutstandingRequests())
                .build()),
        0.1);
  }

  /** Twice the instances serve no more of a crowd: 125 a second is what the section lets through. */
  @ParameterizedTest(name = "{0} instances")
  @CsvSource({"3", "6"})
  void moreInstancesDoNotHelp(int instances) {
    Rate crowd = new Spike(60, 160, 20 * MINUTE, MINUTE, 10 * MINUTE, MINUTE);
    Paired both = agree(scenario(instances, crowd, service(6, OWN, SECTION).build()), 0.2);
    both.agree("requests.failed", 0.15);
    // 11 minutes at 160, of which 125 are served; what waits is little beside that.
    assertEquals(660 * 35, both.flow("requests.failed"), 0.2 * 660 * 35);
  }

  /** Requests that share their cores and pass one section are for the model of single requests. */
  @Test
  void whatIsRefusedSaysWithWhat() {
    Service sharing = service(4, OWN, SECTION).sharing().build();
    assertEquals(
        List.of("a serial bottleneck with processor sharing of groups.web"),
        FlowLimits.refusals(scenario(2, new Constant(10), sharing).build()).stream()
            .map(FlowLimits.Refusal::what)
            .toList());
  }
}
