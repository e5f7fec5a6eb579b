package headroom.theory;

import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Lognormal;
import headroom.spec.Scenario;
import headroom.workload.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Users who think, ask and wait, against exact mean value analysis: how many requests a second, and
 * how long each takes; judged as in {@link TheoryTest}.
 */
class ClosedNetworksTheoryTest {

  private static final int REPLICATIONS = 24;
  private static final int ENDLESS = Integer.MAX_VALUE;

  /** Users of a network, the same as a scenario, and the groups where they stand in line. */
  private record Population(
      String name,
      int users,
      ClosedNetwork theory,
      ScenarioBuilder scenario,
      List<String> inLine,
      double millions) {}

  // Throughput and time of five, and the wait at six stations where requests stand in line.
  private static final Claims CLAIMS = new Claims(16);

  private static List<Population> populations() {
    return List.of(
        repair(10, 4, 1, 0.5),
        repair(10, 2, 3, 1),
        shared(),
        twoStations(8, 5, 1, 1.3),
        twoStations(8, 5, 3, 1.5));
  }

  /** Machines that each work for a while and then wait for one of so many to repair them. */
  private static Population repair(int machines, double think, int repairers, double millions) {
    String name = machines + " machines, " + repairers + " repairers";
    return new Population(
        name,
        machines,
        ClosedNetwork.machineRepair(1 / think, repairers),
        scenario(name, machines, new Exponential(think))
            .serves(new ServiceBuilder(repairers, ENDLESS, new Exponential(1)).build()),
        List.of("web"),
        millions);
  }

  /** Shared cores and thinking: only the means count (Baskett, Chandy, Muntz and Palacios 1975). */
  private static Population shared() {
    String name = "10 users of a shared core";
    return new Population(
        name,
        10,
        new ClosedNetwork(8, List.of(new ClosedNetwork.Station(1, 1))),
        scenario(name, 10, new Constant(8))
            .serves(
                new ServiceBuilder(1, ENDLESS, new Lognormal(1, 2)).sharing().build()),
        List.of(),
        1);
  }

  /** A service of one worker that asks another, and serves others meanwhile. */
  private static Population twoStations(int users, double think, int workers, double millions) {
    String name = users + " users of a service that asks one of " + workers;
    double asked = 0.8 * workers;
    return new Population(
        name,
        users,
        new ClosedNetwork(
            think,
            List.of(new ClosedNetwork.Station(0.5, 1), new ClosedNetwork.Station(asked, workers))),
        scenario(name, users, new Exponential(think))
            .serves(new ServiceBuilder(1, ENDLESS, new Exponential(0.5))
                .letsWorkerGo()
                .calls(Asks.some(1, 1, "db"))
                .build())
            .group("db", 1, new ServiceBuilder(workers, ENDLESS, new Exponential(asked)).build()),
        List.of("web", "db"),
        millions);
  }

  private static ScenarioBuilder scenario(String name, int users, Distribution think) {
    return new ScenarioBuilder()
        .zones("a")
        .workload(name)
        .users(users, new Session(think, Optional.empty(), 0));
  }

  @TestFactory
  Stream<DynamicTest> throughputAndTimeMatchMeanValueAnalysis() {
    return populations().stream()
        .map(population -> DynamicTest.dynamicTest(population.name(), () -> check(population)));
  }

  private static void check(Population population) {
    ClosedNetwork.Result theory = population.theory().with(population.users());
    // Everybody thinks at first: a hundred rounds leave nothing of that.
    double forgetting = 100 * population.users() / theory.perSecond();
    double seconds = population.millions() * 1e6 / theory.perSecond() / REPLICATIONS;
    Scenario scenario = population
        .scenario()
        .warmUp(Duration.ofSeconds((long) forgetting))
        .lasts(Duration.ofSeconds((long) (forgetting + seconds)))
        .build();
    Replicated runs = Replicated.of(scenario, REPLICATIONS);
    CLAIMS.covers(
        population.name() + ", requests per second",
        runs.of(
            run -> run.figure("requests.offered").orElseThrow() / run.window().seconds()),
        theory.perSecond(),
        0.01);
    CLAIMS.covers(population.name() + ", time", runs.figure("latency.mean"), theory.time(), 0.01);
    for (String group : population.inLine()) {
      int station = group.equals("web") ? 0 : 1;
      double work = population.theory().stations().get(station).demand();
      CLAIMS.covers(
          population.name() + ", wait at " + group,
          runs.figure("groups." + group + ".wait.mean"),
          theory.times()[station] - work,
          0.01);
    }
  }
}
