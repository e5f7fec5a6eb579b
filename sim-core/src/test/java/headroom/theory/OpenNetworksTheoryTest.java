package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.spec.Scenario;
import headroom.workload.CallStep;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Services that call services against Jackson's networks, and calls at once against what is known
 * of forks and joins; judged as in {@link TheoryTest}.
 */
class OpenNetworksTheoryTest {

  private static final int REPLICATIONS = 24;
  // Mean times and waits of two networks, a fork, and three more networks in the exhaustive
  // profile.
  private static final Claims CLAIMS = new Claims(20);
  private static final int ENDLESS = Integer.MAX_VALUE;

  /**
   * A network of which station 0 is the group "web" and the others are called by their numbers.
   *
   * @param calls what the requests at each station ask of others, once their worker is free again
   * @param millions requests that make every wait known to 1 %
   */
  private record Network(
      String name, JacksonNetwork theory, List<List<CallStep>> calls, double millions) {

    double rate() {
      return theory.arrivals()[0];
    }

    String group(int station) {
      return station == 0 ? "web" : "s" + station;
    }

    Service service(int station) {
      ServiceBuilder service = new ServiceBuilder(
          theory.workers()[station], ENDLESS, new Exponential(1 / theory.serviceRates()[station]));
      CallStep[] steps = calls.get(station).toArray(new CallStep[0]);
      return service.letsWorkerGo().calls(steps).build();
    }
  }

  /** All that one worker has served go on to another. */
  private static Network tandem(double load, double millions) {
    return new Network(
        "two in a row at " + load,
        new JacksonNetwork(
            new double[] {load, 0},
            new double[][] {{0, 1}, {0, 0}},
            new double[] {1, 1},
            new int[] {1, 1}),
        List.of(List.of(Asks.some(1, 1, "s1")), List.of()),
        millions);
  }

  private static Network threeDeep(double load, double millions) {
    return new Network(
        "three deep at " + load,
        new JacksonNetwork(
            new double[] {load, 0, 0},
            new double[][] {{0, 0.9, 0}, {0, 0, 0.8}, {0, 0, 0}},
            new double[] {1, 0.9, 0.72},
            new int[] {1, 1, 1}),
        List.of(List.of(Asks.some(0.9, 1, "s1")), List.of(Asks.some(0.8, 1, "s2")), List.of()),
        millions);
  }

  /**
   * Two workers, then one of two stations, then for half of all two visits at a third. Where the
   * visits have one law their number need not be drawn at each for a product form (Kelly 1979).
   */
  private static Network split(double load, double millions) {
    double all = 2 * load;
    return new Network(
        "a split at " + load,
        new JacksonNetwork(
            new double[] {all, 0, 0, 0},
            new double[][] {{0, 0.5, 0.5, 1}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}},
            new double[] {1, 1, 1, 2},
            new int[] {2, 1, 1, 1}),
        List.of(
            List.of(Asks.either(0.5, "s1", "s2"), Asks.some(0.5, 2, "s3")),
            List.of(),
            List.of(),
            List.of()),
        millions);
  }

  @TestFactory
  List<DynamicTest> timeInNetworkAndWaitsMatchTheory() {
    return tests(threeDeep(0.5, 3.8), split(0.5, 5.6));
  }

  @Tag("exhaustive")
  @TestFactory
  List<DynamicTest> underAHigherLoadToo() {
    return tests(tandem(0.5, 4), tandem(0.8, 14), threeDeep(0.8, 16));
  }

  private static List<DynamicTest> tests(Network... networks) {
    return Stream.of(networks)
        .map(network -> DynamicTest.dynamicTest(network.name(), () -> check(network)))
        .toList();
  }

  private static void check(Network network) {
    Replicated runs = Replicated.of(scenario(network), REPLICATIONS);
    JacksonNetwork theory = network.theory();
    CLAIMS.covers(network.name() + ", time", runs.figure("latency.mean"), theory.time(), 0.01);
    for (int station = 0; station < network.calls().size(); station++) {
      String group = network.group(station);
      double wait = theory.visitTime(station) - 1 / theory.serviceRates()[station];
      CLAIMS.covers(
          network.name() + ", wait at " + group,
          runs.figure("groups." + group + ".wait.mean"),
          wait,
          0.01);
    }
  }

  /** Asks so many single workers at once; the asking takes a microsecond, and nobody waits for it. */
  private static Replicated fork(int queues, double load, double millions) {
    String[] groups =
        IntStream.rangeClosed(1, queues).mapToObj(i -> "s" + i).toArray(String[]::new);
    ScenarioBuilder scenario = new ScenarioBuilder()
        .zones("a")
        .workload("fork into " + queues + " at " + load)
        .rate(load)
        .serves(new ServiceBuilder(1000, 0, new Constant(1e-6))
            .letsWorkerGo()
            .calls(Asks.atOnce(groups))
            .build());
    for (String group : groups) {
      scenario.group(group, 1, new Service(1, ENDLESS, new Exponential(1)));
    }
    return Replicated.of(lasting(scenario, load, millions), REPLICATIONS);
  }

  @Test
  void aForkIntoTwoTakesItsExactTime() {
    CLAIMS.covers(
        "fork into two at 0.5",
        fork(2, 0.5, 0.6).figure("latency.mean"),
        Networks.forkJoinOfTwo(0.5),
        0.01);
  }

  /** Between its bounds, and within 5 % of what is said to be within 5 % (Nelson and Tantawi 1988). */
  @Test
  void aForkIntoFourLiesBetweenItsBounds() {
    Replicated.Interval time = fork(4, 0.5, 0.6).figure("latency.mean");
    double off = time.halfWidth(0.99);
    assertTrue(off < 0.01 * time.mean());
    assertTrue(time.mean() - off > Networks.forkJoinAtLeast(4, 0.5));
    assertTrue(time.mean() + off < Networks.forkJoinAtMost(4, 0.5));
    assertEquals(1, time.mean() / Networks.forkJoinAbout(4, 0.5), 0.05);
  }

  private static Scenario scenario(Network network) {
    ScenarioBuilder scenario = new ScenarioBuilder()
        .zones("a")
        .workload(network.name())
        .rate(network.rate())
        .serves(network.service(0));
    IntStream.range(1, network.calls().size())
        .forEach(i -> scenario.group(network.group(i), 1, network.service(i)));
    return lasting(scenario, network.rate(), network.millions());
  }

  private static Scenario lasting(ScenarioBuilder scenario, double rate, double millions) {
    // Starts empty: thirty relaxation times of the slowest leave nothing of that.
    double forgetting = 4000;
    double seconds = millions * 1e6 / rate / REPLICATIONS;
    return scenario
        .warmUp(Duration.ofSeconds((long) forgetting))
        .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
        .build();
  }
}
